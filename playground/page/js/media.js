// Photos, files, voices, stickers, contacts, places and polls inside a bubble.
import { el, icon } from "./dom.js";
import { say } from "./words.js";

export function mediaOf(message, phone) {
  if (message.photo) return photo(message, phone);
  if (message.sticker) return el("span", { class: "big-emoji" }, message.sticker.emoji || say("sticker"));
  if (message.voice) return sound(message);
  if (message.video || message.animation || message.audio) return file(message, message.video || message.animation || message.audio);
  if (message.document) return file(message, message.document);
  if (message.contact) return contact(message.contact);
  if (message.venue) return place(message.venue.location, message.venue.title, message.venue.address);
  if (message.location) return place(message.location, say("place"), "");
  if (message.poll) return poll(message.poll);
  return null;
}

function photo(message, phone) {
  const biggest = message.photo.at(-1);
  const image = el("img", { src: message.media_url, alt: message.caption ? "" : say("photo"), width: biggest.width, height: biggest.height, loading: "lazy" });
  return el("button", { type: "button", class: "photo", "aria-label": say("photo_of"), onclick: () => phone.picture(message.media_url) }, image);
}

function card(name, title, small, props = {}, tag = "span") {
  return el(tag, { class: "card", ...props },
    el("span", { class: "disc" }, icon(name)),
    el("span", { class: "lines" }, el("strong", {}, title), small ? el("small", {}, small) : null));
}

function file(message, document) {
  const name = document.file_name || say("file");
  return card("file", name, size(document.file_size), { href: message.media_url, download: name, "aria-label": say("download", { name }) }, "a");
}

function size(bytes) {
  if (!bytes) return "";
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const sound = (message) => card("voice", say("voice"), say("seconds", { count: message.voice.duration || 0 }));

function contact({ first_name, last_name, phone_number }) {
  return card("person", [last_name, first_name].filter(Boolean).join(" "), phone_number);
}

function place({ latitude, longitude }, title, address) {
  const at = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  return el("span", {}, map(latitude, longitude), card("place", title, [address, at].filter(Boolean).join(" · ")));
}

// No map is fetched: a quiet sketch of streets, turned by the coordinates so that two places differ.
function map(latitude, longitude) {
  const canvas = el("canvas", { class: "map", width: 480, height: 220, "aria-hidden": "true" });
  const brush = canvas.getContext("2d");
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  brush.fillStyle = colour("--accent-soft");
  brush.fillRect(0, 0, 480, 220);
  brush.strokeStyle = colour("--paper");
  const tilt = ((latitude * 1000) % 7) - 3;
  for (let step = -2; step < 10; step += 1) {
    brush.lineWidth = step % 3 === 0 ? 15 : 6;
    stroke(brush, step * 62 + ((longitude * 10000) % 60), -10, step * 62 + tilt * 14, 230);
    stroke(brush, -10, step * 46 + ((latitude * 10000) % 44), 490, step * 46 - tilt * 9);
  }
  brush.fillStyle = colour("--accent");
  brush.beginPath();
  brush.arc(240, 96, 17, 0, Math.PI * 2);
  brush.moveTo(254, 104);
  brush.lineTo(240, 136);
  brush.lineTo(226, 104);
  brush.fill();
  return canvas;
}

function stroke(brush, fromX, fromY, toX, toY) {
  brush.beginPath();
  brush.moveTo(fromX, fromY);
  brush.lineTo(toX, toY);
  brush.stroke();
}

function poll({ question, options }) {
  return el("span", { class: "poll" }, el("strong", {}, question),
    el("ol", {}, options.map((option) => el("li", {}, option.text, " · ", String(option.voter_count)))));
}
