// To and from the server: deeds go by POST, everything that happens comes by one WebSocket (playground/PAGE_API.md).
import { changed, take, town } from "./town.js";

export class Refused extends Error {}

async function answered(response) {
  const body = await response.json().catch(() => ({ ok: false, error: response.statusText }));
  if (!body.ok) throw new Refused(body.error || response.statusText);
  return body.result;
}

async function reached(path, options) {
  try {
    return await fetch(path, { method: "POST", ...options });
  } catch (failure) {
    throw new Refused(failure.message);
  }
}

const deed = async (name, wish = {}) =>
  answered(await reached(`/playground/do/${name}`, { headers: { "Content-Type": "application/json" }, body: JSON.stringify(wish) }));

const inTopic = (topic) => (topic ? { topic } : {});

// `more`: the caption, and the album it belongs to.
async function upload(person_id, chat_id, topic, kind, file, more = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ person_id, chat_id, kind, ...inTopic(topic), ...more })) form.append(name, String(value));
  form.append("file", file, file.name);
  return answered(await reached("/playground/upload", { body: form }));
}

export const act = {
  start: (person_id, payload) => deed("start", { person_id, payload }),
  send: (person_id, chat_id, text, reply_to, topic) => deed("send", { person_id, chat_id, text, ...(reply_to ? { reply_to } : {}), ...inTopic(topic) }),
  edit: (person_id, chat_id, message_id, text) => deed("edit", { person_id, chat_id, message_id, text }),
  remove: (person_id, chat_id, message_id) => deed("delete", { person_id, chat_id, message_id }),
  press: (person_id, chat_id, message_id, row, column) => deed("press", { person_id, chat_id, message_id, row, column }),
  pressKey: (person_id, chat_id, row, column, where = {}) => deed("press_key", { person_id, chat_id, row, column, ...where }),
  contact: (person_id, chat_id, topic) => deed("share_contact", { person_id, chat_id, own: true, ...inTopic(topic) }),
  otherContact: (person_id, chat_id, topic, first_name, phone_number) => deed("share_contact", { person_id, chat_id, first_name, phone_number, ...inTopic(topic) }),
  place: (person_id, chat_id, topic, latitude, longitude) => deed("share_place", { person_id, chat_id, latitude, longitude, ...inTopic(topic) }),
  sticker: (person_id, chat_id, topic) => deed("send_sticker", { person_id, chat_id, ...inTopic(topic) }),
  voice: (person_id, chat_id, topic) => deed("send_voice", { person_id, chat_id, ...inTopic(topic) }),
  venue: (person_id, chat_id, topic, venue) => deed("send_venue", { person_id, chat_id, ...venue, ...inTopic(topic) }),
  poll: (person_id, chat_id, topic, poll) => deed("send_poll", { person_id, chat_id, ...poll, ...inTopic(topic) }),
  photo: (person_id, chat_id, topic, file, more) => upload(person_id, chat_id, topic, "photo", file, more),
  file: (person_id, chat_id, topic, file, more) => upload(person_id, chat_id, topic, "document", file, more),
  block: (person_id) => deed("block", { person_id }),
  unblock: (person_id) => deed("unblock", { person_id }),
  openLink: (person_id, url) => deed("open_link", { person_id, url }),
  share: (person_id, to, url, text) => deed("share", { person_id, ...to, url, text }),
  addPerson: (name, language_code) => deed("add_person", { name, language_code }),
  changePerson: (person_id, changes) => deed("change_person", { person_id, ...changes }),
  addGroup: (person_id, title, people, with_bot) => deed("add_group", { person_id, title, people, with_bot }),
  addMember: (person_id, chat_id, member_id) => deed("add_member", { person_id, chat_id, member_id }),
  removeMember: (person_id, chat_id, member_id) => deed("remove_member", { person_id, chat_id, member_id }),
  promoteBot: (person_id, chat_id) => deed("promote_bot", { person_id, chat_id }),
  demoteBot: (person_id, chat_id) => deed("demote_bot", { person_id, chat_id }),
  makeForum: (chat_id) => deed("make_forum", { chat_id }),
  openTopic: (person_id, chat_id, name) => deed("open_topic", { person_id, chat_id, name }),
  closeTopic: (person_id, chat_id, topic, closed) => deed("close_topic", { person_id, chat_id, topic, closed }),
  openTalk: (person_id, to_person_id) => deed("open_talk", { person_id, to_person_id }),
  typeInline: (person_id, chat_id, query, topic) => deed("type_inline", { person_id, chat_id, query, ...inTopic(topic) }),
  moreResults: (person_id) => deed("more_results", { person_id }),
  pickResult: (person_id, number) => deed("pick_result", { person_id, number }),
  sharePeople: (person_id, request_id, people) => deed("share_people", { person_id, request_id, people }),
  migrate: (chat_id) => deed("migrate", { chat_id }),
  moveClock: (wish) => deed("move_clock", wish),
  fault: (name, wish) => deed(name, wish),
};

// `heard(event)` is called after the town has taken the event. A lost line is tried again, ever more slowly up to 5 s.
export function listen(heard) {
  let wait = 300;
  const connect = () => {
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/playground/events`);
    socket.onopen = () => {
      wait = 300;
      town.connected = true;
    };
    socket.onmessage = ({ data }) => {
      const event = JSON.parse(data);
      take(event);
      heard(event);
    };
    socket.onclose = () => {
      town.connected = false;
      changed();
      setTimeout(connect, wait);
      wait = Math.min(5000, wait * 2);
    };
  };
  connect();
}
