"""The free times nearest to one that is gone: what everybody is shown who comes too late, and many may come at once.

Those of one unit of work who ask for the same days share what was found: the times that are free to anybody. Whatever takes or gives
back a time in it clears that (`forget_free`), and nobody keeps it beyond the unit of work, so the list is as old as the answer it
stands in. It decides nothing: whoever taps one of its times is looked at under the locks.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from programme.cells import cells, midnight
from programme.seoul import seoul_day
from programme.slot_choice import Slot
from programme.slots import in_week, times_on
from services.calendars import Calendar, barred_for, calendars_of, offering
from services.session_members import own_holds
from storage import sessions
from storage.privacy import NOBODY
from storage.sessions import State
from storage.work import Work

DAY = timedelta(days=1)
REACHES = (3 * DAY, 14 * DAY, 366 * DAY)  # looked at one after the other until there is enough; nobody plans further
MOST_NEAREST = 3
ANOTHERS = timedelta(days=1)  # the same time with somebody else counts as a day further away


@dataclass(frozen=True, slots=True)
class FreeTime:
    """`load`: how many sessions the consultant has in that week."""

    slot: Slot
    load: int


@dataclass(frozen=True, slots=True)
class _Days:
    """Days of Seoul, both included."""

    topic: str
    way: str | None
    first: date
    last: date

    @property
    def cells(self) -> range:
        return range(midnight(self.first), midnight(self.last + 2 * DAY))


async def nearest(
    work: Work,
    *,
    person: int,
    topic: str,
    consultant: int,
    way: str | None,
    around: datetime,
    moving: int | None = None,
    most: int = MOST_NEAREST,
) -> tuple[Slot, ...]:
    """Rather with the same consultant; one for each moment, in the order of time."""
    free: Sequence[FreeTime] = ()
    for days in _reaches(topic, way, around, work.now):
        free = await _free_for(work, days, person, moving)
        if len({one.slot.starts_at for one in free}) >= most:
            break

    def away(one: FreeTime) -> tuple[timedelta, datetime, int, int]:
        another = ANOTHERS if one.slot.consultant != consultant else timedelta()
        return abs(one.slot.starts_at - around) + another, one.slot.starts_at, one.load, one.slot.consultant

    return _one_each((one.slot for one in sorted(free, key=away)), most)


def _reaches(topic: str, way: str | None, around: datetime, now: datetime) -> Iterable[_Days]:
    middle, today = seoul_day(around), seoul_day(now)
    for reach in REACHES:
        if middle + reach >= today:
            yield _Days(topic, way, max(today, middle - reach), min(today + REACHES[-1], middle + reach))


def _one_each(slots: Iterable[Slot], most: int) -> tuple[Slot, ...]:
    found: dict[datetime, Slot] = {}
    for slot in slots:
        found.setdefault(slot.starts_at, slot)
        if len(found) == most:
            break
    return tuple(found[start] for start in sorted(found))


async def given_up(work: Work, person: int, moving: int | None) -> Collection[int]:
    """The sessions of this person whose time is free for them: what they hold, and what they move."""
    found = [one.id for one in await own_holds(work, person)]
    moved = await sessions.find(work.connection, moving) if moving is not None else None
    if moved is not None and moved.person == person and moved.state is State.BOOKED:
        found.append(moved.id)
    return found


async def _free_for(work: Work, days: _Days, person: int, moving: int | None) -> list[FreeTime]:
    """What is free to anybody, without what this person is busy with; who gives a time up for it sees more, and looks alone."""
    own = await sessions.own_cells(work.connection, person, days.cells)
    but = {one.session for one in own if one.held or (one.mine and one.session == moving)}
    free = await _found(work, days, but) if but else await _shared(work, days)
    barred = await barred_for(work, person, days.topic)
    for_them = [one for one in free if one.slot.consultant not in barred]
    busy = {one.cell for one in own if one.session not in but}
    return [one for one in for_them if busy.isdisjoint(cells(one.slot.starts_at, one.slot.ends_at))] if busy else for_them


async def _shared(work: Work, days: _Days) -> list[FreeTime]:
    found: list[FreeTime] | None = work.shared.get(days)
    if found is None:
        found = work.shared[days] = await _found(work, days, ())
    return found


def forget_free(work: Work) -> None:
    """To be called by whatever takes a time or gives it back."""
    for days in [key for key in work.shared if isinstance(key, _Days)]:
        del work.shared[days]


async def _found(work: Work, days: _Days, but: Collection[int]) -> list[FreeTime]:
    those = await offering(work, person=NOBODY, topic=days.topic, way=days.way)
    found = await calendars_of(work, those, days.first, days.last, member=NOBODY, but=but)
    return [one for calendar in found.values() for one in free_times(calendar, days.first, days.last, work.now)]


def free_times(calendar: Calendar, first: date, last: date, now: datetime) -> Iterable[FreeTime]:
    length = timedelta(minutes=calendar.plan.terms.slot)
    for n in range((last - first).days + 1):
        day = first + n * DAY
        starts = times_on(calendar.plan, calendar.diary, day, now)
        if isinstance(starts, tuple):
            load = in_week(calendar.diary, day)
            for start in starts:
                yield FreeTime(Slot(consultant=calendar.consultant.person, starts_at=start, ends_at=start + length), load)
