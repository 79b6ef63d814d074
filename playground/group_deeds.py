"""What a page may ask about groups: making them, who is in them, topics (PAGE_API.md)."""

from typing import Any

from playground.emulator import Emulator
from playground.eyes import NotPossible
from playground.groups import Group
from playground.wishes import Given, deed, number, topic, who, words


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
    group, by = _group(town, given), who(town, given)
    if number(given, "member_id") == town.bot_id:
        group.adds_bot(by)
    else:
        group.adds(who(town, given, "member_id"), by)
    return {}


@deed
def remove_member(town: Emulator, given: Given) -> dict[str, Any]:
    group, by = _group(town, given), who(town, given)
    if number(given, "member_id") == town.bot_id:
        group.removes_bot(by)
    else:
        group.removes(who(town, given, "member_id"), by)
    return {}


@deed
def migrate(town: Emulator, given: Given) -> dict[str, Any]:
    group = _group(town, given)
    group.migrates()
    return {"chat_id": group.id}


@deed
def promote_bot(town: Emulator, given: Given) -> dict[str, Any]:
    _group(town, given).promotes_bot(by=who(town, given))
    return {}


@deed
def demote_bot(town: Emulator, given: Given) -> dict[str, Any]:
    _group(town, given).demotes_bot(by=who(town, given))
    return {}


@deed
def make_forum(town: Emulator, given: Given) -> dict[str, Any]:
    group = _group(town, given)
    group.becomes_forum()
    return {"chat_id": group.id}


@deed
def open_topic(town: Emulator, given: Given) -> dict[str, Any]:
    return {"topic": _group(town, given).opens_topic(words(given, "name"), who(town, given))}


@deed
def close_topic(town: Emulator, given: Given) -> dict[str, Any]:
    _group(town, given).closes_topic(topic(given) or 0, who(town, given), closed=given.get("closed") is not False)
    return {}


@deed
def open_talk(town: Emulator, given: Given) -> dict[str, Any]:
    return {"chat_id": town.talk(who(town, given).id, who(town, given, "to_person_id").id).id}


def _group(town: Emulator, given: Given) -> Group:
    chat = town.chats.get(number(given, "chat_id"))
    if chat is None or chat.id > 0:
        raise NotPossible("That is no group")
    return Group(town, chat.id)
