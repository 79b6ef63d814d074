// Elements are built, never parsed: no text of a person ever reaches an HTML parser.
const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  back: "M15 5l-7 7 7 7",
  send: "M4 12l16-8-6 16-3-6.5z M11 13.5L20 4",
  clip: "M20 11.5l-8.2 8.2a5 5 0 0 1-7.1-7.1l8.5-8.5a3.4 3.4 0 0 1 4.8 4.8l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4l7.8-7.8",
  menu: "M5 7h14 M5 12h14 M5 17h9",
  more: "M12 5.5v.01 M12 12v.01 M12 18.5v.01",
  close: "M6 6l12 12 M18 6L6 18",
  clock: "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17z M12 7.5V12l3 2",
  log: "M8 7l-5 5 5 5 M16 7l5 5-5 5 M13.5 5l-3 14",
  phones: "M4.5 5h6v14h-6z M13.5 5h6v14h-6z",
  photo: "M4 5.5h16v13H4z M4 16l5-5 4 4 3-2.5 4 3.5 M15.5 9v.01",
  file: "M7 3.5h7l4 4v13H7z M14 3.5v4h4",
  person: "M12 4a4 4 0 1 1 0 8a4 4 0 0 1 0-8z M4.5 20.5c.5-4 3.6-6 7.5-6s7 2 7.5 6",
  people: "M9 5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 0 1 0-7z M2.5 19.5c.4-3.5 3-5.2 6.5-5.2s6.1 1.7 6.5 5.2 M16 5.5a3.2 3.2 0 0 1 0 6 M17.5 14.5c2.4.5 3.8 2.2 4 5",
  place: "M12 21c-4.5-4.5-6.5-7.7-6.5-10.8a6.5 6.5 0 0 1 13 0c0 3.1-2 6.3-6.5 10.8z M12 8a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 0 1 0-4.4z",
  poll: "M6 19v-6 M12 19V6 M18 19v-9",
  smile: "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17z M8.5 14c1.6 2.4 5.4 2.4 7 0 M9 9.5v.01 M15 9.5v.01",
  voice: "M12 3.5a2.8 2.8 0 0 1 2.8 2.8v5a2.8 2.8 0 0 1-5.6 0v-5A2.8 2.8 0 0 1 12 3.5z M6 11.5a6 6 0 0 0 12 0 M12 17.5v3",
  keys: "M3.5 7h17v10h-17z M7 10.5v.01 M10.3 10.5v.01 M13.6 10.5v.01 M17 10.5v.01 M8.5 14h7",
  add: "M12 5v14 M5 12h14",
  down: "M6 9l6 6 6-6",
  out: "M8 16L17 7 M10 7h7v7",
  copy: "M9 9h10v11H9z M5 15V4h10",
  language: "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17z M3.5 12h17 M12 3.5c5 5 5 12 0 17c-5-5-5-12 0-17z",
  block: "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17z M6 6l12 12",
  edit: "M5 19l1-4L16.5 4.5l3 3L9 18z",
  link: "M10 14l4-4 M8.5 11l-2.5 2.5a3.5 3.5 0 0 0 5 5L13.5 16 M15.5 13l2.5-2.5a3.5 3.5 0 0 0-5-5L10.5 8",
  pin: "M9 4h6l-1 6 3 3H7l3-3z M12 13v7",
  check: "M5 12.5l4.5 4.5L19 7.5",
};

export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) set(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function set(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "value") node.value = value;
  else if (name === "style") for (const [key, item] of Object.entries(value)) node.style.setProperty(key, item);
  else node.setAttribute(name, value === true ? "" : value);
}

export function icon(name, extra = "") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name} ${extra}`.trim());
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

export function iconButton(name, label, onclick, props = {}) {
  return el("button", { type: "button", class: "icon-button", "aria-label": label, title: label, onclick, ...props }, icon(name));
}

const FACES = ["#8a4b2d", "#2f6b57", "#4a5a94", "#7a4a73", "#8a3b4a", "#4d6332", "#2c6480"];

// A coloured initial; the colour belongs to the id, so the same person always looks the same.
export function face(name, id, extra = "") {
  const colour = FACES[Math.abs(Number(id) || 0) % FACES.length];
  return el("span", { class: `face ${extra}`.trim(), "aria-hidden": "true", style: { "--face": colour } }, [...(name || "?").trim()][0] || "?");
}

export function debounced(milliseconds, deed) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(deed, milliseconds);
  };
}
