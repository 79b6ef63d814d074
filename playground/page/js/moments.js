// Times as people in Seoul read them, by the emulator's clock (milliseconds UTC in, words out).
import { language } from "./words.js";

const ZONE = "Asia/Seoul";
const formats = new Map();

function shown(at, locale, options) {
  const key = locale + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options }));
  return formats.get(key).format(at);
}

const locale = () => (language() === "ko" ? "ko-KR" : "en-GB");

export const dayKey = (at) => shown(at, "sv-SE", { year: "numeric", month: "2-digit", day: "2-digit" });

export const timeOfDay = (at) => shown(at, "en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

export const timeWithSeconds = (at) => shown(at, "en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });

export function wholeDay(at, now) {
  const year = dayKey(at).slice(0, 4) === dayKey(now).slice(0, 4) ? {} : { year: "numeric" };
  return shown(at, locale(), { ...year, month: "long", day: "numeric", weekday: "long" });
}

export function shortDay(at) {
  if (language() !== "ko") return shown(at, "en-GB", { weekday: "short", day: "numeric", month: "short" });
  const [, month, day] = dayKey(at).split("-").map(Number);
  return `${month}. ${day}.(${shown(at, "ko-KR", { weekday: "short" })})`;
}

export function inList(at, now) {
  return dayKey(at) === dayKey(now) ? timeOfDay(at) : shortDay(at);
}

// The next 08:00 in Seoul after `now`; Seoul has had no summer time since 1988, so its offset is fixed.
export function nextMorning(now) {
  const offset = 9 * 3600_000;
  const midnight = Math.floor((now + offset) / 86_400_000) * 86_400_000 - offset;
  const eight = midnight + 8 * 3600_000;
  return eight > now ? eight : eight + 86_400_000;
}

export const forField = (at) => `${dayKey(at)}T${timeOfDay(at)}`;

export const fromField = (value) => Date.parse(`${value}:00+09:00`);
