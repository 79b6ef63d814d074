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
  const done = (deed) => phone.tries(deed);
  return [
    { icon: "add", label: say("add_member"), deed: () => addMembers(phone, chat) },
    chat.type === "group" ? { icon: "people", label: say("migrate"), hint: say("migrate_hint"), deed: () => phone.tries(act.migrate(chat.id)) } : null,
    chat.is_forum ? null : { icon: "log", label: say("make_forum"), hint: say("make_forum_hint"), deed: () => done(act.makeForum(chat.id)) },
    ...botMenu(phone, chat, done),
    ...topicMenu(phone, chat, done),
    { icon: "out", label: say("leave_group"), deed: leave },
  ].filter(Boolean);
}

function botMenu(phone, chat, done) {
  if (!chat.with_bot) return [];
  const name = town.bot.name;
  return [
    chat.bot_is_admin
      ? { icon: "keys", label: say("demote_bot", { name }), deed: () => done(act.demoteBot(phone.personId, chat.id)) }
      : { icon: "keys", label: say("promote_bot", { name }), hint: say("promote_hint"), deed: () => done(act.promoteBot(phone.personId, chat.id)) },
    { icon: "block", label: say("remove_bot", { name }), deed: () => done(act.removeMember(phone.personId, chat.id, town.bot.id)) },
  ];
}

function topicMenu(phone, chat, done) {
  const topic = chat.topics?.find(({ id }) => id === phone.topic);
  if (!topic) return [];
  return [{ icon: "check", label: say(topic.closed ? "reopen_topic" : "close_topic", { name: topic.name }), deed: () => done(act.closeTopic(phone.personId, chat.id, topic.id, !topic.closed)) }];
}

export function askTopic(phone, opened) {
  const name = el("input", { name: "name", required: true, maxlength: 128, autofocus: true, autocomplete: "off" });
  openForm(phone.node, say("new_topic"), field(say("topic_name"), name), say("create"), async (values) => {
    const made = await phone.tries(act.openTopic(phone.personId, phone.chatId, String(values.get("name"))));
    if (made) opened(made.topic);
  });
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
