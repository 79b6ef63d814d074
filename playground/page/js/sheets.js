// What lies over a phone for a moment. While it is open the rest of that phone is inert, so Tab stays inside; Esc closes it.
import { el, icon, iconButton } from "./dom.js";
import { say } from "./words.js";

export function openSheet(phone, label, content, { centre = false, role = "dialog", closed = () => {}, viewer = false } = {}) {
  const goBack = wayBack(phone);
  const sheet = viewer ? content : el("div", { class: "sheet" }, content);
  const veil = el("div", { class: `veil${centre ? " centre" : ""}${viewer ? " viewer" : ""}`, role, "aria-modal": "true", "aria-label": label, tabindex: -1 }, sheet);
  const others = [...phone.children].filter((node) => !node.inert);
  const close = () => {
    if (!veil.isConnected) return;
    veil.remove();
    for (const node of others) node.inert = false;
    goBack();
    closed();
  };
  veil.addEventListener("click", (event) => event.target === veil && close());
  veil.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  });
  for (const node of others) node.inert = true;
  phone.append(veil);
  (veil.querySelector("[autofocus], input:not([type=hidden]), button, select, textarea") || veil).focus({ preventScroll: true });
  return close;
}

// Back to where the focus was; a button that has been drawn anew meanwhile is found again by its place or its name.
function wayBack(phone) {
  const before = document.activeElement;
  const { row, column } = before?.dataset || {};
  const message = before?.closest?.("[data-message]")?.dataset.message;
  const name = before?.getAttribute?.("aria-label");
  return () => {
    const again = row ? `[data-message="${message}"] .key[data-row="${row}"][data-column="${column}"]` : name && `[aria-label="${CSS.escape(name)}"]`;
    const target = before?.isConnected ? before : again && phone.querySelector(again);
    if (target && target !== document.body) target.focus({ preventScroll: true });
  };
}

// choices: [{icon, label, hint, prefix, deed}]
export function openChoices(phone, title, choices, empty = "") {
  let close = () => {};
  const take = (deed) => {
    close();
    deed();
  };
  const rows = choices.map((choice) =>
    el("button", { type: "button", onclick: () => take(choice.deed) },
      choice.icon ? icon(choice.icon) : null,
      el("span", {}, choice.prefix ? el("b", {}, choice.prefix, " ") : null, choice.label, choice.hint ? el("small", {}, choice.hint) : null)));
  const content = [el("h3", {}, title), rows.length ? el("div", { class: "choices" }, rows) : el("p", {}, empty)];
  close = openSheet(phone, title, content);
  return close;
}

export function openAlert(phone, text) {
  let close = () => {};
  const ok = el("button", { type: "button", class: "solid", onclick: () => close() }, say("ok"));
  const words = el("p", { class: "alert-words" }, text);
  close = openSheet(phone, text, [words, el("div", { class: "sheet-buttons" }, ok)], { centre: true, role: "alertdialog" });
  return close;
}

export function openQuestion(phone, question, yes, deed) {
  let close = () => {};
  const agree = () => {
    close();
    deed();
  };
  close = openSheet(phone, question, [
    el("h3", {}, question),
    el("div", { class: "sheet-buttons" },
      el("button", { type: "button", class: "plain", onclick: () => close() }, say("cancel")),
      el("button", { type: "button", class: "solid", autofocus: true, onclick: agree }, yes)),
  ], { centre: true });
  return close;
}

// A form of fields; `deed(values)` gets a FormData.
export function openForm(phone, title, fields, yes, deed) {
  let close = () => {};
  const submit = (event) => {
    event.preventDefault();
    const values = new FormData(event.target);
    close();
    deed(values);
  };
  const form = el("form", { onsubmit: submit }, el("h3", {}, title), fields,
    el("div", { class: "sheet-buttons" },
      el("button", { type: "button", class: "plain", onclick: () => close() }, say("cancel")),
      el("button", { class: "solid" }, yes)));
  close = openSheet(phone, title, form, { centre: true });
  return close;
}

export const field = (label, control) => el("label", { class: "field" }, label, control);

export function openPicture(phone, url, label) {
  let close = () => {};
  const shut = iconButton("close", say("close"), () => close());
  const wrap = el("div", { style: { display: "contents" } }, el("img", { src: url, alt: label }), shut);
  close = openSheet(phone, label, wrap, { viewer: true, centre: true });
  return close;
}

// A short word at the foot of the phone; read out politely, gone by itself.
export function toast(phone, text) {
  const place = phone.querySelector(".toast") || phone.appendChild(el("div", { class: "toast", role: "status" }));
  const line = el("span", {}, text);
  place.replaceChildren(line);
  setTimeout(() => line.remove(), Math.min(8000, 2600 + text.length * 45));
}
