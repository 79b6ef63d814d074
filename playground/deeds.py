"""What a page may ask a person to do (PAGE_API.md): one function a deed, the name of the function is the name of the deed."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playground.chats import Chat
from playground.clock import Clock
from playground.emulator import Emulator
from playground.groups import Group
from playground.hands import NotPossible, Person
from playground.views import person_view

Given = dict[str, Any]
Deed = Callable[[Emulator, Given], dict[str, Any]]
DEEDS: dict[str, Deed] = {}
_SHARE_HOSTS = ("t.me", "telegram.me")


def deed(run: Deed) -> Deed:
    DEEDS[run.__name__] = run
    return run


def who(town: Emulator, given: Given, name: str = "person_id") -> Person:
    person_id = number(given, name)
    if person_id not in town.accounts:
        raise NotPossible(f"Nobody here has the number {person_id}")
    return town.hand(person_id)


def where(town: Emulator, given: Given) -> int:
    """The chat's id; the person's own chat with the bot where none is named."""
    chat_id = number(given, "chat_id") if given.get("chat_id") is not None else who(town, given).id
    if chat_id not in town.chats:
        raise NotPossible(f"There is no chat {chat_id}")
    return chat_id


def number(given: Given, name: str) -> int:
    value = given.get(name)
    if isinstance(value, bool) or not re.fullmatch(r"-?\d{1,19}", str(value)):
        raise NotPossible(f"{name} must be a whole number")
    return int(str(value))


def words(given: Given, name: str) -> str:
    value = given.get(name)
    if not isinstance(value, str) or not value.strip():
        raise NotPossible(f"{name} must be a text")
    return value


def degrees(given: Given, name: str) -> float:
    value = given.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise NotPossible(f"{name} must be a number")
    return float(value)


def newest(town: Emulator, chat_id: int) -> dict[str, Any]:
    return {"message_id": town.chats[chat_id].last_message_id}


# -- people


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


# -- talking


@deed
def start(town: Emulator, given: Given) -> dict[str, Any]:
    person = who(town, given)
    person.start(str(given.get("payload") or ""))
    return newest(town, person.id)


@deed
def send(town: Emulator, given: Given) -> dict[str, Any]:
    chat_id = where(town, given)
    reply_to = number(given, "reply_to") if given.get("reply_to") is not None else None
    who(town, given).sends(words(given, "text"), chat=chat_id, reply_to=reply_to)
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
    who(town, given).shares_contact(own=own, chat=chat_id, **other)
    return newest(town, chat_id)


@deed
def share_place(town: Emulator, given: Given) -> dict[str, Any]:
    chat_id = where(town, given)
    who(town, given).shares_place(degrees(given, "latitude"), degrees(given, "longitude"), chat=chat_id)
    return newest(town, chat_id)


@deed
def send_sticker(town: Emulator, given: Given) -> dict[str, Any]:
    chat_id = where(town, given)
    who(town, given).sends_sticker(chat=chat_id)
    return newest(town, chat_id)


@deed
def send_voice(town: Emulator, given: Given) -> dict[str, Any]:
    chat_id = where(town, given)
    who(town, given).sends_voice(chat=chat_id)
    return newest(town, chat_id)


# -- pressing


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


# -- groups


@deed
def add_group(town: Emulator, given: Given) -> dict[str, Any]:
    people = given.get("people") or []
    if not isinstance(people, list):
        raise NotPossible("people must be a list of numbers")
    numbers = dict.fromkeys([who(town, given).id, *(who(town, {"person_id": one}).id for one in people)])
    group = town.group(words(given, "title").strip(), [town.hand(one) for one in numbers], with_bot=given.get("with_bot") is not False)
    return {"chat_id": group.id}


@deed
def add_member(town: Emulator, given: Given) -> dict[str, Any]:
    group, by = Group(town, _group(town, given).id), who(town, given)
    if number(given, "member_id") == town.bot_id:
        group.adds_bot(by)
    else:
        group.adds(who(town, given, "member_id"), by)
    return {}


@deed
def remove_member(town: Emulator, given: Given) -> dict[str, Any]:
    group, by = Group(town, _group(town, given).id), who(town, given)
    if number(given, "member_id") == town.bot_id:
        group.removes_bot(by)
    else:
        group.removes(who(town, given, "member_id"), by)
    return {}


@deed
def migrate(town: Emulator, given: Given) -> dict[str, Any]:
    group = Group(town, _group(town, given).id)
    group.migrates()
    return {"chat_id": group.id}


def _group(town: Emulator, given: Given) -> Chat:
    chat = town.chats.get(number(given, "chat_id"))
    if chat is None or chat.id > 0:
        raise NotPossible("That is no group")
    return chat


# -- time and weather


@deed
def move_clock(town: Emulator, given: Given) -> dict[str, Any]:
    clock = town.clock
    if not isinstance(clock, Clock):
        raise NotPossible("This town's clock cannot be moved from here")
    if given.get("until") is not None:
        if not re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d", str(given["until"])):
            raise NotPossible("until must be a time like 08:00")
        clock.shift(clock.seconds_until(given["until"]))
    elif given.get("shift_seconds") is not None:
        clock.set_shift(number(given, "shift_seconds"))
    elif number(given, "seconds") > 0:
        clock.shift(number(given, "seconds"))
    else:
        raise NotPossible("Time only goes forward")
    return {"now_ms": round(clock.now().timestamp() * 1000), "shift_seconds": clock.shift_seconds}


@deed
def flood(town: Emulator, given: Given) -> dict[str, Any]:
    seconds = number(given, "seconds")
    town.floods(seconds, times=1 if seconds > 0 else 0)
    return {"faults": town.faults.json()}


@deed
def fail(town: Emulator, given: Given) -> dict[str, Any]:
    status = number(given, "status") if given.get("status") is not None else 500
    if not 500 <= status <= 599:  # noqa: PLR2004 - HTTP's own numbers
        raise NotPossible("status must be between 500 and 599")
    town.fails(max(0, number(given, "times")), status)
    return {"faults": town.faults.json()}


@deed
def slow(town: Emulator, given: Given) -> dict[str, Any]:
    town.slow(max(0.0, min(degrees(given, "seconds"), 60.0)))
    return {"faults": town.faults.json()}


@deed
def drop(town: Emulator, given: Given) -> dict[str, Any]:
    town.drops_connections(max(0, number(given, "times")))
    return {"faults": town.faults.json()}
