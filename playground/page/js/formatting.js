// A text and its entities (offsets in UTF-16, which is what JavaScript counts in too) become safe elements.
import { el } from "./dom.js";
import { say } from "./words.js";

const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s" };

// `ways.follow(url)` opens a link, `ways.command(text)` sends a command. A shorter entity that crosses a longer one's end is cut there.
export function dressed(text, entities, ways) {
  const sorted = [...(entities || [])].filter((entity) => entity.length > 0).sort((a, b) => a.offset - b.offset || b.length - a.length);
  return dress(text, sorted, 0, text.length, ways);
}

function dress(text, entities, from, to, ways) {
  const nodes = [];
  let at = from;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at || entity.offset >= to) {
      index += 1;
      continue;
    }
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    let last = index + 1;
    while (last < entities.length && entities[last].offset < end) last += 1;
    const inside = dress(text, entities.slice(index + 1, last), entity.offset, end, ways);
    nodes.push(wear(entity, text.slice(entity.offset, end), inside, ways));
    at = end;
    index = last;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function wear(entity, plain, inside, ways) {
  if (PLAIN[entity.type]) return el(PLAIN[entity.type], {}, inside);
  switch (entity.type) {
    case "code": return el("code", {}, inside);
    case "pre": return el("pre", { tabindex: 0, "data-language": entity.language || null }, el("code", {}, inside));
    case "blockquote": return el("blockquote", {}, inside);
    case "expandable_blockquote": return foldedQuote(inside);
    case "spoiler": return spoiler(inside);
    case "text_link": return link(entity.url, inside, ways);
    case "url": return link(/^[a-z]+:/i.test(plain) ? plain : `https://${plain}`, inside, ways);
    case "email": return link(`mailto:${plain}`, inside, ways);
    case "phone_number": return link(`tel:${plain.replace(/[^+\d]/g, "")}`, inside, ways);
    case "mention": return link(`https://t.me/${plain.slice(1)}`, inside, ways);
    case "text_mention": return link(`tg://user?id=${entity.user.id}`, inside, ways);
    case "bot_command": return el("button", { type: "button", class: "command-link", onclick: () => ways.command(plain) }, inside);
    default: return el("span", {}, inside);
  }
}

const SAFE = /^(https?|mailto|tel|tg):/i;

function link(url, inside, ways) {
  if (!SAFE.test(url)) return el("span", {}, inside);
  const open = (event) => {
    if (ways.follow(url)) event.preventDefault();
  };
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer", onclick: open }, inside);
}

function spoiler(inside) {
  const node = el("span", { class: "spoiler", role: "button", tabindex: 0, "aria-label": say("spoiler") }, inside);
  const open = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    node.classList.add("open");
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
  };
  node.addEventListener("click", open, { once: true });
  node.addEventListener("keydown", open);
  return node;
}

const LONG = 110; // characters that three lines of a phone hold

function foldedQuote(inside) {
  const words = inside.map((node) => node.textContent ?? node).join("");
  if (words.length <= LONG && words.split("\n").length <= 3) return el("blockquote", {}, inside);
  const quote = el("blockquote", { class: "folded" }, el("span", { class: "quoted" }, inside));
  const unfold = (event) => {
    const folded = quote.classList.toggle("folded");
    event.target.textContent = say(folded ? "unfold" : "fold");
    event.target.setAttribute("aria-expanded", String(!folded));
  };
  quote.append(el("button", { type: "button", class: "unfold", "aria-expanded": "false", onclick: unfold }, say("unfold")));
  return quote;
}
