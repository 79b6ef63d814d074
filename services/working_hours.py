"""What a consultant's hours are now: the week, days that differ, times that are blocked, and the sessions of a month and a day."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from programme.cells import midnight, starts_of
from programme.hours_changes import FARTHEST
from programme.seoul import seoul_day
from programme.slots import Plan
from services.calendars import Holiday, holidays_of, plans_of
from services.consultants import may_change
from services.session_parties import shops_of
from storage import consultants, sessions, working_hours
from storage.consultants import Consultant
from storage.sessions import Session, State
from storage.work import Work
from storage.working_hours import BlockedTime

SHOWN = (State.BOOKED, State.DONE, State.MISSED, State.NOT_GIVEN)


@dataclass(frozen=True, slots=True)
class NotTheirs:
    """No consultant, one who has left, or somebody else's hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptHours:
    """From `today` on. `mine` false: a coordinator looks at them for the consultant."""

    consultant: Consultant
    plan: Plan
    blocked: tuple[BlockedTime, ...]  # as in the plan, with their numbers
    holidays: Mapping[date, Holiday]
    today: date
    mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkMonth:
    """`counts`: sessions by day, those that are over, too."""

    kept: KeptHours
    month: date
    counts: dict[date, int]


@dataclass(frozen=True, slots=True)
class SessionLine:
    """`shop`: empty where the reader may not know who comes."""

    session: Session
    shop: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkDay:
    kept: KeptHours
    day: date
    lines: tuple[SessionLine, ...]


@dataclass(frozen=True, kw_only=True)
class HoursOf:
    """For the consultant, and for coordinators, who may look after them."""

    by: int
    consultant: int

    async def __call__(self, work: Work) -> KeptHours | NotTheirs:
        found = await consultants.find(work.connection, self.consultant)
        if found is None or found.left_at is not None or not await may_change(work, self.by, self.consultant):
            return NotTheirs()
        return await kept_hours(work, found, mine=self.by == self.consultant)


async def kept_hours(work: Work, consultant: Consultant, *, mine: bool) -> KeptHours:
    today, person = seoul_day(work.now), consultant.person
    last = today + FARTHEST
    blocked = await working_hours.blocked_of(work.connection, [person], work.now, starts_of(midnight(last)) + timedelta(days=2))
    return KeptHours(
        consultant=consultant,
        plan=(await plans_of(work, [consultant], today, last))[person],
        blocked=tuple(blocked[person]),
        holidays=await holidays_of(work, today, last),
        today=today,
        mine=mine,
    )


@dataclass(frozen=True, kw_only=True)
class MonthOf:
    """`month`: its first day."""

    by: int
    consultant: int
    month: date

    async def __call__(self, work: Work) -> WorkMonth | NotTheirs:
        kept = await HoursOf(by=self.by, consultant=self.consultant)(work)
        if isinstance(kept, NotTheirs):
            return kept
        following = (self.month + timedelta(days=31)).replace(day=1)
        found = await _of_days(work, self.consultant, self.month, following)
        return WorkMonth(kept=kept, month=self.month, counts=dict(Counter(seoul_day(one.starts_at) for one in found)))


@dataclass(frozen=True, kw_only=True)
class DayOf:
    by: int
    consultant: int
    day: date

    async def __call__(self, work: Work) -> WorkDay | NotTheirs:
        kept = await HoursOf(by=self.by, consultant=self.consultant)(work)
        if isinstance(kept, NotTheirs):
            return kept
        found = await _of_days(work, self.consultant, self.day, self.day + timedelta(days=1))
        return WorkDay(kept=kept, day=self.day, lines=await lines_of(work, found, mine=kept.mine))


async def _of_days(work: Work, consultant: int, first: date, after: date) -> list[Session]:
    return await sessions.of_consultant(work.connection, consultant, _begins(first), _begins(after), states=SHOWN)


async def lines_of(work: Work, found: list[Session], *, mine: bool) -> tuple[SessionLine, ...]:
    """Who comes to a mediation is known to its mediator alone."""
    names = await shops_of(work, found)
    return tuple(SessionLine(one, names[one.id] if mine or not one.confidential else "") for one in found)


def _begins(day: date) -> datetime:
    return starts_of(midnight(day))
