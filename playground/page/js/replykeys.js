// The keyboard a bot puts in the place of the letters.
import { el, icon } from "./dom.js";
import { memberTick } from "./chatlist.js";
import { openForm, openQuestion } from "./sheets.js";
import { choosePlace } from "./attach.js";
import { act } from "./wire.js";
import { town } from "./town.js";
import { say } from "./words.js";

export function replyKeys(markup, phone, composer) {
  const tall = markup.resize_keyboard ? "" : " tall";
  return el("div", { class: `reply-keys${tall}`, role: "group", "aria-label": say("reply_buttons") },
    markup.keyboard.map((keys, row) => el("div", { class: "key-row" }, keys.map((button, column) => key(button, row, column, markup, phone, composer)))));
}

function key(written, row, column, markup, phone, composer) {
  const button = typeof written === "string" ? { text: written } : written;
  const kind = button.request_contact ? "person" : button.request_location ? "place" : button.request_users ? "people" : null;
  const done = (deed) => {
    if (markup.one_time_keyboard) composer.toggleKeys(false);
    phone.tries(deed);
  };
  const send = (where) => done(act.pressKey(phone.personId, phone.chatId, row, column, where));
  const press = () => {
    if (button.request_contact) openQuestion(phone.node, say("contact_asked"), say("share"), () => send({}));
    else if (button.request_location) choosePlace(phone, (latitude, longitude) => send({ latitude, longitude }));
    else if (button.request_users) pickPeople(phone, button, (people) => done(act.sharePeople(phone.personId, button.request_users.request_id, people)));
    else send({});
  };
  return el("button", { type: "button", class: "key", onclick: press }, el("span", { class: "label" }, kind ? icon(kind) : null, button.text));
}

function pickPeople(phone, button, deed) {
  const most = Math.max(button.request_users.max_quantity || 1, 1);
  const others = town.people.filter(({ id }) => id !== phone.personId);
  const fields = [el("p", {}, say("pick_people", { most })), el("fieldset", { class: "field" }, others.map(memberTick))];
  openForm(phone.node, button.text, fields, say("share"), (values) => {
    const people = values.getAll("member").map(Number);
    if (people.length < 1 || people.length > most) phone.toast(say("pick_people", { most }));
    else deed(people);
  });
}
