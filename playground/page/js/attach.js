// What a person can send besides text.
import { el } from "./dom.js";
import { openChoices, openForm, field, toast } from "./sheets.js";
import { act } from "./wire.js";
import { language, say } from "./words.js";

const MOST_BYTES = 20 * 1024 * 1024;

const PLACES = [
  ["성수동 수제화거리", "Seongsu shoemakers’ street", 37.5446, 127.0559],
  ["망원시장", "Mangwon Market", 37.5561, 126.9059],
  ["서울시청", "Seoul City Hall", 37.5663, 126.9779],
  ["문래동 철공소 골목", "Mullae metalworkers’ alley", 37.5147, 126.8945],
];

export function attachChoices(phone) {
  const deeds = [
    ["photo", "photo", () => pick(phone, "image/*", act.photo)],
    ["file", "file", () => pick(phone, "", act.file)],
    ["person", "contact", () => phone.tries(act.contact(phone.personId, phone.chatId, phone.topic))],
    ["people", "other_contact", () => askContact(phone)],
    ["place", "place", () => choosePlace(phone, (latitude, longitude) => phone.tries(act.place(phone.personId, phone.chatId, phone.topic, latitude, longitude)))],
    ["smile", "sticker", () => phone.tries(act.sticker(phone.personId, phone.chatId, phone.topic))],
    ["voice", "voice", () => phone.tries(act.voice(phone.personId, phone.chatId, phone.topic))],
  ];
  return deeds.map(([icon, label, deed]) => ({ icon, label: say(label), deed }));
}

function pick(phone, accept, send) {
  const input = el("input", { type: "file", accept: accept || null, hidden: true, "data-pick": accept ? "photo" : "file" });
  input.addEventListener("change", () => {
    const [file] = input.files;
    input.remove();
    if (!file) return;
    if (file.size > MOST_BYTES) toast(phone.node, say("too_large"));
    else phone.tries(send(phone.personId, phone.chatId, phone.topic, file));
  });
  input.addEventListener("cancel", () => input.remove());
  phone.node.append(input);
  input.click();
}

// `deed(latitude, longitude)` is done with the spot the person picks.
export function choosePlace(phone, deed) {
  const choices = PLACES.map(([korean, english, ...spot]) => ({ icon: "place", label: language() === "ko" ? korean : english, deed: () => deed(...spot) }));
  openChoices(phone.node, say("place_hint"), choices);
}

function askContact(phone) {
  const fields = [
    field(say("person_name"), el("input", { name: "name", required: true, autofocus: true, autocomplete: "off", value: language() === "ko" ? "박떡집" : "Rice cake shop" })),
    field(say("contact_card"), el("input", { name: "phone", required: true, type: "tel", autocomplete: "off", value: "+82 10-0000-0000" })),
  ];
  openForm(phone.node, say("other_contact"), fields, say("send"), (values) =>
    phone.tries(act.otherContact(phone.personId, phone.chatId, phone.topic, String(values.get("name")), String(values.get("phone")))));
}
