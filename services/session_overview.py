"""The office's view of a year of sessions: hours by firm, topic and consultant, sessions without a log, and all of it as a sheet.

A mediation counts for its topic alone. A firm is a consortium, or a shop that was in none.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from programme.rights import Right, gus_of
from programme.seoul import seoul_day
from services.coordinators import Forbidden, may_answer, scopes
from services.pages import within
from storage import consultants, session_overview
from storage.audit import AuditRow
from storage.session_overview import YearSession
from storage.sessions import State
from storage.work import Work

PAGE = 8
YEARS = range(2000, 2200)  # a forged one lies beyond what is kept


class Grouping(StrEnum):
    FIRM = "firm"
    TOPIC = "topic"
    CONSULTANT = "consultant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Of the sessions that took place. `name`: a name, or the code of a topic; empty: of somebody forgotten."""

    name: str
    sessions: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    year: int
    years: tuple[int, ...]  # that have sessions; this one too
    grouping: Grouping
    sums: tuple[Sum, ...]  # of this page, the most hours first
    page: int  # from 0
    more: bool
    whole: Sum  # all that took place
    missed: int
    not_given: int
    without_log: int
    disputed: int
    coordinates: bool  # an auditor looks at the figures alone
    gus: frozenset[str] | None  # whose shops it counts, where the role of who looks has a limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlogged:
    session: int
    starts_at: datetime
    consultant: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnloggedPage:
    sessions: tuple[Unlogged, ...]
    page: int  # from 0
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSheet:
    """`sessions`: without any mediation."""

    year: int
    sessions: tuple[YearSession, ...]
    by_firm: tuple[Sum, ...]
    by_topic: tuple[Sum, ...]
    by_consultant: tuple[Sum, ...]
    gus: frozenset[str] | None  # as in the overview


def summed(found: Sequence[YearSession], grouping: Grouping) -> tuple[Sum, ...]:
    """The most hours first."""
    kept = [one for one in found if one.state is State.DONE and not (one.confidential and grouping is not Grouping.TOPIC)]
    groups: dict[object, list[YearSession]] = {}
    for one in kept:
        groups.setdefault(_KEYS[grouping](one), []).append(one)
    sums = [_sum(_NAMES[grouping](members[0]), members) for members in groups.values()]
    return tuple(sorted(sums, key=lambda one: (-one.minutes, one.name)))


def _sum(name: str, found: Sequence[YearSession]) -> Sum:
    return Sum(name=name, sessions=len(found), minutes=sum(one.minutes for one in found))


_NAMES: dict[Grouping, Callable[[YearSession], str]] = {
    Grouping.FIRM: lambda one: one.consortium or one.shop,
    Grouping.TOPIC: lambda one: one.topic,
    Grouping.CONSULTANT: lambda one: one.consultant_name,
}
_KEYS: dict[Grouping, Callable[[YearSession], object]] = {**_NAMES, Grouping.CONSULTANT: lambda one: one.consultant}


@dataclass(frozen=True, kw_only=True)
class YearOverview:
    """Of the gu that the role reaches. `year` 0: this one."""

    by: int
    year: int = 0
    grouping: Grouping = Grouping.FIRM
    page: int = 0

    async def __call__(self, work: Work) -> Overview | Forbidden:
        held = await scopes(work, self.by, Right.READ)
        if not held:
            return Forbidden()
        gus = gus_of(held)
        this = seoul_day(work.now).year
        year = self.year if self.year in YEARS else this
        found = await session_overview.of_year(work.connection, year, gus)
        sums = summed(found, self.grouping)
        page = within(self.page, len(sums), PAGE)
        return Overview(
            year=year,
            years=tuple(sorted({this, *await session_overview.years(work.connection)}, reverse=True)),
            grouping=self.grouping,
            sums=sums[page * PAGE : (page + 1) * PAGE],
            page=page,
            more=len(sums) > (page + 1) * PAGE,
            whole=_sum("", [one for one in found if one.state is State.DONE]),
            missed=sum(one.state is State.MISSED for one in found),
            not_given=sum(one.state is State.NOT_GIVEN for one in found),
            without_log=await session_overview.count_without_log(work.connection, work.now, gus),
            disputed=await session_overview.count_disputed(work.connection, gus),
            coordinates=await may_answer(work, self.by),
            gus=gus,
        )


@dataclass(frozen=True, kw_only=True)
class WithoutLog:
    by: int
    page: int = 0

    async def __call__(self, work: Work) -> UnloggedPage | Forbidden:
        held = await scopes(work, self.by, Right.COORDINATE)
        if not held:
            return Forbidden()
        gus = gus_of(held)
        page = within(self.page, await session_overview.count_without_log(work.connection, work.now, gus), PAGE)
        found = await session_overview.without_log(work.connection, work.now, gus, limit=PAGE + 1, offset=page * PAGE)
        people = await consultants.of_ids(work.connection, [person for _, _, person in found])
        shown = [
            Unlogged(session=number, starts_at=at, consultant=person, name=people[person].profile.name)
            for number, at, person in found[:PAGE]
        ]
        return UnloggedPage(sessions=tuple(shown), page=page, more=len(found) > PAGE)


@dataclass(frozen=True, kw_only=True)
class ExportYear:
    """A deed, since it is written down who took it. No further than their role reaches."""

    by: int
    year: int

    async def __call__(self, work: Work) -> YearSheet | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="ExportYear", on=f"year:{self.year}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> YearSheet | Forbidden:
        held = await scopes(work, self.by, Right.COORDINATE)
        if not held:
            return Forbidden()
        found = await session_overview.of_year(work.connection, self.year, gus_of(held)) if self.year in YEARS else []
        return YearSheet(
            year=self.year,
            sessions=tuple(one for one in found if not one.confidential),
            by_firm=summed(found, Grouping.FIRM),
            by_topic=summed(found, Grouping.TOPIC),
            by_consultant=summed(found, Grouping.CONSULTANT),
            gus=gus_of(held),
        )
