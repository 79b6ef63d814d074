// One message: bubble, what lies in it, and the buttons under it.
import { dressed } from "./formatting.js";
import { el } from "./dom.js";
import { inlineKeys } from "./inlinekeys.js";
import { mediaOf } from "./media.js";
import { timeOfDay } from "./moments.js";
import { person } from "./town.js";
import { say } from "./words.js";

// `phone` offers follow(url), command(text), press(message, row, column), picture(url), copy(text)
export function messageNode(message, chat, phone) {
  const service = serviceWords(message);
  if (service) return el("li", { class: "service", "data-message": message.message_id }, service);
  const mine = message.from?.id === phone.personId;
  const rows = message.reply_markup?.inline_keyboard || [];
  const bubble = el("div", { class: "bubble" },
    !mine && chat.type !== "private" ? el("span", { class: "sender" }, nameOf(message.from)) : null,
    via(message), forwarded(message), quoted(message), mediaOf(message, phone), words(message, phone), stamp(message), reactions(message));
  if (mine && message.text) bubble.addEventListener("dblclick", () => phone.screen.composer.edit(message));
  const names = `message ${mine ? "mine" : "theirs"}${rows.length ? " with-keys" : ""}`;
  return el("li", { class: names, "data-message": message.message_id }, bubble, rows.length ? inlineKeys(message, rows, phone) : null);
}

export const nameOf = (user) => [user?.first_name, user?.last_name].filter(Boolean).join(" ");

function words(message, phone) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const only = message.text && /^(\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f){1,6}$/u.test(text);
  return el("span", { class: only ? "text big-emoji" : "text" }, dressed(text, message.entities || message.caption_entities, phone));
}

function stamp(message) {
  const edited = message.edit_date && !message.edit_hide ? el("span", { class: "edited" }, say("edited")) : null;
  const at = new Date(message.date * 1000);
  return el("span", { class: "stamp" }, edited, el("time", { datetime: at.toISOString() }, timeOfDay(at)));
}

function reactions({ reactions: given }) {
  return given?.length ? el("span", { class: "reactions" }, given.map(({ emoji }) => el("span", {}, emoji || "★"))) : null;
}

function quoted(message) {
  const to = message.reply_to_message;
  return to && !to.forum_topic_created ? el("span", { class: "quote" }, summary(to)) : null;
}

function via({ via_bot: bot }) {
  return bot ? el("span", { class: "sender" }, say("via", { name: bot.username })) : null;
}

function forwarded(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  return el("span", { class: "sender" }, say("forwarded", { name: origin.sender_user ? nameOf(origin.sender_user) : origin.sender_user_name || "" }));
}

// The one line a chat list or a quote shows.
export function summary(message) {
  if (message.text || message.caption) return (message.text || message.caption).replace(/\s+/g, " ");
  const kinds = { photo: "photo", document: "file", contact: "contact_card", venue: "place", location: "place", sticker: "sticker", voice: "voice", poll: "poll", video: "video" };
  for (const [kind, key] of Object.entries(kinds)) if (message[kind]) return message.document?.file_name || say(key);
  return serviceWords(message) || say("other_kind");
}

function serviceWords(message) {
  if (message.new_chat_members) return say("joined", { names: message.new_chat_members.map(nameOf).join(", ") });
  if (message.left_chat_member) return say("left", { name: nameOf(message.left_chat_member) });
  if (message.group_chat_created) return say("created", { title: message.chat?.title || "" });
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return say("migrated");
  if (message.pinned_message) return say("pinned");
  if (message.users_shared) return say("users_shared", { names: message.users_shared.user_ids.map((id) => person(id)?.first_name || id).join(", ") });
  if (message.forum_topic_created) return say("topic_created", { name: message.forum_topic_created.name });
  if (message.forum_topic_edited) return say("topic_renamed", { name: message.forum_topic_edited.name || "" });
  if (message.forum_topic_closed) return say("topic_closed");
  if (message.forum_topic_reopened) return say("topic_reopened");
  return "";
}

