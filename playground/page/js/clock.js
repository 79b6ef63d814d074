// The clock of this town, which can be moved: reminders then go out as they would.
import { el } from "./dom.js";
import { forField, fromField, nextMorning, shortDay, timeOfDay } from "./moments.js";
import { openPopover } from "./popover.js";
import { town } from "./town.js";
import { act } from "./wire.js";
import { say } from "./words.js";

const HOUR = 3600;

export function openClock(opener) {
  const now = el("p", { class: "now", role: "status" });
  const show = () => {
    now.textContent = `${shortDay(town.now())} ${timeOfDay(town.now())} · ${shiftWords(town.shift)}`;
  };
  const move = async (wish) => {
    try {
      const moved = await act.moveClock(wish);
      town.shift = moved.shift_seconds;
      town.ahead = moved.now_ms - Date.now();
      show();
    } catch (refusal) {
      now.textContent = say("failed", { why: refusal.message });
    }
  };
  const step = (label, wish) => el("button", { type: "button", class: "plain", onclick: () => move(wish()) }, say(label));
  const field = el("input", { type: "datetime-local", required: true, value: forField(nextMorning(town.now())) });
  const set = (event) => {
    event.preventDefault();
    move({ shift_seconds: Math.round((fromField(field.value) - Date.now()) / 1000) });
  };
  show();
  openPopover(opener, say("clock"), [
    el("h3", {}, say("clock")), now,
    el("div", { class: "steps" },
      step("hour_on", () => ({ seconds: HOUR })), step("day_on", () => ({ seconds: 24 * HOUR })),
      step("to_morning", () => ({ until: "08:00" })), step("week_on", () => ({ seconds: 7 * 24 * HOUR }))),
    el("form", { onsubmit: set },
      el("label", { class: "field" }, say("pick_time"), field),
      el("div", { class: "steps one" },
        el("button", { class: "solid" }, say("set_clock")),
        el("button", { type: "button", class: "plain", onclick: () => move({ shift_seconds: 0 }) }, say("to_real")))),
  ]);
}

function shiftWords(seconds) {
  if (!seconds) return say("clock_real");
  const minutes = Math.round(Math.abs(seconds) / 60);
  const facts = { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 };
  const shift = facts.days ? say("days_hours", facts) : facts.hours ? say("hours", facts) : say("minutes", facts);
  return say(seconds > 0 ? "clock_moved" : "clock_behind", { shift });
}
