"""The free times of consultants: by day, the next ones, and those nearest to a time that is gone."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from programme import slot_choice
from programme.seoul import seoul_day
from programme.slots import WhyNone, in_week, times_on
from programme.topics import Topic, Way
from services.calendars import Calendar, calendars_of, offering
from services.session_members import own_holds
from storage import sessions
from storage.sessions import State
from storage.work import Work

MOST_NEXT = 10
MOST_NEAREST = 3
LONGEST = timedelta(days=62)  # a look goes no further at once than the two months a calendar may show
A_STEP = timedelta(days=14)
FARTHEST = 366  # days ahead; nobody plans further
ANOTHERS = timedelta(days=1)  # the same time with somebody else counts as a day further away
HOPE = {why: place for place, why in enumerate(WhyNone)}
DAY = timedelta(days=1)
Slot = slot_choice.Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """`why`: of a day without slots; None there: nobody offers what was asked for."""

    day: date
    slots: tuple[Slot, ...]
    why: WhyNone | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    days: tuple[Day, ...]


@dataclass(frozen=True, kw_only=True)
class FreeTimes:
    """Days of Seoul from `first` to `last`. `moving`: the own session whose time is given up for the new one."""

    person: int
    topic: Topic
    consultant: int | None
    way: Way | None
    language: str | None
    first: date
    last: date
    moving: int | None = None

    async def __call__(self, work: Work) -> Found:
        last = min(self.last, self.first + LONGEST)
        those = await offering(work, person=self.person, topic=self.topic, consultant=self.consultant, way=self.way, language=self.language)
        but = await given_up(work, self.person, self.moving)
        found = await calendars_of(work, those, self.first, last, member=self.person, but=but)
        days = [self.first + n * DAY for n in range((last - self.first).days + 1)]
        return Found(days=tuple(_day(found.values(), day, work.now) for day in days))


@dataclass(frozen=True, kw_only=True)
class NextFree:
    """At most ten, spread over days and consultants."""

    person: int
    topic: Topic
    consultant: int | None
    way: Way | None
    language: str | None
    moving: int | None = None

    async def __call__(self, work: Work) -> tuple[Slot, ...]:
        those = await offering(work, person=self.person, topic=self.topic, consultant=self.consultant, way=self.way, language=self.language)
        but = await given_up(work, self.person, self.moving)
        first, slots = seoul_day(work.now), list[Slot]()
        last = first + max((one.terms.ahead for one in those), default=0) * DAY
        while first <= last and not slot_choice.is_enough(slots, MOST_NEXT):
            until = min(last, first + A_STEP)
            found = await calendars_of(work, those, first, until, member=self.person, but=but)
            slots.extend(_slots(found.values(), first, until, work.now))
            first = until + DAY
        return slot_choice.spread(slots, MOST_NEXT)


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
    """The free times nearest to one that is gone, rather with the same consultant; in the order of time."""
    those = await offering(work, person=person, topic=topic, way=way)
    but = await given_up(work, person, moving)
    middle, today = seoul_day(around), seoul_day(work.now)
    last = today + min(max((one.terms.ahead for one in those), default=0), FARTHEST) * DAY
    slots: list[Slot] = []
    for reach in (3 * DAY, A_STEP, FARTHEST * DAY):
        first, until = max(today, middle - reach), min(last, middle + reach)
        if first > until:
            continue
        found = await calendars_of(work, those, first, until, member=person, but=but)
        slots = list(_slots(found.values(), first, until, work.now))
        if len(slots) >= most:
            break

    def away(slot: Slot) -> tuple[timedelta, datetime]:
        return abs(slot.starts_at - around) + (ANOTHERS if slot.consultant != consultant else timedelta()), slot.starts_at

    chosen = sorted(slots, key=away)[:most]
    return tuple(sorted(chosen, key=lambda slot: (slot.starts_at, slot.consultant)))


async def given_up(work: Work, person: int, moving: int | None) -> Collection[int]:
    """The sessions of this person whose time is free for them: what they hold, and what they move."""
    found = [one.id for one in await own_holds(work, person)]
    moved = await sessions.find(work.connection, moving) if moving is not None else None
    if moved is not None and moved.person == person and moved.state is State.BOOKED:
        found.append(moved.id)
    return found


def _day(calendars: Iterable[Calendar], day: date, now: datetime) -> Day:
    those = list(calendars)
    slots = tuple(_slots(those, day, day, now))
    whys = [] if slots else [times_on(one.plan, one.diary, day, now) for one in those]
    why = min((one for one in whys if isinstance(one, WhyNone)), key=HOPE.__getitem__, default=None)
    return Day(day=day, slots=slots, why=why)


def _slots(calendars: Iterable[Calendar], first: date, last: date, now: datetime) -> Sequence[Slot]:
    """One consultant for each time: of several the one with the fewest sessions in that week."""
    those = {one.consultant.person: one for one in calendars}
    found = [
        Slot(consultant=person, starts_at=start, ends_at=start + timedelta(minutes=one.plan.terms.slot))
        for person, one in those.items()
        for n in range((last - first).days + 1)
        if isinstance(starts := times_on(one.plan, one.diary, first + n * DAY, now), tuple)
        for start in starts
    ]
    return slot_choice.one_each(found, lambda slot: in_week(those[slot.consultant].diary, seoul_day(slot.starts_at)))
