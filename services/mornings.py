"""The letter of a working day's morning: what waits for somebody of the office, if anything does. It can be turned off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from programme.rights import Right, roles_with
from programme.seoul import seoul_day
from programme.today import is_morning, is_working_day
from services.calendars import holidays_of
from services.chores import chore, one_by_one
from services.letter_renewal import renewed
from services.letters import Letter, letter
from services.office import Office
from services.today import EVENTS_NOW, NotOfTheOffice, desk_of, to_be_done, waiting_for
from storage import mornings, people, roles
from storage.audit import AuditRow
from storage.work import Work


@letter("today_morning")
@dataclass(frozen=True, kw_only=True)
class GoodMorning:
    """How many of each kind, by the place of the kind in `services.today`."""

    places: tuple[int, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MorningWritten:
    pass


@dataclass(frozen=True, slots=True)
class NothingWaits:
    """Or they had it already, or do without."""


@dataclass(frozen=True, slots=True)
class MorningTurned:
    off: bool


@chore(timedelta(minutes=5))
async def say_good_morning(office: Office) -> None:
    now = office.clock.now()
    if not is_morning(now):
        return
    day = seoul_day(now)
    async with office.work() as work:
        free = day in await holidays_of(work, day, day)
        there = await roles.holders(work.connection, roles_with(Right.CHECK_IN), now)
    if is_working_day(day, holiday=free):
        await one_by_one(office, {f"person:{person}": WriteMorning(to=person, day=day) for person in there})


@dataclass(frozen=True, kw_only=True)
class WriteMorning:
    """The office itself. That one was written stands in the box of letters; the audit is for what people do."""

    to: int
    day: date

    async def __call__(self, work: Work) -> MorningWritten | NothingWaits:
        known = await people.languages(work.connection, [self.to])  # somebody named in the settings may never have come
        if not known or not await mornings.begin(work.connection, self.to, self.day):
            return NothingWaits()
        fact = await _as_it_stands(work, self.to)
        if fact is None:
            return NothingWaits()
        work.post(Letter(to=self.to, fact=fact, key=f"today:{self.to}"))
        return MorningWritten()


@dataclass(frozen=True, kw_only=True)
class TurnMorning:
    by: int
    off: bool

    async def __call__(self, work: Work) -> MorningTurned | NotOfTheOffice:
        if not (await desk_of(work, self.by)).is_anybodys:
            return NotOfTheOffice()
        await mornings.turn(work.connection, self.by, work.now if self.off else None)
        work.note(
            AuditRow(who=self.by, did="TurnMorning", on=f"person:{self.by}", outcome="MorningTurned", why="off" if self.off else "on")
        )
        return MorningTurned(self.off)


@dataclass(frozen=True, kw_only=True)
class HasMornings:
    person: int

    async def __call__(self, work: Work) -> bool:
        return not await mornings.is_off(work.connection, self.person)


@renewed(GoodMorning)
async def as_it_stands_now(work: Work, letters: Sequence[tuple[int, GoodMorning]]) -> list[GoodMorning | None]:
    """What was done meanwhile is not told any more."""
    return [await _as_it_stands(work, to) for to, _ in letters]


async def _as_it_stands(work: Work, person: int) -> GoodMorning | None:
    found = await waiting_for(work, person)
    if not (to_be_done(found, questions=True) or EVENTS_NOW in found):
        return None
    return GoodMorning(places=tuple(found), counts=tuple(found.values()))
