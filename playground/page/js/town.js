// What the page knows: the snapshot and every event after it. Views read it and are told when it changes.
export const town = {
  bot: { id: 0, username: "", name: "" },
  people: [],
  chats: new Map(),
  messages: new Map(),
  calls: [],
  faults: {},
  typing: new Map(),
  pressed: new Map(),
  inline: new Map(), // by person: what the bot offers for what they typed last
  shift: 0,
  ahead: 0,
  connected: false,
  ready: false,
  now: () => Date.now() + town.ahead,
};

const MOST_CALLS = 500;
const watchers = new Set();
let told = false;

export const watch = (deed) => watchers.add(deed);

// Told once for everything that changed in the same breath.
export function changed() {
  if (told) return;
  told = true;
  setTimeout(() => {
    told = false;
    for (const deed of watchers) deed();
  });
}

const takers = {
  snapshot({ bot, clock, people, chats, messages, calls, faults }) {
    Object.assign(town, { bot, people, calls, faults, ready: true });
    town.chats = new Map(chats.map((chat) => [chat.id, chat]));
    town.messages = new Map(Object.entries(messages).map(([id, list]) => [Number(id), new Map(list.map((message) => [message.message_id, message]))]));
    takers.clock(clock);
  },
  clock({ now_ms, shift_seconds }) {
    town.ahead = now_ms - Date.now();
    town.shift = shift_seconds;
  },
  bot({ bot }) {
    town.bot = bot;
  },
  person({ person }) {
    const at = town.people.findIndex(({ id }) => id === person.id);
    if (at < 0) town.people.push(person);
    else town.people[at] = person;
  },
  chat({ chat }) {
    town.chats.set(chat.id, chat);
  },
  message({ chat_id, message }) {
    if (message.from?.is_bot) town.typing.delete(chat_id);
    messagesOf(chat_id).set(message.message_id, message);
  },
  message_edited({ chat_id, message }) {
    messagesOf(chat_id).set(message.message_id, message);
  },
  messages_deleted({ chat_id, message_ids }) {
    for (const id of message_ids) messagesOf(chat_id).delete(id);
  },
  typing({ chat_id, action, for_ms }) {
    town.typing.set(chat_id, { action, until: Date.now() + for_ms });
    setTimeout(changed, for_ms + 20);
  },
  callback_answered({ person_id, chat_id, message_id }) {
    town.pressed.delete(pressKey(person_id, chat_id, message_id));
  },
  inline_results({ person_id, inline }) {
    town.inline.set(person_id, inline);
  },
  call({ call }) {
    town.calls.push(call);
    if (town.calls.length > MOST_CALLS) town.calls.splice(0, town.calls.length - MOST_CALLS);
  },
  faults({ faults }) {
    town.faults = faults;
  },
};

export function take(event) {
  takers[event.event]?.(event);
  changed();
}

export function messagesOf(chatId) {
  if (!town.messages.has(chatId)) town.messages.set(chatId, new Map());
  return town.messages.get(chatId);
}

export const person = (id) => town.people.find((one) => one.id === id);

// A chat as one person sees it: its title, its keyboard, its commands, what the bot says of itself.
export function chatFor(personId, chatId) {
  const chat = town.chats.get(chatId);
  if (!chat) return null;
  return {
    ...chat,
    title: titleOf(chat, personId),
    faceId: chat.type === "private" ? town.bot.id : chat.id,
    started: chat.started || messagesOf(chat.id).size > 0,
    blocked: chat.type === "private" && Boolean(person(personId)?.blocked),
    commands: chat.commands?.[personId] || [],
    description: chat.type === "private" ? chat.descriptions?.[personId] || town.bot.description : "",
    replyKeyboard: chat.reply_keyboards?.[personId] || null,
  };
}

function titleOf(chat, personId) {
  if (chat.type === "private") return town.bot.name || town.bot.username;
  if (chat.type !== "talk") return chat.title || "";
  return chat.people.filter((id) => id !== personId).map((id) => person(id)?.first_name || "").join(", ");
}

export function chatsOf(personId) {
  const seen = [...town.chats.values()].filter((chat) => chat.people.includes(personId) && !chat.migrated_to);
  return seen.map((chat) => chatFor(personId, chat.id));
}

// Those of the town with whom this person has no talk yet.
export function peopleWithoutTalk(personId) {
  const talks = [...town.chats.values()].filter((chat) => chat.type === "talk" && chat.people.includes(personId));
  const known = new Set([personId, ...talks.flatMap((chat) => chat.people)]);
  return town.people.filter(({ id }) => !known.has(id));
}

export function latest(chat) {
  let last = null;
  for (const message of messagesOf(chat.id).values()) if (!last || message.message_id > last.message_id) last = message;
  return last;
}

export const pressKey = (personId, chatId, messageId) => `${personId}:${chatId}:${messageId}`;

const READ = "golmok.read";
const read = JSON.parse(localStorage.getItem(READ) || "{}");

export function markRead(personId, chat) {
  const last = latest(chat)?.message_id || 0;
  const key = `${personId}:${chat.id}`;
  if (read[key] === last) return;
  read[key] = last;
  localStorage.setItem(READ, JSON.stringify(read));
}

// A mark beyond the last message is from a town that has been forgotten since.
export function unread(personId, chat) {
  const last = latest(chat)?.message_id || 0;
  const mark = read[`${personId}:${chat.id}`] || 0;
  const seen = mark > last ? 0 : mark;
  return [...messagesOf(chat.id).values()].filter((message) => message.message_id > seen && message.from?.id !== personId).length;
}

export const unreadOf = (personId) => chatsOf(personId).reduce((sum, chat) => sum + unread(personId, chat), 0);
