"""What a page asks for, and how it is read (PAGE_API.md). The name of a deed's function is the name of the deed."""

import re
from collections.abc import Callable
from typing import Any

from playground.emulator import Emulator
from playground.eyes import NotPossible
from playground.hands import Person

Given = dict[str, Any]
Deed = Callable[[Emulator, Given], dict[str, Any]]
DEEDS: dict[str, Deed] = {}


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


def topic(given: Given) -> int | None:
    """Where in a forum; None is its general topic."""
    return number(given, "topic") if given.get("topic") else None


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
