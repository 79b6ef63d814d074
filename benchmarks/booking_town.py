"""A town in which many want the few times of some consultants, and what the database says of it afterwards."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from benchmarks.figures import percentile
from benchmarks.people import FIRST_ID
from programme.seoul import seoul_day
from programme.topics import Topic
from services.free_times import FreeTimes, Slot
from services.office import Office
from storage import sessions
from storage.sessions import State
from tests.sessions.desk import advises, keep_shops

CONSULTANT = 9_000  # the first; each offers ten times a day
A_DAY = ((9 * 60, 19 * 60),)
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


def times_of(waits: Sequence[float]) -> dict[str, float]:
    ordered = sorted(waits)
    return {f"p{share * 100:.0f}_ms": percentile(ordered, share) for share in (0.5, 0.99)}
