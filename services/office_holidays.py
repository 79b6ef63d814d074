"""The office's own days off: no consultant is booked on them. Sessions that stand already stay, and their consultants are told."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from programme.rights import Right
from programme.seoul import from_seoul, seoul_day
from services.coordinators import Forbidden, may_answer, why_not
from services.letters import Letter, letter
from services.pages import within
from storage import consultants, sessions, working_hours
from storage.audit import AuditRow
from storage.work import Work
from storage.working_hours import OfficeHoliday

PAGE = 8
AHEAD = timedelta(days=730)  # so far in advance a day off can be set


@letter("office_holiday")
@dataclass(frozen=True, kw_only=True)
class OfficeHolidaySet:
    """To a consultant with sessions on that day."""

    day: date
    name: str
    booked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayKept:
    """`booked`: sessions that stand on that day."""

    holiday: OfficeHoliday
    booked: int


@dataclass(frozen=True, slots=True)
class NotThatDay:
    """Over, or too far away."""


@dataclass(frozen=True, slots=True)
class HolidayDropped:
    day: date


@dataclass(frozen=True, slots=True)
class NoSuchHoliday:
    """Dropped before, or never set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayPage:
    holidays: tuple[OfficeHoliday, ...]  # from today on
    page: int  # from 0
    more: bool


async def booked_on(work: Work, day: date) -> dict[int, int]:
    """How many sessions stand on that day, by consultant."""
    present = [one.person for one in await consultants.present(work.connection)]
    starts = await sessions.booked_starts(work.connection, present, _begins(day), _begins(day + timedelta(days=1)))
    return {person: len(found) for person, found in starts.items() if found}


def _begins(day: date) -> datetime:
    return from_seoul(datetime.combine(day, time()))


@dataclass(frozen=True, kw_only=True)
class SessionsOn:
    """How many sessions stand on that day: what is asked before it becomes a day off."""

    by: int
    day: date

    async def __call__(self, work: Work) -> int | Forbidden:
        if (refused := await why_not(work, self.by, Right.COORDINATE)) is not None:
            return refused
        return sum((await booked_on(work, self.day)).values())


@dataclass(frozen=True, kw_only=True)
class KeepOfficeHoliday:
    """A day that is one already gets the new name."""

    by: int
    day: date
    name: str

    async def __call__(self, work: Work) -> HolidayKept | NotThatDay | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="KeepOfficeHoliday", on=f"day:{self.day:%Y-%m-%d}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> HolidayKept | NotThatDay | Forbidden:
        if (refused := await why_not(work, self.by, Right.COORDINATE)) is not None:
            return refused
        today = seoul_day(work.now)
        if not today <= self.day <= today + AHEAD:
            return NotThatDay()
        await working_hours.keep_holiday(work.connection, self.day, self.name, by=self.by)
        touched = await booked_on(work, self.day)
        for person, booked in touched.items():
            fact = OfficeHolidaySet(day=self.day, name=self.name, booked=booked)
            work.post(Letter(to=person, fact=fact, key=f"office_holiday:{self.day:%Y-%m-%d}"))
        return HolidayKept(holiday=OfficeHoliday(day=self.day, name=self.name), booked=sum(touched.values()))


@dataclass(frozen=True, kw_only=True)
class DropOfficeHoliday:
    by: int
    day: date

    async def __call__(self, work: Work) -> HolidayDropped | NoSuchHoliday | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="DropOfficeHoliday", on=f"day:{self.day:%Y-%m-%d}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> HolidayDropped | NoSuchHoliday | Forbidden:
        if (refused := await why_not(work, self.by, Right.COORDINATE)) is not None:
            return refused
        dropped = await working_hours.drop_holiday(work.connection, self.day)
        await work.withdraw(f"office_holiday:{self.day:%Y-%m-%d}")
        return HolidayDropped(self.day) if dropped else NoSuchHoliday()


@dataclass(frozen=True, kw_only=True)
class OfficeHolidays:
    by: int
    page: int = 0

    async def __call__(self, work: Work) -> HolidayPage | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        today = seoul_day(work.now)
        found = await working_hours.holidays_between(work.connection, today, today + AHEAD)
        page = within(self.page, len(found), PAGE)
        shown = found[page * PAGE : (page + 1) * PAGE]
        return HolidayPage(holidays=tuple(shown), page=page, more=len(found) > (page + 1) * PAGE)
