"""What is on for somebody: the events they are invited to, those they answered, those they were at; page by page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from programme.events import HEAR, Group, Standing, Who, not_for, room
from programme.seoul import seoul_day
from services.event_pages import standing_of
from services.event_people import who_is
from services.pages import within
from storage import event_lists, event_seats, events, registrations
from storage.event_lists import Listed
from storage.events import Event
from storage.registrations import Registration
from storage.work import Work

ON_A_PAGE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One event in a list. `left`: for this person; `before`: how many wait in front of them."""

    event: Event
    standing: Standing
    left: int | None
    mine: Registration | None
    before: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """`total`: of all pages; `mine`: how many they answered and are not over."""

    lines: tuple[Line, ...]
    page: int
    pages: int
    total: int
    mine: int
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What is to be shown; None: any. `month`: as 2017-03."""

    kind: str | None = None
    gu: str | None = None
    month: str | None = None

    def let(self, one: Listed) -> bool:
        """An event for all of Seoul is on in every gu."""
        return (
            self.kind in {None, one.kind}
            and (self.gu is None or not one.gus or self.gu in one.gus)
            and self.month in {None, month_of(one.starts_at)}
        )


def month_of(moment: datetime) -> str:
    return f"{seoul_day(moment):%Y-%m}"


@dataclass(frozen=True, kw_only=True)
class EventsForMe:
    """Those whose audience they belong to, and that have not begun; the soonest first."""

    person: int
    limits: Limits
    page: int

    async def __call__(self, work: Work) -> EventPage:
        who = await who_is(work, self.person)
        found = [one.id for one in await _for(work, who) if self.limits.let(one)]
        page = within(self.page, len(found), ON_A_PAGE)
        shown = found[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
        return await _page(work, self.person, shown, page, len(found))


async def _for(work: Work, who: Who) -> list[Listed]:
    return [one for one in await event_lists.ahead(work.connection, work.now) if not_for(who, one.audience, one.gus, one.track) is None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToChoose:
    """What the events for somebody can be limited to."""

    kinds: tuple[str, ...]
    gus: tuple[str, ...]
    months: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class WhatToChoose:
    """Among those that the other limits let."""

    person: int
    limits: Limits

    async def __call__(self, work: Work) -> ToChoose:
        found = [one for one in await _for(work, await who_is(work, self.person)) if self.limits.let(one)]
        return ToChoose(
            kinds=_each(one.kind for one in found),
            gus=_each(gu for one in found for gu in one.gus),
            months=_each(month_of(one.starts_at) for one in found),
        )


def _each(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(found)))


@dataclass(frozen=True, kw_only=True)
class MyEvents:
    """`past`: those they were at, instead of those to come."""

    person: int
    past: bool
    page: int

    async def __call__(self, work: Work) -> EventPage:
        total = await self._count(work)
        page = within(self.page, total, ON_A_PAGE)
        numbers = await self._numbers(work, page * ON_A_PAGE)
        return await _page(work, self.person, numbers, page, total)

    async def _count(self, work: Work) -> int:
        if self.past:
            return await event_lists.count_attended(work.connection, self.person)
        return await event_lists.count_of(work.connection, self.person, HEAR, work.now)

    async def _numbers(self, work: Work, offset: int) -> list[int]:
        if self.past:
            return await event_lists.attended(work.connection, self.person, limit=ON_A_PAGE, offset=offset)
        return await event_lists.of_person(work.connection, self.person, HEAR, work.now, limit=ON_A_PAGE, offset=offset)


async def _page(work: Work, person: int, numbers: Sequence[int], page: int, total: int) -> EventPage:
    group = (await who_is(work, person)).group
    return EventPage(
        lines=await _lines(work, person, group, numbers),
        page=page,
        pages=max(-(-total // ON_A_PAGE), 1),
        total=total,
        mine=await event_lists.count_of(work.connection, person, HEAR, work.now),
        now=work.now,
    )


async def _lines(work: Work, person: int, group: Group, numbers: Sequence[int]) -> tuple[Line, ...]:
    """Each with what is true of its seats now."""
    known = await events.of_ids(work.connection, numbers)
    pools = await event_seats.pools_of_all(work.connection, numbers)
    taken = await event_seats.taken(work.connection, numbers)
    answered = await registrations.of_person_at(work.connection, numbers, person)
    return tuple(
        [
            Line(
                event=known[number],
                standing=standing_of(known[number], work.now),
                left=room(group, pools[number], taken[number]),
                mine=answered.get(number),
                before=await registrations.before(work.connection, answered[number]) if number in answered else 0,
            )
            for number in numbers
        ]
    )
