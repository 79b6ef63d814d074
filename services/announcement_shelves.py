"""Where announcements lie in the office's hub: drafts, those that wait, those under way, those that have gone out."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from programme.announcements import OVER, UNDER_WAY, AnnouncementState
from services.coordinators import Forbidden, may_answer, may_read
from services.pages import within
from storage import announcements
from storage.announcements import Announcement
from storage.work import Work

PAGE = 8
S = AnnouncementState


class Shelf(StrEnum):
    """Where announcements lie in the hub. The values lie on buttons."""

    DRAFTS = "d"
    ASKED = "a"
    SCHEDULED = "s"  # those that are held, too: somebody has to decide
    SENDING = "r"
    SENT = "x"


STATES: Mapping[Shelf, tuple[AnnouncementState, ...]] = {
    Shelf.DRAFTS: (S.DRAFT,),
    Shelf.ASKED: (S.ASKED,),
    Shelf.SCHEDULED: (S.SCHEDULED, S.HELD),
    Shelf.SENDING: UNDER_WAY,
    Shelf.SENT: OVER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OnShelves:
    """How many lie on each."""

    counts: Mapping[Shelf, int]
    may_compose: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfPage:
    shelf: Shelf
    found: tuple[Announcement, ...]
    page: int
    more: bool


@dataclass(frozen=True, kw_only=True)
class SeeShelves:
    by: int

    async def __call__(self, work: Work) -> OnShelves | Forbidden:
        if not await may_read(work, self.by):
            return Forbidden()
        counts = {shelf: await announcements.count_of_states(work.connection, states) for shelf, states in STATES.items()}
        return OnShelves(counts=counts, may_compose=await may_answer(work, self.by))


@dataclass(frozen=True, kw_only=True)
class SeeShelf:
    by: int
    shelf: Shelf
    page: int = 0

    async def __call__(self, work: Work) -> ShelfPage | Forbidden:
        if not await may_read(work, self.by):
            return Forbidden()
        states = STATES[self.shelf]
        page = within(self.page, await announcements.count_of_states(work.connection, states), PAGE)
        found = await announcements.of_states(work.connection, states, limit=PAGE + 1, offset=page * PAGE)
        return ShelfPage(shelf=self.shelf, found=tuple(found[:PAGE]), page=page, more=len(found) > PAGE)
