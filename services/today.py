"""What waits for one person of the office now, by due date. Each feature adds its own lines.

A line is a frozen dataclass with `due`, the moment from which it waits or at which it is on; `@for_today` registers a look that finds
those of one person, and `bot.screens.today.tells_today` says in words what a line of that kind says and what is done about it.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from programme.rights import Right, Scope, gives, gus_of
from programme.today import MOST_PAGES, PAGE
from services.pages import within
from storage import consultants, roles
from storage.work import Work

QUESTIONS, HELD, APPROVALS, SHOPS, CARDS, INTRODUCTIONS, DISPUTES, EVENTS_NOW, UNATTENDED, UNLOGGED, OWN_LOGS, LINKS = range(10, 130, 10)
AMENDMENTS = 35  # behind the approvals; letters of the morning name these places


class Line(Protocol):
    @property
    def due(self) -> datetime: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Whose today it is, and where each right of theirs reaches; none: they have it nowhere."""

    person: int
    coordinates: tuple[Scope, ...]
    checks_in: tuple[Scope, ...]
    reads: bool
    grants: bool
    consultant: bool

    @property
    def is_anybodys(self) -> bool:
        return bool(self.coordinates or self.checks_in or self.reads or self.consultant)

    @property
    def gus(self) -> frozenset[str] | None:
        """For what has a gu and no track. None: all of Seoul."""
        return gus_of(self.coordinates)


@dataclass(frozen=True, slots=True)
class Waiting:
    """`lines`: the most urgent ones, no more than were asked for; `count`: of all of them."""

    count: int
    lines: tuple[Any, ...] = ()


NOTHING = Waiting(0)
Finds = Callable[[Work, Desk, int], Awaitable[Waiting]]
F = TypeVar("F", bound=Finds)


@dataclass(frozen=True, slots=True)
class _Kind:
    finds: Finds
    counts: bool


_kinds: dict[int, _Kind] = {}


def for_today(place: int, *, counts: bool = True) -> Callable[[F], F]:
    """`place`: which of two lines due at once stands first; one a kind. `counts`: it is to be done, so the office's button counts it."""

    def register(finds: F) -> F:
        if _kinds.setdefault(place, _Kind(finds, counts)).finds is not finds:
            raise ValueError(f"two kinds of lines at place {place}")
        return finds

    return register


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    lines: tuple[Any, ...]
    count: int
    page: int  # from 0
    more: bool
    only_reads: bool  # an auditor: nothing ever waits for them
    only_checks_in: bool  # event staff: nothing but the events of the day
    mornings: bool  # the letter is written to them


@dataclass(frozen=True, slots=True)
class NotOfTheOffice:
    pass


@dataclass(frozen=True, kw_only=True)
class Today:
    person: int
    page: int = 0

    async def __call__(self, work: Work) -> TodayPage | NotOfTheOffice:
        desk = await desk_of(work, self.person)
        if not desk.is_anybodys:
            return NotOfTheOffice()
        page = within(self.page, MOST_PAGES * PAGE, PAGE)
        found = {place: await kind.finds(work, desk, (page + 1) * PAGE) for place, kind in sorted(_kinds.items())}
        count = sum(one.count for one in found.values())
        page = within(page, count, PAGE)
        lines = _by_due(found)[page * PAGE : (page + 1) * PAGE]
        return TodayPage(
            lines=tuple(lines),
            count=count,
            page=page,
            more=(page + 1) * PAGE < min(count, MOST_PAGES * PAGE),
            only_reads=not (desk.coordinates or desk.checks_in or desk.consultant),
            only_checks_in=bool(desk.checks_in) and not (desk.coordinates or desk.consultant),
            mornings=bool(desk.checks_in),
        )


def _by_due(found: Mapping[int, Waiting]) -> Sequence[Line]:
    """Sorting keeps the order of the places among those due at once."""
    return sorted((line for one in found.values() for line in one.lines), key=lambda line: line.due)


async def waiting_for(work: Work, person: int) -> dict[int, int]:
    """How many of each kind, by place; kinds with none are left out."""
    desk = await desk_of(work, person)
    if not desk.is_anybodys:
        return {}
    found = {place: (await kind.finds(work, desk, 0)).count for place, kind in sorted(_kinds.items())}
    return {place: count for place, count in found.items() if count}


def to_be_done(found: Mapping[int, int], *, questions: bool = False) -> int:
    """Of what `waiting_for` found. The questions have a button of their own beside the office's, which leaves them out."""
    return sum(count for place, count in found.items() if _kinds[place].counts and (questions or place != QUESTIONS))


async def desk_of(work: Work, person: int) -> Desk:
    grants = await roles.of_person(work.connection, person, work.now)

    def reach(right: Right) -> tuple[Scope, ...]:
        return tuple(one.scope for one in grants if gives(one.role, right))

    return Desk(
        person=person,
        coordinates=reach(Right.COORDINATE),
        checks_in=reach(Right.CHECK_IN),
        reads=bool(reach(Right.READ)),
        grants=bool(reach(Right.GRANT)),
        consultant=await consultants.is_consultant(work.connection, person),
    )
