// The buttons under a message. A pressed one turns until the bot answers the callback.
import { el, icon } from "./dom.js";
import { switchInline } from "./inline.js";
import { say } from "./words.js";

export function inlineKeys(message, rows, phone) {
  return el("div", { class: "inline-keys" }, rows.map((row, rowAt) =>
    el("div", { class: "key-row" }, row.map((button, columnAt) => key(button, message, rowAt, columnAt, phone)))));
}

function key(button, message, row, column, phone) {
  const waiting = phone.isWaiting(message, row, column);
  const style = button.style ? ` style-${button.style}` : "";
  const props = { class: `key${waiting ? " waiting" : ""}${style}`, "data-row": row, "data-column": column };
  const label = el("span", { class: "label" }, button.text);
  if (button.url || button.login_url) {
    const url = button.url || button.login_url.url;
    const open = (event) => phone.follow(url) && event.preventDefault();
    return el("a", { ...props, href: url, target: "_blank", rel: "noopener noreferrer", "aria-label": say("opens_link", { label: button.text }), onclick: open }, label, icon("out", "corner"));
  }
  const press = () => act(button, message, row, column, phone);
  return el("button", { ...props, type: "button", "aria-busy": waiting ? "true" : null, onclick: press }, label, corner(button));
}

const SWITCHES = ["switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat"];
const switches = (button) => SWITCHES.some((name) => button[name] !== undefined);

function corner(button) {
  if (button.copy_text) return icon("copy", "corner");
  return switches(button) ? icon("send", "corner") : null;
}

function act(button, message, row, column, phone) {
  if (button.callback_data !== undefined) phone.press(message, row, column);
  else if (button.copy_text) phone.copy(button.copy_text.text);
  else if (switches(button)) switchInline(phone, button);
  else phone.toast(say("unavailable_button"));
}
