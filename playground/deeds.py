"""What a page may ask a person to do: moving in, talking, pressing (PAGE_API.md)."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from playground.emulator import Emulator
from playground.eyes import NotPossible
from playground.links import user_of_link
from playground.views import person_view
from playground.wishes import Given, deed, degrees, newest, number, topic, where, who, words

_FEWEST_OPTIONS, _MOST_OPTIONS = 2, 12
_SHARE_HOSTS = ("t.me", "telegram.me")


@deed
def add_person(town: Emulator, given: Given) -> dict[str, Any]:
    language = str(given.get("language_code") or "ko")
    person = town.person(words(given, "name").strip(), language, username=given.get("username") or None)
    return {"person": person_view(person.account)}


@deed
def change_person(town: Emulator, given: Given) -> dict[str, Any]:
    person = who(town, given)
    account = person.account
    account.first_name = words(given, "name").strip() if given.get("name") else account.first_name
    account.language_code = str(given.get("language_code") or account.language_code or "ko")
    town.tell("person", person=account)
    for chat in [chat for chat in town.chats.values() if person.id in chat.people]:
        town.tell("chat", chat=chat)
    return {"person": person_view(account)}


@deed
def block(town: Emulator, given: Given) -> dict[str, Any]:
    who(town, given).blocks()
    return {}


@deed
def unblock(town: Emulator, given: Given) -> dict[str, Any]:
    who(town, given).unblocks()
    return {}


@deed
def start(town: Emulator, given: Given) -> dict[str, Any]:
    person = who(town, given)
    person.start(str(given.get("payload") or ""))
    return newest(town, person.id)


@deed
def send(town: Emulator, given: Given) -> dict[str, Any]:
    chat_id = where(town, given)
    reply_to = number(given, "reply_to") if given.get("reply_to") is not None else None
    who(town, given).sends(words(given, "text"), chat=chat_id, reply_to=reply_to, topic=topic(given))
    return newest(town, chat_id)


@deed
def edit(town: Emulator, given: Given) -> dict[str, Any]:
    who(town, given).edits(number(given, "message_id"), words(given, "text"), chat=where(town, given))
    return {"message_id": number(given, "message_id")}


@deed
def delete(town: Emulator, given: Given) -> dict[str, Any]:
    who(town, given).deletes(number(given, "message_id"), chat=where(town, given))
    return {}


@deed
def share_contact(town: Emulator, given: Given) -> dict[str, Any]:
    chat_id = where(town, given)
    own = given.get("own") is True
    other = {} if own else {"phone_number": words(given, "phone_number"), "first_name": words(given, "first_name")}
    who(town, given).shares_contact(own=own, chat=chat_id, topic=topic(given), **other)
    return newest(town, chat_id)


@deed
def share_place(town: Emulator, given: Given) -> dict[str, Any]:
    chat_id = where(town, given)
    who(town, given).shares_place(degrees(given, "latitude"), degrees(given, "longitude"), chat=chat_id, topic=topic(given))
    return newest(town, chat_id)


@deed
def send_venue(town: Emulator, given: Given) -> dict[str, Any]:
    chat_id, at = where(town, given), (degrees(given, "latitude"), degrees(given, "longitude"))
    who(town, given).sends_venue(words(given, "title"), words(given, "address"), *at, chat=chat_id, topic=topic(given))
    return newest(town, chat_id)


@deed
def send_poll(town: Emulator, given: Given) -> dict[str, Any]:
    """Telegram's own bounds: 2 to 12 different options."""
    chat_id, options = where(town, given), given.get("options")
    if not isinstance(options, list) or not all(isinstance(one, str) and one.strip() for one in options):
        raise NotPossible("options must be a list of texts")
    if not _FEWEST_OPTIONS <= len(options) <= _MOST_OPTIONS or len(set(options)) < len(options):
        raise NotPossible(f"A poll has {_FEWEST_OPTIONS} to {_MOST_OPTIONS} options, each another one")
    several = given.get("several") is True
    who(town, given).sends_poll(words(given, "question"), options, several=several, chat=chat_id, topic=topic(given))
    return newest(town, chat_id)


@deed
def send_sticker(town: Emulator, given: Given) -> dict[str, Any]:
    chat_id = where(town, given)
    who(town, given).sends_sticker(chat=chat_id, topic=topic(given))
    return newest(town, chat_id)


@deed
def send_voice(town: Emulator, given: Given) -> dict[str, Any]:
    chat_id = where(town, given)
    who(town, given).sends_voice(chat=chat_id, topic=topic(given))
    return newest(town, chat_id)


@deed
def press(town: Emulator, given: Given) -> dict[str, Any]:
    chat_id, person = where(town, given), who(town, given)
    message = next((message for message in person.chat(chat_id) if message.id == number(given, "message_id")), None)
    if message is None:
        raise NotPossible("That message is gone")
    button = _at(message.keyboard, given)
    if button.data is not None:
        callback_id, _ = person.presses_data(message, button.data)
        return {"callback_id": callback_id}
    if button.url is not None:
        return open_link(town, {**given, "url": button.url})
    return {"copied": button.copied or ""}


@deed
def press_key(town: Emulator, given: Given) -> dict[str, Any]:
    chat_id, person = where(town, given), who(town, given)
    key = _at(person.reply_keyboard(chat_id), given)
    place = {name: degrees(given, name) for name in ("latitude", "longitude") if given.get(name) is not None}
    person.presses_key(key["text"], chat=chat_id, **place)
    return newest(town, chat_id)


def _at(rows: list[list[Any]], given: Given) -> Any:
    row, column = number(given, "row"), number(given, "column")
    if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
        raise NotPossible("There is no such button any more")
    return rows[row][column]


@deed
def open_link(town: Emulator, given: Given) -> dict[str, Any]:
    person, url = who(town, given), words(given, "url")
    if (user := user_of_link(url)) is not None:
        return {"kind": "person", "person_id": user if user in town.accounts else None}
    parts = urlsplit(url if "//" in url else f"https://{url}")
    query = parse_qs(parts.query)
    path = parts.path.strip("/").lower()
    if parts.netloc in _SHARE_HOSTS and path == town.username.lower():
        return {"kind": "bot", "chat_id": person.id, "payload": query.get("start", [""])[0]}
    if parts.netloc in _SHARE_HOSTS and path == "share/url":
        return {"kind": "share", "url": query.get("url", [""])[0], "text": query.get("text", [""])[0]}
    return {"kind": "outside", "url": url}


@deed
def share(town: Emulator, given: Given) -> dict[str, Any]:
    person = who(town, given)
    to_person = given.get("to_person_id") is not None
    chat_id = town.talk(person.id, who(town, given, "to_person_id").id).id if to_person else where(town, given)
    person.sends("\n".join(filter(None, [words(given, "url"), str(given.get("text") or "")])), chat=chat_id)
    return {"chat_id": chat_id, **newest(town, chat_id)}
