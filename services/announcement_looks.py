"""Announcements as the office sees them: the lists, and one with all that decides what can be done with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from programme.announcements import AnnouncementState, Outcome
from programme.audiences import Audience, Trait, event_value
from programme.quiet_hours import may_go_at
from services.announcement_changes import approvers, may_change, untested
from services.announcement_deeds import NoSuchAnnouncement, may_announce
from services.coordinators import Forbidden, may_answer, may_read
from services.office import Deed
from storage import announcement_ledger, announcements, audience, events
from storage.announcements import Announcement
from storage.work import Work

S = AnnouncementState


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
class SeeAnnouncement:
    by: int
    announcement: int

    async def __call__(self, work: Work) -> OneSeen | NoSuchAnnouncement | Forbidden:
        if not await may_read(work, self.by):
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
