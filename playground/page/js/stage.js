// The phones side by side: as many as the window has room for, or as many as the person wants.
import { el } from "./dom.js";
import { Phone } from "./phone.js";
import { person, town } from "./town.js";
import { say } from "./words.js";

const NARROW = matchMedia("(max-width: 760px)");
const ROOM_FOR_ONE = 380;

export class Stage {
  constructor(node, changed) {
    Object.assign(this, { node, changed, phones: [], active: null, wanted: Number(localStorage.getItem("golmok.phones")) || 2, shown: "" });
    new ResizeObserver(() => this.render()).observe(node);
    node.addEventListener("focusin", (event) => this.noticeFocus(event));
  }

  // How many phones stand here now.
  get count() {
    if (NARROW.matches) return 1;
    return Math.max(1, Math.min(this.wanted, Math.floor(this.node.clientWidth / ROOM_FOR_ONE), town.people.length));
  }

  setCount(count) {
    this.wanted = count;
    localStorage.setItem("golmok.phones", String(count));
    this.render();
    this.changed();
  }

  noticeFocus(event) {
    const phone = this.phones.find(({ node }) => node.contains(event.target));
    if (!phone || phone === this.active) return;
    this.active = phone;
    this.changed();
  }

  // Gives the active phone to this person; if the person already holds another one, that one becomes active.
  take(personId) {
    const holding = this.phones.find((phone) => phone.personId === personId);
    if (holding) this.active = holding;
    else this.active.hold(personId);
    localStorage.setItem("golmok.person", String(personId));
    this.render();
    this.changed();
  }

  // Someone who is about to move in gets the active phone as soon as the town knows them.
  await(personId) {
    this.awaited = personId;
    this.render();
  }

  render() {
    if (!town.people.length) return;
    this.welcome();
    this.settle();
    const state = JSON.stringify([this.phones.map(({ personId }) => personId), town.people, say("owner")]);
    if (state !== this.shown) this.place();
    this.shown = state;
    for (const phone of this.phones) phone.render();
  }

  // A node that is moved forgets how far it was scrolled.
  place() {
    const read = [...this.node.querySelectorAll(".wall")].map((wall) => [wall, wall.scrollTop]);
    this.node.replaceChildren(...this.phones.map((phone) => this.placeOf(phone)));
    for (const [wall, top] of read) wall.scrollTop = top;
  }

  welcome() {
    if (!person(this.awaited)) return;
    const newcomer = this.awaited;
    this.awaited = null;
    this.take(newcomer);
  }

  settle() {
    this.phones = this.phones.filter((phone) => person(phone.personId));
    while (this.phones.length < this.count) this.phones.push(new Phone(this.nextPerson()));
    if (this.phones.length > this.count) this.phones = this.spared();
    if (!this.phones.includes(this.active)) this.active = this.phones[0];
  }

  spared() {
    const rest = this.phones.filter((phone) => phone !== this.active);
    return [this.active, ...rest].filter(Boolean).slice(0, this.count);
  }

  nextPerson() {
    const free = town.people.filter(({ id }) => !this.phones.some((phone) => phone.personId === id));
    const last = this.phones.length ? null : free.find(({ id }) => id === Number(localStorage.getItem("golmok.person")));
    return (last || free[0]).id;
  }

  placeOf(phone) {
    const others = this.phones.filter((other) => other !== phone).map(({ personId }) => personId);
    const choose = (event) => {
      this.active = phone;
      phone.hold(Number(event.target.value));
      this.render();
      this.changed();
    };
    const select = el("select", { "aria-label": say("owner"), onchange: choose },
      town.people.filter(({ id }) => !others.includes(id)).map(({ id, first_name }) => el("option", { value: id, selected: id === phone.personId }, first_name)));
    return el("div", { class: "place" }, el("div", { class: "place-owner" }, select), phone.node);
  }
}
