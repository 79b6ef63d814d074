"""Announcements as the office sees them: the lists, and one with all that decides what can be done with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from programme.announcements import AnnouncementState, Outcome
from programme.audiences import Audience, Trait, event_value
from programme.quiet_hours import may_go_at
from programme.rights import Right
from services.announcement_changes import approvers, may_change, untested
from services.announcement_deeds import NoSuchAnnouncement, may_announce
from services.coordinators import Forbidden, may_answer, reach, scopes
from services.letters import UnknownLetter
from services.notices import fact_of
from services.office import Deed
from services.pages import within
from storage import announcement_ledger, announcements, audience, events, notices
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
    Shelf.SENDING: (S.SENDING, S.PAUSED),
    Shelf.SENT: (S.DONE, S.CANCELLED),
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


@dataclass(frozen=True, slots=True, kw_only=True)
class OneSeen:
    """`people`: whom it would reach now, or did when it began. `may_send`: the role of who looks covers its audience.
    `others`: how many could approve it. `event_titles`: of the events its audience and its buttons name, by language.
    """

    one: Announcement
    people: int
    may_compose: bool  # an auditor reads only
    may_change: bool
    may_send: bool
    untested: tuple[str, ...]
    needs_approval: bool
    others: int
    is_author: bool
    goes_at: datetime  # if it were sent now: by night, in the morning
    now: datetime
    event_titles: Mapping[int, Mapping[str, str]]
    outcomes: Mapping[Outcome, int]

    @property
    def may_judge(self) -> bool:
        """It waits for a second person, and who looks had no part in it."""
        return self.one.state is S.ASKED and self.may_send and not self.is_author


@dataclass(frozen=True, kw_only=True)
class SeeShelves:
    by: int

    async def __call__(self, work: Work) -> OnShelves | Forbidden:
        if not await may_look(work, self.by):
            return Forbidden()
        counts = {shelf: await announcements.count_of_states(work.connection, states) for shelf, states in STATES.items()}
        return OnShelves(counts=counts, may_compose=await may_answer(work, self.by))


@dataclass(frozen=True, kw_only=True)
class SeeShelf:
    by: int
    shelf: Shelf
    page: int = 0

    async def __call__(self, work: Work) -> ShelfPage | Forbidden:
        if not await may_look(work, self.by):
            return Forbidden()
        states = STATES[self.shelf]
        page = within(self.page, await announcements.count_of_states(work.connection, states), PAGE)
        found = await announcements.of_states(work.connection, states, limit=PAGE + 1, offset=page * PAGE)
        return ShelfPage(shelf=self.shelf, found=tuple(found[:PAGE]), page=page, more=len(found) > PAGE)


@dataclass(frozen=True, kw_only=True)
class SeeAnnouncement:
    by: int
    announcement: int

    async def __call__(self, work: Work) -> OneSeen | NoSuchAnnouncement | Forbidden:
        if not await may_look(work, self.by):
            return Forbidden()
        one = await announcements.find(work.connection, self.announcement)
        if one is None:
            return NoSuchAnnouncement()
        outcomes = dict(await announcement_ledger.counts(work.connection, one.id)) if one.started_at is not None else {}
        people = sum(outcomes.values()) if outcomes else await audience.count(work.connection, one.audience, one.category)
        return OneSeen(
            one=one,
            people=people,
            may_compose=await may_answer(work, self.by),
            may_change=await may_change(work, self.by, one),
            may_send=await may_announce(work, self.by, one.audience),
            untested=untested(one),
            needs_approval=people >= work.house.large_audience and one.approved_by is None,
            others=len([person for person in await approvers(work, one) if person != self.by]),
            is_author=self.by in one.authors,
            goes_at=may_go_at(work.now),
            now=work.now,
            event_titles=await _titles(work, one),
            outcomes=outcomes,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosable:
    """What can be chosen for an audience or a button. `gus`: empty, all of Seoul. `events`: the newest, with their titles by language.
    `notices`: the newest on the board, as facts that have a title.
    """

    traits: tuple[Trait, ...]
    gus: frozenset[str]
    tracks: frozenset[str]
    events: tuple[tuple[int, Mapping[str, str]], ...]
    notices: tuple[Any, ...]


@dataclass(frozen=True, kw_only=True)
class WhatToChooseFrom:
    by: int
    most: int = 10

    async def __call__(self, work: Work) -> Choosable:
        scope = await reach(work, self.by)
        coming = await events.coming(work.connection, work.now, limit=self.most)
        past = await events.past(work.connection, work.now, limit=self.most)
        found = tuple((event.id, event.title) for event in (*coming, *past))
        known = tuple(trait for trait in audience.known() if trait is not Trait.EVENT or found)
        return Choosable(traits=known, gus=scope.gus, tracks=scope.tracks, events=found, notices=await _notices(work, self.most))


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneAndSeen:
    """What came of a deed, and the announcement as it stands after it."""

    outcome: Any
    seen: OneSeen | NoSuchAnnouncement | Forbidden


@dataclass(frozen=True, kw_only=True)
class AndSee:
    """Does the deed, then looks at its announcement, or at the one it has made."""

    by: int
    deed: Deed[Any]
    announcement: int = 0

    async def __call__(self, work: Work) -> DoneAndSeen:
        outcome = await self.deed(work)
        number = getattr(outcome, "announcement", self.announcement)
        return DoneAndSeen(outcome=outcome, seen=await SeeAnnouncement(by=self.by, announcement=number)(work))


async def may_look(work: Work, person: int) -> bool:
    """Coordinators and auditors."""
    return bool(await scopes(work, person, Right.READ))


async def _notices(work: Work, most: int) -> tuple[Any, ...]:
    facts = []
    for notice in await notices.page(work.connection, limit=most):
        try:
            facts.append(fact_of(notice))
        except UnknownLetter:
            continue  # of a kind no version knows any more: nobody could be led there
    return tuple(facts)


async def _titles(work: Work, one: Announcement) -> Mapping[int, Mapping[str, str]]:
    named = {*_in_audience(one.audience), *_behind_buttons(one)}
    found = await events.of_ids(work.connection, named) if named else {}
    return {number: event.title for number, event in found.items()}


def _in_audience(to: Audience) -> set[int]:
    values = {*to.wanted.get(Trait.EVENT, ()), *to.ruled_out.get(Trait.EVENT, ())}
    return {read[0] for value in values if (read := event_value(value)) is not None}


def _behind_buttons(one: Announcement) -> set[int]:
    leads = (str(button["leads"]) for button in one.buttons)
    return {int(target) for kind, _, target in (lead.partition(":") for lead in leads) if kind == "event" and target.isdecimal()}
