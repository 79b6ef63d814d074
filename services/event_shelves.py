"""The office's lists of events."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from services.coordinators import Forbidden, may_answer
from services.pages import within
from storage import event_seats, events
from storage.events import Event
from storage.work import Work

PAGE = 8


class Shelf(StrEnum):
    """Which events. The values lie on buttons."""

    COMING = "c"
    DRAFTS = "d"
    PAST = "p"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventShelf:
    """`taken`: seats, by event. `coming`, `drafts`: how many there are of each."""

    shelf: Shelf
    events: tuple[Event, ...]
    taken: Mapping[int, int]
    page: int  # from 0
    more: bool
    coming: int
    drafts: int
    past: int


@dataclass(frozen=True, kw_only=True)
class EventsOnShelf:
    by: int
    shelf: Shelf = Shelf.COMING
    page: int = 0

    async def __call__(self, work: Work) -> EventShelf | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        counted = {
            Shelf.COMING: await events.count_coming(work.connection, work.now),
            Shelf.DRAFTS: await events.count_drafts(work.connection),
            Shelf.PAST: await events.count_past(work.connection, work.now),
        }
        page = within(self.page, counted[self.shelf], PAGE)
        found = await self._found(work, page * PAGE)
        taken = await event_seats.taken(work.connection, [one.id for one in found])
        return EventShelf(
            shelf=self.shelf,
            events=tuple(found),
            taken={number: sum(pools.values()) for number, pools in taken.items()},
            page=page,
            more=counted[self.shelf] > (page + 1) * PAGE,
            coming=counted[Shelf.COMING],
            drafts=counted[Shelf.DRAFTS],
            past=counted[Shelf.PAST],
        )

    async def _found(self, work: Work, offset: int) -> list[Event]:
        match self.shelf:
            case Shelf.COMING:
                return await events.coming(work.connection, work.now, limit=PAGE, offset=offset)
            case Shelf.DRAFTS:
                return await events.drafts(work.connection, limit=PAGE, offset=offset)
            case Shelf.PAST:
                return await events.past(work.connection, work.now, limit=PAGE, offset=offset)
