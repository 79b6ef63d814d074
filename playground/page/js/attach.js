// What a person can send besides text.
import { el } from "./dom.js";
import { openChoices, openForm, field, toast } from "./sheets.js";
import { act } from "./wire.js";
import { language, say } from "./words.js";

const MOST_BYTES = 20 * 1024 * 1024;
const MOST_IN_ALBUM = 10;

// Names, spots, addresses.
const PLACES = [
  ["성수동 수제화거리", "Seongsu shoemakers’ street", 37.5446, 127.0559, "서울 성동구 연무장길 47"],
  ["망원시장", "Mangwon Market", 37.5561, 126.9059, "서울 마포구 포은로6길 27"],
  ["서울시청", "Seoul City Hall", 37.5663, 126.9779, "서울 중구 세종대로 110"],
  ["문래동 철공소 골목", "Mullae metalworkers’ alley", 37.5147, 126.8945, "서울 영등포구 도림로128가길 1"],
];

export function attachChoices(phone) {
  const deeds = [
    ["photo", "photo", () => pick(phone, "image/*", act.photo)],
    ["file", "file", () => pick(phone, "", act.file)],
    ["person", "contact", () => phone.tries(act.contact(phone.personId, phone.chatId, phone.topic))],
    ["people", "other_contact", () => askContact(phone)],
    ["place", "place", () => choosePlace(phone, (latitude, longitude) => phone.tries(act.place(phone.personId, phone.chatId, phone.topic, latitude, longitude)))],
    ["place", "venue", () => chooseVenue(phone)],
    ["poll", "poll", () => askPoll(phone)],
    ["smile", "sticker", () => phone.tries(act.sticker(phone.personId, phone.chatId, phone.topic))],
    ["voice", "voice", () => phone.tries(act.voice(phone.personId, phone.chatId, phone.topic))],
  ];
  return deeds.map(([icon, label, deed]) => ({ icon, label: say(label), deed }));
}

function pick(phone, accept, send) {
  const input = el("input", { type: "file", accept: accept || null, multiple: true, hidden: true, "data-pick": accept ? "photo" : "file" });
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.remove();
    if (files.some(({ size }) => size > MOST_BYTES)) toast(phone.node, say("too_large"));
    else sendAll(phone, files, send);
  });
  input.addEventListener("cancel", () => input.remove());
  phone.node.append(input);
  input.click();
}

// Several at once are albums of ten, as phones make them; what stands in the line goes with the first.
async function sendAll(phone, files, send) {
  const { personId, chatId, topic, screen } = phone;
  const caption = files.length ? screen.composer.taken() : "";
  const stamp = Date.now();
  for (const [n, file] of files.entries()) {
    const album = files.length > 1 ? { album: `${stamp}${Math.floor(n / MOST_IN_ALBUM)}` } : {};
    const sent = await phone.tries(send(personId, chatId, topic, file, { ...album, ...(n === 0 && caption ? { caption } : {}) }));
    if (sent === null) return;
  }
}

function chooseVenue(phone) {
  const choices = PLACES.map(([korean, english, latitude, longitude, address]) => {
    const title = language() === "ko" ? korean : english;
    const deed = () => phone.tries(act.venue(phone.personId, phone.chatId, phone.topic, { title, address, latitude, longitude }));
    return { icon: "place", label: title, hint: address, deed };
  });
  openChoices(phone.node, say("place_hint"), choices);
}

function askPoll(phone) {
  const fields = [
    field(say("poll_question"), el("input", { name: "question", required: true, autofocus: true, autocomplete: "off", maxlength: 300 })),
    field(say("poll_options"), el("textarea", { name: "options", required: true, rows: 4 })),
  ];
  openForm(phone.node, say("poll"), fields, say("send"), (values) => {
    const options = String(values.get("options")).split("\n").map((line) => line.trim()).filter(Boolean);
    phone.tries(act.poll(phone.personId, phone.chatId, phone.topic, { question: String(values.get("question")), options }));
  });
}

// `deed(latitude, longitude)` is done with the spot the person picks.
export function choosePlace(phone, deed) {
  const choices = PLACES.map(([korean, english, latitude, longitude]) => ({ icon: "place", label: language() === "ko" ? korean : english, deed: () => deed(latitude, longitude) }));
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
