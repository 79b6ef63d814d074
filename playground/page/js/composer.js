// The foot of a chat: what one writes, attaches, or presses on the reply keyboard.
import { attachChoices } from "./attach.js";
import { summary } from "./bubble.js";
import { el, icon, iconButton } from "./dom.js";
import { InlinePanel } from "./inline.js";
import { replyKeys } from "./replykeys.js";
import { openChoices } from "./sheets.js";
import { messagesOf } from "./town.js";
import { act } from "./wire.js";
import { language, say } from "./words.js";

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.node = el("footer", { class: "foot" });
    this.body = this.node.appendChild(el("div", { class: "foot-body" }));
    this.input = el("textarea", { rows: 1, maxlength: 4096, enterkeyhint: "send", onkeydown: (event) => this.onKey(event), oninput: () => this.measure() });
    this.inline = new InlinePanel(phone, this.input);
    this.subject = null; // {edit: message} or {reply: message}
    this.payload = null; // what a deep link wants to be started with
    this.keysShown = true;
    this.keyboard = "";
    this.shown = "";
  }

  // Built again only when something it shows has changed: a person may be typing in it.
  render() {
    const { chat } = this.phone;
    this.noticeKeyboard(chat);
    this.inline.render();
    const state = JSON.stringify([chat, this.keysShown, this.subject, this.payload, this.phone.personId, this.phone.topic, language()]);
    if (state === this.shown) return;
    this.shown = state;
    const focused = this.body.contains(document.activeElement);
    this.body.replaceChildren(...this.parts(chat));
    if (focused && !this.body.contains(document.activeElement)) this.focus();
    this.measure();
  }

  // A keyboard the bot has just sent opens by itself, also after an earlier one was folded away.
  noticeKeyboard(chat) {
    const keyboard = JSON.stringify(chat.replyKeyboard);
    if (keyboard !== this.keyboard) this.keysShown = true;
    this.keyboard = keyboard;
  }

  focus() {
    this.body.querySelector("textarea, .wide-button")?.focus({ preventScroll: true });
  }

  parts(chat) {
    const { phone } = this;
    if (chat.blocked) return [wide(say("unblock"), () => this.restart())];
    if (chat.type === "private" && (!chat.started || this.payload !== null)) return [wide(say("start"), () => this.start())];
    if (this.isClosed(chat)) return [el("p", { class: "closed-topic" }, say("topic_is_closed"))];
    return [this.inline.node, this.subjectBar(), this.line(chat), chat.replyKeyboard && this.keysShown ? replyKeys(chat.replyKeyboard, phone, this) : null].filter(Boolean);
  }

  // Who made the group may still write in a closed topic.
  isClosed(chat) {
    const topic = chat.topics?.find(({ id }) => id === this.phone.topic);
    return Boolean(topic?.closed) && chat.people[0] !== this.phone.personId;
  }

  // What stands in the line, which is empty from then on.
  taken() {
    const text = this.input.value.trim();
    this.input.value = "";
    this.measure();
    return text;
  }

  // Puts words into the line as if they had been typed.
  write(text) {
    this.input.value = text;
    this.focus();
    this.measure();
  }

  offerStart(payload) {
    this.payload = payload;
    this.phone.render();
    this.focus();
  }

  start() {
    const payload = this.payload || "";
    this.payload = null;
    this.phone.start(payload);
    this.phone.render();
  }

  async restart() {
    if (await this.phone.tries(act.unblock(this.phone.personId))) this.phone.start("");
  }

  subjectBar() {
    if (!this.subject) return null;
    const words = this.subject.edit ? say("edit_last") : say("replying", { text: summary(this.subject.reply) });
    return el("div", { class: "subject" }, icon(this.subject.edit ? "edit" : "back"), el("span", {}, words), iconButton("close", say("cancel"), () => this.about(null)));
  }

  line(chat) {
    const { phone } = this;
    this.input.placeholder = chat.replyKeyboard?.input_field_placeholder || say("message");
    this.input.setAttribute("aria-label", say("write_to", { name: phone.person.first_name }));
    this.sendButton = iconButton("send", say("send"), () => this.send(), { class: "icon-button send", disabled: true });
    this.row = el("div", { class: "composer" },
      chat.with_bot ? this.menuButton(chat) : null,
      this.input,
      chat.replyKeyboard ? iconButton("keys", say(this.keysShown ? "keyboard_hide" : "keyboard"), () => this.toggleKeys(), { "aria-pressed": String(this.keysShown) }) : null,
      chat.with_bot ? iconButton("clip", say("attach"), () => openChoices(phone.node, say("attach"), attachChoices(phone)), { class: "icon-button clip" }) : null,
      this.sendButton);
    return this.row;
  }

  menuButton(chat) {
    const open = () => openChoices(this.phone.node, say("commands_of"), chat.commands.map(({ command, description }) => (
      { prefix: `/${command}`, label: description, deed: () => this.phone.command(`/${command}`) })), say("no_commands"));
    return el("button", { type: "button", class: "menu-button", "aria-label": say("commands"), onclick: open }, icon("menu"), el("span", {}, say("commands")));
  }

  toggleKeys(shown = !this.keysShown) {
    this.keysShown = shown;
    this.phone.render();
  }

  onKey(event) {
    if (event.key === "Escape") this.leave();
    if (event.key === "ArrowUp" && !this.input.value) this.editLast(event);
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.send();
  }

  leave() {
    if (this.subject) this.about(null);
    this.inline.close();
  }

  editLast(event) {
    const own = [...messagesOf(this.phone.chatId).values()].filter((message) => message.text && message.from?.id === this.phone.personId);
    if (!own.length) return;
    event.preventDefault();
    this.edit(own.reduce((a, b) => (b.message_id > a.message_id ? b : a)));
  }

  measure() {
    const text = this.input.value.trim();
    this.inline.notice();
    if (this.sendButton) this.sendButton.disabled = !text;
    this.row?.classList.toggle("writing", Boolean(text));
    if (CSS.supports("field-sizing", "content")) return;
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight + 2}px`;
  }

  async send() {
    const text = this.input.value.trim();
    if (!text) return;
    const { subject } = this;
    this.input.value = "";
    this.about(null);
    const done = await this.phone.tries(this.deed(text, subject));
    if (done === null && !this.input.value) this.input.value = text;
    this.measure();
  }

  deed(text, subject) {
    const { personId, chatId, topic } = this.phone;
    if (subject?.edit) return act.edit(personId, chatId, subject.edit.message_id, text);
    return act.send(personId, chatId, text, subject?.reply?.message_id, topic);
  }

  edit(message) {
    this.input.value = message.text;
    this.about({ edit: message });
  }

  answer(message) {
    this.about({ reply: message });
  }

  about(subject) {
    if (this.subject?.edit && !subject) this.input.value = "";
    this.subject = subject;
    this.phone.render();
    this.input.focus({ preventScroll: true });
    this.measure();
  }
}

const wide = (label, deed) => el("button", { type: "button", class: "wide-button", onclick: deed }, label);
