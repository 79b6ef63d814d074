"""What a page may ask of the town: the clock, bad weather (PAGE_API.md)."""

import re
from typing import Any

from playground.clock import Clock
from playground.emulator import Emulator
from playground.eyes import NotPossible
from playground.wishes import Given, deed, degrees, number


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
    return {"faults": town.weather()}


@deed
def fail(town: Emulator, given: Given) -> dict[str, Any]:
    status = number(given, "status") if given.get("status") is not None else 500
    if not 500 <= status <= 599:  # noqa: PLR2004 - HTTP's own numbers
        raise NotPossible("status must be between 500 and 599")
    town.fails(max(0, number(given, "times")), status)
    return {"faults": town.weather()}


@deed
def slow(town: Emulator, given: Given) -> dict[str, Any]:
    town.slow(max(0.0, min(degrees(given, "seconds"), 60.0)))
    return {"faults": town.weather()}


@deed
def drop(town: Emulator, given: Given) -> dict[str, Any]:
    town.drops_connections(max(0, number(given, "times")))
    return {"faults": town.weather()}


@deed
def close_tax_office(town: Emulator, given: Given) -> dict[str, Any]:
    town.closes_tax_office(closed=number(given, "closed") != 0)
    return {"faults": town.weather()}
