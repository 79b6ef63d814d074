"""P6: five hundred people after the same fifty times at once, by the deeds alone and through the chat."""

import asyncio
from typing import Any

from benchmarks.booking_deeds import by_deed
from benchmarks.booking_town import AN_HOUR, Town, made, right, times_of
from benchmarks.credentials import SEAL
from benchmarks.databases import Databases
from benchmarks.figures import GOLMOK, Effort
from benchmarks.trials import Server, running
from bot.screens.booking_hold_taps import BookNow
from bot.screens.booking_search import HoldTime
from bot.taps import encode
from bot.wire.workers import BATCH
from programme.cells import cells
from programme.topics import Topic, Way
from services.clock import SystemClock
from services.free_times import Slot
from services.office import Office
from storage.engine import Store
from storage.seals import Seal

PEOPLE, TIMES = 500, 50
FEW_PEOPLE, FEW_TIMES = 100, 10
PATIENCE = 300.0  # seconds


def rush(server: Server, databases: Databases, effort: Effort) -> list[dict[str, Any]]:
    return [row for kind in databases.kinds[: 1 if effort.few else None] for row in _of_kind(server, databases, kind, effort)]


def _of_kind(server: Server, databases: Databases, kind: str, effort: Effort) -> list[dict[str, Any]]:
    people, times = (FEW_PEOPLE, FEW_TIMES) if effort.few else (PEOPLE, TIMES)
    rows = []
    for way, together in (("deeds, 16 a transaction", BATCH), ("deeds, one a transaction", 1), ("chat", 0)):
        url = databases.fresh(kind)
        try:
            seen = _deeds(url, people, times, together) if together else _chat(server, url, kind, people, times)
        finally:
            databases.drop(url)
        rows.append({"candidate": GOLMOK[kind].name, "way": way, "people": people, "times": times, **seen})
    return rows


def _deeds(url: str, people: int, times: int, together: int) -> dict[str, Any]:
    async def measured() -> dict[str, Any]:
        async with await Store.open(url, seal=Seal(SEAL)) as store:
            office = Office(store, SystemClock())
            return await by_deed(office, await made(office, people, times), together=together)

    return asyncio.run(measured())


def _chat(server: Server, url: str, kind: str, people: int, times: int) -> dict[str, Any]:
    """Each taps a time on an old message, and, where it is kept for them, books it."""

    async def prepared() -> Town:
        async with await Store.open(url, seal=Seal(SEAL)) as store:
            return await made(Office(store, SystemClock()), people, times)

    town = asyncio.run(prepared())
    wishes = {str(person): encode(_held(slot)) for person, slot in town.wanted()}
    server.tell("begin", people=len(town.people), taps=True, wishes=wishes, then=f"{encode(BookNow(1)).split(':')[0]}:")
    with running(server, GOLMOK[kind], url):
        server.tell("wake")
        found = server.tell("finished", seconds=PATIENCE)
        server.tell("end")
    shown = found["shown"].values()
    others = f"{encode(_held(town.times[0])).split(':')[0]}:"

    async def judged() -> dict[str, Any]:
        async with await Store.open(url, seal=Seal(SEAL)) as store:
            return await right(Office(store, SystemClock()), town)

    verdict = asyncio.run(judged())
    friendly = sum(any(wish.startswith(others) for wish in wishes) for wishes in shown)
    return {
        "seconds": found["seconds"],
        **times_of([seconds * 1000 for seconds in found["reactions"]]),
        "booked": verdict["kept"],
        "friendly": friendly,
        "errors": len(town.people) - verdict["kept"] - friendly,
        **verdict,
    }


def _held(slot: Slot) -> HoldTime:
    return HoldTime(Topic.TAX, slot.consultant, Way.PHONE.value, cell=cells(slot.starts_at, slot.starts_at + AN_HOUR).start)
