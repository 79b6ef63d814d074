"""What a page may ask for inline mode and for picking people (PAGE_API.md)."""

from typing import Any

from playground.emulator import Emulator
from playground.eyes import NotPossible
from playground.wishes import Given, deed, newest, number, topic, where, who


@deed
def type_inline(town: Emulator, given: Given) -> dict[str, Any]:
    """What the bot offers comes as an event."""
    person = who(town, given)
    person.types_inline(str(given.get("query") or ""), chat=where(town, given), topic=topic(given))
    return {"inline": town.inline.on_phone[person.id].view()}


@deed
def more_results(town: Emulator, given: Given) -> dict[str, Any]:
    who(town, given).scrolls_results()
    return {}


@deed
def pick_result(town: Emulator, given: Given) -> dict[str, Any]:
    who(town, given).picks_result(number(given, "number"))
    return {}


@deed
def share_people(town: Emulator, given: Given) -> dict[str, Any]:
    people = given.get("people")
    if not isinstance(people, list):
        raise NotPossible("people must be a list of numbers")
    person = who(town, given)
    person.shares_people([who(town, {"person_id": one}) for one in people], request_id=number(given, "request_id"))
    return newest(town, person.id)
