// One phone in the hand of one person. It shows the list of chats or one chat, and does what a tap on either means.
import { chatList } from "./chatlist.js";
import { ChatScreen } from "./chatscreen.js";
import { el } from "./dom.js";
import { isInside } from "./links.js";
import { openAlert, openChoices, openPicture, toast } from "./sheets.js";
import { chatFor, chatsOf, markRead, peopleWithoutTalk, person, pressKey, town } from "./town.js";
import { act, Refused } from "./wire.js";
import { say } from "./words.js";

export class Phone {
  constructor(personId) {
    this.node = el("div", { class: "phone", role: "region" });
    this.places = new Map();
    this.screens = new Map(); // kept, so that a half-written text is still there on coming back
    this.screen = null;
    this.hold(personId);
  }

  get person() {
    return person(this.personId);
  }

  // In a forum: the topic that is shown; null is the general one, and every other chat.
  get topic() {
    return this.screen?.topic ?? null;
  }

  get chat() {
    return chatFor(this.personId, this.chatId);
  }

  // Another person takes this phone; everyone comes back to the chat they were in, at first the bot's.
  hold(personId) {
    this.personId = personId;
    this.chatId = this.places.has(personId) ? this.places.get(personId) : personId;
    this.closeSheets();
    this.screen = null;
  }

  open(chatId) {
    this.chatId = chatId;
    this.places.set(this.personId, chatId);
    this.screen = null;
    this.render();
    this.node.querySelector(chatId === null ? ".chats button" : "textarea, .wide-button")?.focus({ preventScroll: true });
  }

  closeSheets() {
    for (const veil of this.node.querySelectorAll(":scope > .veil")) veil.remove();
    for (const child of this.node.children) child.inert = false;
  }

  render() {
    if (!this.person) return;
    this.node.setAttribute("aria-label", say("phone_of", { name: this.person.first_name }));
    this.followMigration();
    if (!this.chat) this.showList();
    else this.showChat();
  }

  showList() {
    const focused = [...this.node.querySelectorAll("button")].indexOf(document.activeElement);
    this.screen = null;
    this.place(chatList(this));
    if (focused >= 0) this.node.querySelectorAll("button")[focused]?.focus({ preventScroll: true });
  }

  showChat() {
    if (!this.screen) {
      this.screen = this.screenOf(`${this.personId}:${this.chatId}`);
      this.screen.fresh = true;
      this.place(this.screen.node);
    }
    this.screen.render();
    if (document.visibilityState === "visible") markRead(this.personId, this.chat);
  }

  screenOf(key) {
    if (!this.screens.has(key)) this.screens.set(key, new ChatScreen(this));
    return this.screens.get(key);
  }

  // The screen lies under any sheet that is open, and is inert as long as one is.
  place(screen) {
    screen.inert = Boolean(this.node.querySelector(":scope > .veil"));
    this.node.querySelector(":scope > .screen")?.remove();
    this.node.prepend(screen);
  }

  followMigration() {
    const moved = town.chats.get(this.chatId)?.migrated_to;
    if (!moved) return;
    this.chatId = moved;
    this.places.set(this.personId, moved);
    this.screen = null;
  }

  toast(text) {
    toast(this.node, text);
  }

  // → the deed's result, or null after the reason was shown
  async tries(deed) {
    try {
      return await deed;
    } catch (refusal) {
      if (!(refusal instanceof Refused)) throw refusal;
      this.toast(say("failed", { why: refusal.message }));
      return null;
    }
  }

  say(text) {
    return act.send(this.personId, this.chatId, text, null, this.topic);
  }

  command(text) {
    return this.tries(this.say(text));
  }

  start(payload) {
    return this.tries(act.start(this.personId, payload));
  }

  isWaiting(message, row, column) {
    const press = town.pressed.get(pressKey(this.personId, this.chatId, message.message_id));
    return Boolean(press && press.row === row && press.column === column);
  }

  async press(message, row, column) {
    const key = pressKey(this.personId, this.chatId, message.message_id);
    const press = { row, column };
    town.pressed.set(key, press);
    this.render();
    const done = await this.tries(act.press(this.personId, this.chatId, message.message_id, row, column));
    if (done === null && town.pressed.get(key) === press) town.pressed.delete(key);
    this.render();
  }

  answered({ text, show_alert, url, expired }) {
    if (expired) this.toast(say("unanswered"));
    if (text && show_alert) openAlert(this.node, text);
    else if (text) this.toast(text);
    if (url) this.follow(url);
  }

  // → true when the link stays inside this page
  follow(url) {
    if (!isInside(url)) return false;
    this.openInside(url);
    return true;
  }

  async openInside(url) {
    const link = await this.tries(act.openLink(this.personId, url));
    if (link?.kind === "bot") this.arrive(link);
    else if (link?.kind === "share") this.share(link.url, link.text);
    else if (link?.kind === "person") this.meet(person(link.person_id));
    else if (link) window.open(link.url, "_blank", "noopener,noreferrer");
  }

  // A mention was pressed.
  meet(other) {
    if (!other || other.id === this.personId) {
      this.toast(other ? say("that_is_you") : say("nobody_here"));
      return;
    }
    const talk = async () => {
      const chat = await this.tries(act.openTalk(this.personId, other.id));
      if (chat) this.open(chat.chat_id);
    };
    openChoices(this.node, other.first_name, [{ icon: "person", label: say("talk_to", { name: other.first_name }), deed: talk }]);
  }

  arrive({ chat_id, payload }) {
    this.open(chat_id);
    this.screen.composer.offerStart(payload || "");
  }

  share(url, text) {
    const chats = chatsOf(this.personId).map((chat) => ({ icon: chat.type === "private" ? "keys" : "people", label: chat.title, to: { chat_id: chat.id } }));
    const people = peopleWithoutTalk(this.personId).map((other) => ({ icon: "person", label: other.first_name, to: { to_person_id: other.id } }));
    const choices = [...chats, ...people].map(({ to, ...choice }) => ({ ...choice, deed: () => this.sendShare(to, url, text) }));
    openChoices(this.node, say("share_to"), choices);
  }

  async sendShare(to, url, text) {
    const sent = await this.tries(act.share(this.personId, to, url, text));
    if (!sent) return;
    this.open(sent.chat_id);
    this.toast(say("shared"));
  }

  picture(url) {
    openPicture(this.node, url, say("photo"));
  }

  async copy(text) {
    await navigator.clipboard?.writeText(text).catch(() => {});
    this.toast(say("copied"));
  }
}
