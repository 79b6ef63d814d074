// A chat: head, messages, foot. Message nodes are kept and replaced one by one, so focus, scroll and screen readers stay where they are.
import { messageNode, summary } from "./bubble.js";
import { chatMenu, messageMenu } from "./menus.js";
import { Composer } from "./composer.js";
import { el, face, icon, iconButton } from "./dom.js";
import { dayKey, wholeDay } from "./moments.js";
import { openChoices } from "./sheets.js";
import { messagesOf, town } from "./town.js";
import { topicOf, TopicTabs } from "./topics.js";
import { language, say } from "./words.js";

const NEAR_END = 90;

export class ChatScreen {
  constructor(phone) {
    this.phone = phone;
    this.kept = new Map();
    this.days = new Map();
    this.fresh = true;
    this.topic = this.known = null;
    this.tabs = new TopicTabs(phone, (topic) => this.turn(topic));
    this.head = el("header", { class: "chat-head" });
    this.list = el("ol", { class: "messages", role: "log", "aria-live": "polite", "aria-relevant": "additions" });
    this.pin = el("button", { type: "button", class: "pin", hidden: true, onclick: () => this.showPinned() });
    this.wall = el("div", { class: "wall", tabindex: 0, onscroll: () => this.markEnd() }, this.list);
    // A picture that arrives late makes the chat longer; whoever was at its end stays there.
    this.wall.addEventListener("load", () => this.toEnd.hidden && this.scrollToEnd(false), true);
    this.toEnd = iconButton("down", say("to_end"), () => this.scrollToEnd(true), { class: "icon-button to-end", hidden: true });
    this.composer = new Composer(phone);
    this.composer.node.prepend(this.toEnd);
    this.node = el("section", { class: "screen" }, this.head, this.tabs.node, this.pin, this.wall, this.composer.node);
  }

  render() {
    const { chat } = this.phone;
    this.wall.setAttribute("aria-label", say("messages_with", { name: chat.title }));
    this.renderHead(chat);
    this.followTopic(chat);
    this.tabs.render(chat, this.topic);
    this.renderPin(chat);
    const stay = !this.fresh && !this.isAtEnd();
    const mine = this.renderMessages(chat);
    this.composer.render();
    if (!stay || mine) this.scrollToEnd(false);
    this.fresh = false;
    this.markEnd();
  }

  renderHead(chat) {
    const state = JSON.stringify([chat.title, this.subtitle(chat), language()]);
    if (state === this.headState) return;
    this.headState = state;
    const { phone } = this;
    const subtitle = this.subtitle(chat);
    const focused = [...this.head.querySelectorAll("button")].indexOf(document.activeElement);
    this.head.replaceChildren(
      iconButton("back", say("back_to_chats"), () => phone.open(null)),
      face(chat.title, chat.faceId),
      el("div", { class: "chat-title" }, el("h2", {}, chat.title), el("p", { class: this.typing(chat) ? "typing" : null }, subtitle)),
      iconButton("more", say("chat_menu"), () => openChoices(phone.node, chat.title, chatMenu(phone))));
    if (focused >= 0) this.head.querySelectorAll("button")[focused]?.focus({ preventScroll: true });
  }

  // A topic that was there and is no more leads to the general one; one that was just made may still be on its way.
  followTopic(chat) {
    if (chat.topics.some(({ id }) => id === this.topic)) this.known = this.topic;
    else if (this.topic === this.known) this.topic = null;
  }

  turn(topic) {
    this.topic = topic;
    this.fresh = true;
    this.phone.render();
  }

  renderPin(chat) {
    const found = messagesOf(chat.id).get(chat.pinned_message_id);
    const pinned = found && (!chat.is_forum || topicOf(found) === this.topic) ? found : null;
    this.pin.hidden = !pinned;
    if (pinned) this.pin.replaceChildren(icon("pin"), el("span", {}, summary(pinned)));
    this.pin.setAttribute("aria-label", pinned ? say("pinned_line", { text: summary(pinned) }) : "");
  }

  showPinned() {
    this.kept.get(this.phone.chat.pinned_message_id)?.node.scrollIntoView({ block: "center" });
  }

