// The drawer: every call the bot makes, as it happens, and the bad weather one can make for it.
import { el, iconButton } from "./dom.js";
import { timeWithSeconds } from "./moments.js";
import { town, changed } from "./town.js";
import { act } from "./wire.js";
import { say } from "./words.js";

const SHOWN = 200;

const WEATHER = [
  ["flood", "flood", { seconds: 3 }, (faults) => faults.flood_seconds > 0],
  ["fail", "fail", { times: 3, status: 502 }, (faults) => faults.fail_times > 0],
  ["slow", "slow", { seconds: 2 }, (faults) => faults.slow_seconds > 0],
  ["drop", "drop", { times: 3 }, (faults) => faults.drop_times > 0],
  ["close_tax_office", "close_tax_office", { closed: 1 }, (faults) => faults.tax_office_away],
];

export class Drawer {
  constructor(node, toggled) {
    Object.assign(this, { node, toggled, wanted: "", polls: false, from: 0, kept: new Map() });
  }

  get isOpen() {
    return !this.node.hidden;
  }

  toggle() {
    this.node.hidden = this.isOpen;
    this.render(true);
    if (this.isOpen) this.node.querySelector("input").focus();
    else document.querySelector('[aria-controls="calls"]')?.focus();
    this.toggled();
  }

  render(whole = false) {
    if (!this.isOpen) return;
    if (whole || !this.list) this.build();
    this.renderWeather();
    this.renderCalls();
  }

  build() {
    this.kept.clear();
    this.list = el("div", { class: "call-log" });
    this.weather = el("div", { class: "weather", role: "group", "aria-label": say("weather") });
    this.faults = "";
    const search = el("input", { type: "search", placeholder: say("find_method"), "aria-label": say("find_method"), value: this.wanted, oninput: (event) => this.sift({ wanted: event.target.value }) });
    const polls = el("input", { type: "checkbox", checked: !this.polls, onchange: (event) => this.sift({ polls: !event.target.checked }) });
    this.node.setAttribute("aria-label", say("calls"));
    this.node.onkeydown = (event) => event.key === "Escape" && this.toggle();
    this.node.replaceChildren(
      el("header", {}, el("h2", {}, say("calls")), iconButton("close", say("close"), () => this.toggle())),
      this.weather,
      el("div", { class: "sieve" }, search, el("label", {}, polls, say("hide_polls")), el("button", { type: "button", onclick: () => this.sift({ from: town.calls.at(-1)?.id || 0 }) }, say("empty_log"))),
      this.list);
  }

  sift(change) {
    Object.assign(this, change);
    this.renderCalls();
  }

  renderWeather() {
    const state = JSON.stringify(town.faults);
    if (state === this.faults) return;
    const focused = [...this.weather.children].indexOf(document.activeElement);
    this.faults = state;
    this.weather.replaceChildren(...WEATHER.map(([name, label, wish, isOn]) => {
      const on = isOn(town.faults);
      return el("button", { type: "button", class: on ? "on" : null, "aria-pressed": String(on), onclick: () => this.blow(name, on ? calm(wish) : wish) }, say(label));
    }));
    if (focused >= 0) this.weather.children[focused].focus();
  }

  async blow(name, wish) {
    await act.fault(name, wish);
    changed();
  }

  renderCalls() {
    const wanted = this.wanted.trim().toLowerCase();
    const calls = town.calls.filter((call) => call.id > this.from && (this.polls || call.method !== "getUpdates") && call.method.toLowerCase().includes(wanted)).slice(-SHOWN).reverse();
    const nodes = calls.map((call) => this.keep(call));
    if (!nodes.length) nodes.push(el("p", { class: "none" }, say("no_calls")));
    const stay = new Set(nodes);
    for (const child of [...this.list.children]) if (!stay.has(child)) child.remove();
    nodes.forEach((node, at) => {
      if (this.list.children[at] !== node) this.list.insertBefore(node, this.list.children[at] || null);
    });
  }

  keep(call) {
    if (!this.kept.has(call.id)) this.kept.set(call.id, row(call));
    if (this.kept.size > 2 * SHOWN) this.kept.delete(this.kept.keys().next().value);
    return this.kept.get(call.id);
  }
}

const calm = (wish) => Object.fromEntries(Object.entries(wish).map(([name, value]) => [name, name === "status" ? value : 0]));

function row(call) {
  const node = el("details", { class: call.ok ? null : "refused" },
    el("summary", {},
      el("time", {}, timeWithSeconds(call.at_ms)),
      el("span", { class: "method" }, call.method),
      el("span", { class: "status" }, String(call.status)),
      el("span", { class: "ms" }, `${Math.round(call.ms)} ms`)));
  node.addEventListener("toggle", () => node.append(...insides(call)), { once: true });
  return node;
}

function insides(call) {
  const answer = call.ok ? call.answer : call.description;
  return [el("h3", {}, say("parameters")), json(call.params), el("h3", {}, say("answer")), json(answer)];
}

const json = (value) => el("pre", { tabindex: 0 }, JSON.stringify(value ?? null, null, 2));
