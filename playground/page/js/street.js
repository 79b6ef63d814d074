// The bar on top: who plays, what time it is, how many phones, which language.
import { openClock } from "./clock.js";
import { el, face, icon, iconButton } from "./dom.js";
import { languageField } from "./menus.js";
import { shortDay, timeOfDay } from "./moments.js";
import { field, openForm } from "./sheets.js";
import { town, unreadOf } from "./town.js";
import { act } from "./wire.js";
import { language, say, speak } from "./words.js";

// `stage` offers phones, active, take(personId), setCount(n), render(); `drawer` offers open, toggle()
export class Street {
  constructor(node, stage, drawer) {
    Object.assign(this, { node, stage, drawer, shown: "" });
    setInterval(() => this.tick(), 1000);
  }

  render() {
    const held = this.stage.phones.map((phone) => phone.personId);
    const state = JSON.stringify([town.people, town.people.map(({ id }) => unreadOf(id)), held, this.stage.active?.personId, town.connected, town.shift, this.drawer.isOpen, language()]);
    if (state !== this.shown) this.build(held);
    this.shown = state;
    this.tick();
  }

  build(held) {
    const focused = [...this.node.querySelectorAll("button")].indexOf(document.activeElement);
    this.clock = el("button", { type: "button", class: `clock-face${town.shift ? " moved" : ""}`, onclick: () => openClock(this.clock) }, icon("clock"), el("span", { class: "day" }), el("span", { class: "time" }));
    this.node.replaceChildren(
      el("h1", { class: "brand" }, el("img", { src: "/playground/page/icon.svg", alt: "" }), el("span", {}, say("brand"))),
      el("nav", { class: "people", "aria-label": say("people") }, town.people.map((person) => this.tab(person, held)), this.addButton()),
      ...this.tools());
    if (focused >= 0) this.node.querySelectorAll("button")[focused]?.focus({ preventScroll: true });
  }

  tab(person, held) {
    const current = this.stage.active?.personId === person.id;
    const count = held.includes(person.id) ? 0 : unreadOf(person.id);
    return el("button", { type: "button", "aria-label": count ? `${person.first_name}, ${say("unread", { count })}` : person.first_name, title: person.first_name, "aria-current": current ? "true" : null, class: held.includes(person.id) ? "held" : null, onclick: () => this.stage.take(person.id) },
      face(person.first_name, person.id, "small"), el("span", { class: "name" }, person.first_name),
      count ? el("span", { class: "badge" }, String(count)) : null);
  }

  addButton() {
    return el("button", { type: "button", class: "add", "aria-label": say("add_person"), title: say("add_person"), onclick: () => this.askPerson() }, icon("add"));
  }

  tools() {
    return [
      town.connected ? null : el("span", { class: "connection", role: "status" }, say("connecting")),
      el("div", { class: "tools" }, this.clock,
        iconButton("phones", say("more_phones"), () => this.stage.setCount((this.stage.count % 3) + 1), { class: "icon-button wide-only" }),
        iconButton("log", say("calls"), () => this.drawer.toggle(), { "aria-pressed": String(this.drawer.isOpen), "aria-controls": "calls" }),
        el("button", { type: "button", class: "text-tool", title: say("language_hint"), "aria-label": say("language_hint"), lang: language() === "ko" ? "en" : "ko", onclick: () => this.turnLanguage() }, language() === "ko" ? "EN" : "한")),
    ].filter(Boolean);
  }

  turnLanguage() {
    speak(language() === "ko" ? "en" : "ko");
    this.stage.render();
    this.drawer.render(true);
    this.render();
  }

  tick() {
    if (!this.clock || !town.ready) return;
    const now = town.now();
    const [day, time] = [shortDay(now), timeOfDay(now)];
    if (this.ticked === day + time && this.clock.querySelector(".time").textContent) return;
    this.ticked = day + time;
    this.clock.querySelector(".day").textContent = day;
    this.clock.querySelector(".time").textContent = time;
    this.clock.setAttribute("aria-label", `${say("clock")}: ${day} ${time}`);
  }

  askPerson() {
    const phone = this.stage.active;
    const name = el("input", { name: "name", required: true, maxlength: 64, autofocus: true, autocomplete: "off" });
    openForm(phone.node, say("add_person"), [field(say("person_name"), name), languageField()], say("add"), async (values) => {
      const added = await phone.tries(act.addPerson(String(values.get("name")), String(values.get("language"))));
      if (added) this.stage.await(added.person?.id ?? added.person_id);
    });
  }
}