  typing(chat) {
    const typing = town.typing.get(chat.id);
    return typing && typing.until > Date.now() ? typing.action : null;
  }

  subtitle(chat) {
    const action = this.typing(chat);
    if (action) return say(action === "upload_photo" ? "sending_photo" : action === "upload_document" ? "sending_file" : "typing");
    if (chat.blocked) return say("blocked");
    if (chat.type === "private") return `${say("bot")} · @${town.bot.username}`;
    return say("members", { count: chat.people.length + (chat.with_bot ? 1 : 0) });
  }

  // → whether one of the new messages is this person's own
  renderMessages(chat) {
    const all = [...messagesOf(chat.id).values()];
    const messages = (chat.is_forum ? all.filter((message) => topicOf(message) === this.topic) : all).sort((a, b) => a.message_id - b.message_id);
    const wanted = [];
    let day = "";
    let own = false;
    for (const message of messages) {
      const key = dayKey(message.date * 1000);
      if (key !== day) wanted.push(this.dayLine(key, message.date * 1000));
      day = key;
      own = own || (!this.kept.has(message.message_id) && message.from?.id === this.phone.personId);
      wanted.push(this.keep(message, chat));
    }
    if (!messages.length) wanted.push(this.welcome(chat));
    for (const id of this.kept.keys()) if (!messagesOf(chat.id).has(id)) this.kept.delete(id);
    arrange(this.list, wanted);
    return own;
  }

  dayLine(key, at) {
    const words = wholeDay(at, town.now());
    const line = this.days.get(key) || el("li", { class: "day-line" });
    if (line.textContent !== words) line.textContent = words;
    this.days.set(key, line);
    return line;
  }

  keep(message, chat) {
    const press = JSON.stringify([language(), message.reply_markup?.inline_keyboard?.map((row, r) => row.map((_, c) => this.phone.isWaiting(message, r, c)))]);
    const known = this.kept.get(message.message_id);
    if (known && known.message === message && known.press === press) return known.node;
    const node = messageNode(message, chat, this.phone);
    node.addEventListener("contextmenu", (event) => this.offer(event, message));
    if (known) takeFocus(known.node, node);
    this.kept.set(message.message_id, { message, press, node });
    return node;
  }

  offer(event, message) {
    const choices = messageMenu(this.phone, message);
    if (!choices.length || event.target.closest("a")) return;
    event.preventDefault();
    openChoices(this.phone.node, say("message_menu"), choices);
  }

  welcome(chat) {
    const state = `${chat.title}|${chat.description}|${language()}`;
    if (this.welcomed?.dataset.state === state) return this.welcomed;
    const words = chat.description || say("no_messages");
    this.welcomed = el("li", { class: "empty", "data-state": state }, el("h3", {}, chat.title), el("p", {}, words));
    return this.welcomed;
  }

  isAtEnd() {
    return this.wall.scrollHeight - this.wall.scrollTop - this.wall.clientHeight < NEAR_END;
  }

  markEnd() {
    this.toEnd.hidden = this.isAtEnd();
  }

  scrollToEnd(gently) {
    this.wall.scrollTo({ top: this.wall.scrollHeight, behavior: gently ? "smooth" : "instant" });
  }
}

// Puts the wanted nodes in order with the fewest moves: a node that stays is not touched, so it is not read out again.
function arrange(list, wanted) {
  const keep = new Set(wanted);
  for (const child of [...list.children]) {
    const successor = child.successor;
    if (successor && keep.has(successor) && !successor.isConnected) child.replaceWith(successor);
    else if (!keep.has(child)) child.remove();
    successor?.refocus?.();
  }
  wanted.forEach((node, at) => {
    if (list.children[at] !== node) list.insertBefore(node, list.children[at] || null);
  });
}

// The node that replaces a message with the focus in it takes the focus over, on the button at the same place if there is one.
function takeFocus(old, node) {
  old.successor = node;
  node.style.animation = "none";
  const key = document.activeElement?.closest?.(".key");
  if (!key || !old.contains(key)) return;
  node.refocus = () => {
    const same = node.querySelector(`.key[data-row="${key.dataset.row}"][data-column="${key.dataset.column}"]`) || node.querySelector(".key");
    same?.focus({ preventScroll: true });
    delete node.refocus;
  };
}
