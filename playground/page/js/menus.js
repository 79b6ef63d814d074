// What the ⋯ of a chat and a long press on a message offer.
import { memberTick } from "./chatlist.js";
import { openChoices, openForm, field } from "./sheets.js";
import { el } from "./dom.js";
import { town } from "./town.js";
import { act } from "./wire.js";
import { say } from "./words.js";

export function chatMenu(phone) {
  const { chat, person } = phone;
  const choices = chat.type === "private" ? privateMenu(phone, chat) : [];
  if (chat.type === "group" || chat.type === "supergroup") choices.push(...groupMenu(phone, chat));
  choices.push({ icon: "language", label: say("change_language"), hint: say(LANGUAGES[person.language_code] || "other_language"), deed: () => chooseLanguage(phone) });
  return choices;
}

function privateMenu(phone, chat) {
  const id = phone.personId;
  return [
    chat.blocked
      ? { icon: "check", label: say("unblock_only"), deed: () => phone.tries(act.unblock(id)) }
      : { icon: "block", label: say("block"), hint: say("block_hint"), deed: () => phone.tries(act.block(id)) },
  ];
}

function groupMenu(phone, chat) {
  const leave = async () => {
    if (await phone.tries(act.removeMember(phone.personId, chat.id, phone.personId))) phone.open(null);
  };
  return [
    { icon: "add", label: say("add_member"), deed: () => addMembers(phone, chat) },
    chat.type === "group" ? { icon: "people", label: say("migrate"), hint: say("migrate_hint"), deed: () => phone.tries(act.migrate(chat.id)) } : null,
    { icon: "out", label: say("leave_group"), deed: leave },
  ].filter(Boolean);
}

function addMembers(phone, chat) {
  const others = town.people.filter((person) => !chat.people.includes(person.id));
  const ticks = others.map(memberTick);
  if (!chat.with_bot) ticks.push(memberTick({ id: town.bot.id, first_name: town.bot.name }));
  if (!ticks.length) {
    phone.toast(say("nobody_left"));
    return;
  }
  openForm(phone.node, say("add_member"), el("fieldset", { class: "field" }, ticks), say("add"), async (values) => {
    for (const member of values.getAll("member")) await phone.tries(act.addMember(phone.personId, chat.id, Number(member)));
  });
}

export const LANGUAGES = { ko: "korean", en: "english", "zh-hans": "chinese", vi: "vietnamese" };

function chooseLanguage(phone) {
  openChoices(phone.node, say("change_language"), Object.entries(LANGUAGES).map(([code, key]) => (
    { label: say(key), deed: () => phone.tries(act.changePerson(phone.personId, { language_code: code })) })));
}

export function languageField() {
  return field(say("person_language"), el("select", { name: "language" }, Object.entries(LANGUAGES).map(([code, key]) => el("option", { value: code }, say(key)))));
}

export function messageMenu(phone, message) {
  const { composer } = phone.screen;
  const text = message.text ?? message.caption;
  const mine = message.from?.id === phone.personId;
  return [
    message.from ? { icon: "back", label: say("reply"), deed: () => composer.answer(message) } : null,
    text ? { icon: "copy", label: say("copy"), deed: () => phone.copy(text) } : null,
    mine && message.text ? { icon: "edit", label: say("edit_message"), deed: () => composer.edit(message) } : null,
    message.from ? { icon: "close", label: say("delete_message"), deed: () => phone.tries(act.remove(phone.personId, phone.chatId, message.message_id)) } : null,
  ].filter(Boolean);
}
