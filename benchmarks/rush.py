"""P6: five hundred people after the same fifty times at once, by the deed alone and through the chat."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from time import monotonic
from typing import Any

from benchmarks.credentials import SEAL
from benchmarks.databases import Databases
from benchmarks.figures import GOLMOK, Effort, percentile
from benchmarks.people import FIRST_ID
from benchmarks.trials import Server, running
from bot.screens.booking_hold_taps import BookNow
from bot.screens.booking_search import HoldTime
from bot.taps import encode
from programme.cells import cells
from programme.seoul import seoul_day
from programme.topics import Topic, Way
from services.clock import SystemClock
from services.free_times import FreeTimes, Slot
from services.office import Office
from services.session_holds import Held, JustTaken
from services.sessions import Booked, BookSession, HoldSession
from storage import sessions
from storage.engine import Store
from storage.seals import Seal
from storage.sessions import State
from tests.sessions.desk import advises, keep_shops

PEOPLE, TIMES = 500, 50
FEW_PEOPLE, FEW_TIMES = 100, 10
CONSULTANT = 9_000  # the first; each offers ten times a day
A_DAY = ((9 * 60, 19 * 60),)
PATIENCE = 300.0  # seconds
AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class Town:
    """`people`: each wants `times[n % len(times)]`."""

    people: tuple[int, ...]
    times: tuple[Slot, ...]

    def wanted(self) -> list[tuple[int, Slot]]:
        return [(person, self.times[n % len(self.times)]) for n, person in enumerate(self.people)]


async def made(office: Office, people: int, times: int) -> Town:
    """Owners with shops, and as many consultants as it takes to have so many times on one day."""
    crowd = tuple(range(FIRST_ID, FIRST_ID + people))
    await keep_shops(office, *crowd)
    first = seoul_day(office.clock.now()) + timedelta(days=2)
    found: list[Slot] = []
    for number in range(-(-times // 10)):
        consultant = await advises(office, CONSULTANT + number, name=f"Yun {number}", hours=A_DAY)
        found += await _free_day(office, crowd[0], consultant, first)
    return Town(people=crowd, times=tuple(found[:times]))


async def _free_day(office: Office, person: int, consultant: int, first: date) -> Sequence[Slot]:
    """The first day with free times: none before is a working one."""
    look = FreeTimes(
        person=person, topic=Topic.TAX, consultant=consultant, way=None, language=None, first=first, last=first + timedelta(days=14)
    )
    return next(day.slots for day in (await office.look(look)).days if day.slots)


async def by_deed(office: Office, town: Town) -> dict[str, Any]:
    """Everybody holds at once; whoever holds books. The time of a person is that of both."""
    waits: list[float] = []

    async def one(person: int, slot: Slot) -> object:
        began = monotonic()
        deed = HoldSession(by=person, consultant=slot.consultant, starts_at=slot.starts_at, topic=Topic.TAX, way=Way.PHONE)
        outcome: object = await office.do(deed)
        if isinstance(outcome, Held):
            outcome = await office.do(BookSession(by=person, session=outcome.session.id))
        waits.append((monotonic() - began) * 1000)
        return outcome

    began = monotonic()
    outcomes = await asyncio.gather(*(one(*wanted) for wanted in town.wanted()), return_exceptions=True)
    seconds = monotonic() - began
    return {
        "seconds": seconds,
        **_times(waits),
        "booked": sum(isinstance(outcome, Booked) for outcome in outcomes),
        "friendly": sum(isinstance(outcome, JustTaken) and bool(outcome.nearest) for outcome in outcomes),
        "errors": sum(isinstance(outcome, BaseException) for outcome in outcomes),
        **await right(office, town),
    }


async def right(office: Office, town: Town) -> dict[str, Any]:
    """What the database says: how many are booked, and whether every time has one session and no more."""
    wanted = {(slot.consultant, slot.starts_at) for slot in town.times}
    first, last = min(start for _, start in wanted), max(start for _, start in wanted) + AN_HOUR
    booked: Counter[tuple[int, datetime]] = Counter()
    async with office.store.reading() as connection:
        for consultant in {consultant for consultant, _ in wanted}:
            kept = await sessions.of_consultant(connection, consultant, first, last, states=(State.BOOKED,))
            booked.update((one.consultant, one.starts_at) for one in kept)
    return {"kept": booked.total(), "right": set(booked) == wanted and set(booked.values()) == {1}}


def _times(waits: Sequence[float]) -> dict[str, float]:
    ordered = sorted(waits)
    return {f"p{share * 100:.0f}_ms": percentile(ordered, share) for share in (0.5, 0.99)}


def rush(server: Server, databases: Databases, effort: Effort) -> list[dict[str, Any]]:
    return [row for kind in databases.kinds[: 1 if effort.few else None] for row in _of_kind(server, databases, kind, effort)]


def _of_kind(server: Server, databases: Databases, kind: str, effort: Effort) -> list[dict[str, Any]]:
    people, times = (FEW_PEOPLE, FEW_TIMES) if effort.few else (PEOPLE, TIMES)
    rows = []
    for way in ("deed", "chat"):
        url = databases.fresh(kind)
        try:
            seen = _deeds(url, people, times) if way == "deed" else _chat(server, url, kind, people, times)
        finally:
            databases.drop(url)
        rows.append({"candidate": GOLMOK[kind].name, "way": way, "people": people, "times": times, **seen})
    return rows


def _deeds(url: str, people: int, times: int) -> dict[str, Any]:
    async def measured() -> dict[str, Any]:
        async with await Store.open(url, seal=Seal(SEAL)) as store:
            office = Office(store, SystemClock())
            return await by_deed(office, await made(office, people, times))

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
        **_times([seconds * 1000 for seconds in found["reactions"]]),
        "booked": verdict["kept"],
        "friendly": friendly,
        "errors": len(town.people) - verdict["kept"] - friendly,
        **verdict,
    }


def _held(slot: Slot) -> HoldTime:
    return HoldTime(Topic.TAX, slot.consultant, Way.PHONE.value, cell=cells(slot.starts_at, slot.starts_at + AN_HOUR).start)
