// The keyboard a bot puts in the place of the letters.
import { el, icon } from "./dom.js";
import { openQuestion } from "./sheets.js";
import { choosePlace } from "./attach.js";
import { act } from "./wire.js";
import { say } from "./words.js";

export function replyKeys(markup, phone, composer) {
  const tall = markup.resize_keyboard ? "" : " tall";
  return el("div", { class: `reply-keys${tall}`, role: "group", "aria-label": say("reply_buttons") },
    markup.keyboard.map((keys, row) => el("div", { class: "key-row" }, keys.map((button, column) => key(button, row, column, markup, phone, composer)))));
}

function key(written, row, column, markup, phone, composer) {
  const button = typeof written === "string" ? { text: written } : written;
  const kind = button.request_contact ? "person" : button.request_location ? "place" : null;
  const send = (where) => {
    if (markup.one_time_keyboard) composer.toggleKeys(false);
    phone.tries(act.pressKey(phone.personId, phone.chatId, row, column, where));
  };
  const press = () => {
    if (button.request_contact) openQuestion(phone.node, say("contact_asked"), say("share"), () => send({}));
    else if (button.request_location) choosePlace(phone, (latitude, longitude) => send({ latitude, longitude }));
    else send({});
  };
  return el("button", { type: "button", class: "key", onclick: press }, el("span", { class: "label" }, kind ? icon(kind) : null, button.text));
}
