// The list of a person's chats.
import { summary, nameOf } from "./bubble.js";
import { el, face, iconButton } from "./dom.js";
import { openForm, field } from "./sheets.js";
import { chatsOf, latest, town, unread } from "./town.js";
import { inList } from "./moments.js";
import { act } from "./wire.js";
import { language, say } from "./words.js";

export function chatList(phone) {
  const chats = chatsOf(phone.personId).sort((a, b) => (latest(b)?.date || 0) - (latest(a)?.date || 0));
  return el("section", { class: "screen", "aria-label": say("chats") },
    el("header", { class: "list-head" },
      el("h2", {}, say("chats")),
      iconButton("link", say("open_link"), () => askLink(phone)),
      iconButton("people", say("new_group"), () => askGroup(phone))),
    el("ul", { class: "chats" }, chats.map((chat) => el("li", {}, row(chat, phone)))));
}

function row(chat, phone) {
  const last = latest(chat);
  const count = unread(phone.personId, chat);
  return el("button", { type: "button", onclick: () => phone.open(chat.id) },
    face(chat.title, chat.faceId),
    el("span", { class: "line" },
      el("span", {}, el("strong", {}, chat.title), last ? el("time", {}, inList(last.date * 1000, town.now())) : null),
      el("span", {},
        el("span", { class: "last" }, last ? lastLine(last, chat, phone) : say("no_messages")),
        count ? el("span", { class: "badge" }, String(count), el("span", { class: "unseen" }, say("unread", { count }))) : null)));
}

function lastLine(message, chat, phone) {
  const other = chat.type !== "private" && message.from && message.from.id !== phone.personId;
  return other ? `${nameOf(message.from)}: ${summary(message)}` : summary(message);
}

function askLink(phone) {
  const input = el("input", { name: "link", required: true, autofocus: true, autocomplete: "off", placeholder: `https://t.me/${town.bot.username}?start=…` });
  openForm(phone.node, say("open_link"), field(say("link_payload"), input), say("open"), (values) => {
    const typed = String(values.get("link")).trim();
    const url = /^[A-Za-z0-9_-]{1,64}$/.test(typed) ? `https://t.me/${town.bot.username}?start=${typed}` : typed;
    if (!phone.follow(url)) phone.toast(say("not_a_bot_link"));
  });
}

export function askGroup(phone) {
  const others = town.people.filter((person) => person.id !== phone.personId);
  const fields = [
    field(say("group_title"), el("input", { name: "title", required: true, maxlength: 128, autofocus: true, autocomplete: "off", value: language() === "ko" ? "골목 모임" : "Our alley" })),
    el("fieldset", { class: "field" }, el("legend", {}, say("group_members")), others.map((person) => memberTick(person))),
    el("label", { class: "tick" }, el("input", { type: "checkbox", name: "bot", checked: true }), say("with_bot")),
  ];
  openForm(phone.node, say("new_group"), fields, say("create"), async (values) => {
    const members = values.getAll("member").map(Number);
    const chat = await phone.tries(act.addGroup(phone.personId, String(values.get("title")), members, values.has("bot")));
    if (chat) phone.open(chat.chat_id);
  });
}

export const memberTick = (person) => el("label", { class: "tick" }, el("input", { type: "checkbox", name: "member", value: person.id }), person.first_name);
