"""The free times of consultants: by day, and the next ones."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from programme import slot_choice
from programme.seoul import seoul_day
from programme.slots import WhyNone, times_on
from programme.topics import Topic, Way
from services.calendars import Calendar, calendars_of, offering
from services.nearest_times import free_times, given_up
from storage import people
from storage.consultants import Consultant
from storage.work import Work

MOST_NEXT = 10
LONGEST = timedelta(days=62)  # a look goes no further at once than the two months a calendar may show
A_STEP = timedelta(days=14)
HOPE = {why: place for place, why in enumerate(WhyNone)}
DAY = timedelta(days=1)
LAST = 1000  # more than anybody gives in a week
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
        but, foreign = await given_up(work, self.person, self.moving), await _foreign_to(work, self.person, those)
        found = await calendars_of(work, those, self.first, last, member=self.person, but=but)
        days = [self.first + n * DAY for n in range((last - self.first).days + 1)]
        return Found(days=tuple(_day(found.values(), day, work.now, foreign) for day in days))


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
        but, foreign = await given_up(work, self.person, self.moving), await _foreign_to(work, self.person, those)
        first, slots = seoul_day(work.now), list[Slot]()
        last = first + max((one.terms.ahead for one in those), default=0) * DAY
        while first <= last and not slot_choice.is_enough(slots, MOST_NEXT):
            until = min(last, first + A_STEP)
            found = await calendars_of(work, those, first, until, member=self.person, but=but)
            slots.extend(_slots(found.values(), first, until, work.now, foreign))
            first = until + DAY
        return slot_choice.spread(slots, MOST_NEXT)


async def _foreign_to(work: Work, person: int, those: Iterable[Consultant]) -> frozenset[int]:
    """Those of them who do not speak the language of this person's chat."""
    language = (await people.languages(work.connection, {person})).get(person)
    return frozenset(one.person for one in those if language is not None and language not in one.profile.languages)


def _day(calendars: Iterable[Calendar], day: date, now: datetime, foreign: Collection[int]) -> Day:
    those = list(calendars)
    slots = tuple(_slots(those, day, day, now, foreign))
    whys = [] if slots else [times_on(one.plan, one.diary, day, now) for one in those]
    why = min((one for one in whys if isinstance(one, WhyNone)), key=HOPE.__getitem__, default=None)
    return Day(day=day, slots=slots, why=why)


def _slots(calendars: Iterable[Calendar], first: date, last: date, now: datetime, foreign: Collection[int]) -> Sequence[Slot]:
    """One consultant for each time: of several one who speaks the member's language, and of those the one with the fewest sessions in
    that week.
    """
    found = {
        one.slot: one.load + (LAST if one.slot.consultant in foreign else 0)
        for calendar in calendars
        for one in free_times(calendar, first, last, now)
    }
    return slot_choice.one_each(found, found.__getitem__)
