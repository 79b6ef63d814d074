// The topics of a forum as tabs. A dot marks a topic in which something was said since it was last looked at.
import { el, iconButton } from "./dom.js";
import { askTopic } from "./menus.js";
import { messagesOf } from "./town.js";
import { language, say } from "./words.js";

export const topicOf = (message) => message.message_thread_id ?? null;

export class TopicTabs {
  constructor(phone, turn) {
    Object.assign(this, { phone, turn, seen: new Map(), shown: "" });
    this.node = el("nav", { class: "topics", "aria-label": say("topics"), hidden: true });
  }

  render(chat, current) {
    this.node.hidden = !chat.is_forum;
    if (!chat.is_forum) return;
    const last = lastOf(chat);
    this.seen.set(current, last.get(current) || 0);
    const tabs = [{ id: null, name: say("general_topic"), closed: false }, ...chat.topics].map((topic) => (
      { ...topic, current: topic.id === current, fresh: (last.get(topic.id) || 0) > (this.seen.get(topic.id) || 0) }));
    const state = JSON.stringify([tabs, language()]);
    if (state === this.shown) return;
    this.shown = state;
    const focused = [...this.node.querySelectorAll("button")].indexOf(document.activeElement);
    this.node.replaceChildren(...tabs.map((topic) => this.tab(topic)), iconButton("add", say("new_topic"), () => askTopic(this.phone, this.turn)));
    if (focused >= 0) this.node.querySelectorAll("button")[focused]?.focus({ preventScroll: true });
  }

  tab({ id, name, closed, current, fresh }) {
    const label = closed ? say("closed_tab", { name }) : name;
    return el("button", { type: "button", "aria-current": current ? "true" : null, class: closed ? "closed" : null, onclick: () => this.turn(id) },
      label, fresh ? el("span", { class: "dot" }, el("span", { class: "unseen" }, say("new_here"))) : null);
  }
}

function lastOf(chat) {
  const last = new Map();
  for (const message of messagesOf(chat.id).values()) last.set(topicOf(message), Math.max(message.message_id, last.get(topicOf(message)) || 0));
  return last;
}
