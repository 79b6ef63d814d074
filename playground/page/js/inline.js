// Inline mode: `@bot words` in any chat asks the bot, and what it offers stands above the line one writes in.
import { el, icon } from "./dom.js";
import { openChoices } from "./sheets.js";
import { chatsOf, peopleWithoutTalk, town } from "./town.js";
import { act } from "./wire.js";
import { say } from "./words.js";

const PAUSE = 250; // milliseconds after the last key

export class InlinePanel {
  constructor(phone, input) {
    Object.assign(this, { phone, input, asked: null, timer: 0 });
    this.node = el("div", { class: "inline-results", role: "group", "aria-label": say("inline_results"), hidden: true });
  }

  // What stands after the bot's name, or null when the text is not for the bot.
  get query() {
    const found = this.input.value.match(/^@(\w+)\s(.*)$/su);
    return found && found[1].toLowerCase() === town.bot.username.toLowerCase() ? found[2] : null;
  }

  // The text has changed.
  notice() {
    const { query } = this;
    clearTimeout(this.timer);
    if (query === null) this.close();
    else if (query !== this.asked) this.timer = setTimeout(() => this.ask(query), PAUSE);
  }

  async ask(query) {
    const { personId, chatId, topic } = this.phone;
    this.asked = query;
    if (await this.phone.tries(act.typeInline(personId, chatId, query, topic)) === null) this.asked = null;
    this.render();
  }

  close() {
    this.asked = null;
    this.render();
  }

  get offer() {
    const offer = town.inline.get(this.phone.personId);
    return this.asked !== null && offer?.chat_id === this.phone.chatId && offer.query === this.asked ? offer : null;
  }

  render() {
    const { offer } = this;
    const state = JSON.stringify(offer);
    this.node.hidden = !offer;
    if (state === this.shown) return;
    this.shown = state;
    this.node.replaceChildren(...(offer ? this.rows(offer) : []));
  }

  rows({ results, answered, more, button }) {
    const empty = results.length || button ? null : el("p", {}, say(answered ? "no_results" : "asking"));
    const start = button ? el("button", { type: "button", class: "above", onclick: () => this.start(button.start_parameter) }, button.text) : null;
    const next = more ? el("button", { type: "button", class: "above", onclick: () => this.phone.tries(act.moreResults(this.phone.personId)) }, say("more_results")) : null;
    return [start, empty, ...results.map((result, at) => this.row(result, at)), next].filter(Boolean);
  }

  row({ type, title, description }, at) {
    return el("button", { type: "button", onclick: () => this.pick(at) }, icon(type === "photo" ? "photo" : type === "document" ? "file" : "send"),
      el("span", {}, el("strong", {}, title), description ? el("small", {}, description) : null));
  }

  async pick(at) {
    if (await this.phone.tries(act.pickResult(this.phone.personId, at)) === null) return;
    this.input.value = "";
    this.close();
    this.phone.screen.composer.measure();
    this.input.focus({ preventScroll: true });
  }

  start(payload) {
    this.input.value = "";
    this.close();
    this.phone.arrive({ chat_id: this.phone.personId, payload });
  }
}

const KINDS = { private: "allow_bot_chats", talk: "allow_user_chats", group: "allow_group_chats", supergroup: "allow_group_chats" };

// A button that switches to inline mode: here, or in a chat the person chooses.
export function switchInline(phone, button) {
  if (button.switch_inline_query_current_chat !== undefined) {
    type(phone, phone.chatId, button.switch_inline_query_current_chat);
    return;
  }
  const chosen = button.switch_inline_query_chosen_chat;
  const query = chosen ? chosen.query || "" : button.switch_inline_query;
  const fits = (kind) => !chosen || chosen[KINDS[kind]];
  const chats = chatsOf(phone.personId).filter(({ type: kind }) => fits(kind)).map((chat) => (
    { icon: chat.type === "private" ? "keys" : "people", label: chat.title, deed: () => type(phone, chat.id, query) }));
  const people = fits("talk") ? peopleWithoutTalk(phone.personId).map((other) => ({ icon: "person", label: other.first_name, deed: () => typeTo(phone, other.id, query) })) : [];
  openChoices(phone.node, say("share_to"), [...chats, ...people], say("no_such_chat"));
}

async function typeTo(phone, personId, query) {
  const talk = await phone.tries(act.openTalk(phone.personId, personId));
  if (talk) type(phone, talk.chat_id, query);
}

function type(phone, chatId, query) {
  phone.open(chatId);
  phone.screen?.composer.write(`@${town.bot.username} ${query}`);
}
