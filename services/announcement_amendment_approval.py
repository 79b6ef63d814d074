"""A second of the office says yes to a correction or a withdrawal where many have the announcement."""

from dataclasses import dataclass

from programme.announcement_parts import begins
from services.announcement_amendment_running import (
    AmendmentBegun,
    NotSo,
    begin_amending,
    locked_with_its_announcement,
    note_amendment,
)
from services.announcement_deeds import NoSuchAnnouncement, may_announce
from services.coordinators import Forbidden, coordinators
from services.letters import Letter, letter
from storage.announcement_amendments import AmendmentState, Kind
from storage.announcements import Announcement
from storage.work import Work


@letter("announcement_amendment_to_approve")
@dataclass(frozen=True, kw_only=True)
class AmendmentToApprove:
    """To everybody of the office who could."""

    announcement: int
    amendment: int
    kind: Kind
    begins: str
    people: int


@dataclass(frozen=True, slots=True)
class OwnWish:
    """Who asked for it does not approve it."""


def approval_key(number: int) -> str:
    return f"announcement_amendment:{number}"


async def seconds_of(work: Work, one: Announcement, by: int) -> tuple[int, ...]:
    """Those of the office who could say yes to what this person asks for."""
    return tuple([person for person in await coordinators(work) if person != by and await may_announce(work, person, one.audience)])


def ask_seconds(work: Work, one: Announcement, number: int, kind: Kind, *, people: int, seconds: tuple[int, ...]) -> None:
    fact = AmendmentToApprove(announcement=one.id, amendment=number, kind=kind, begins=begins(one.parts), people=people)
    for person in seconds:
        work.post(Letter(to=person, fact=fact, key=approval_key(number)))


@dataclass(frozen=True, kw_only=True)
class ApproveAmendment:
    by: int
    amendment: int

    async def __call__(self, work: Work) -> AmendmentBegun | OwnWish | NotSo | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        note_amendment(work, self.by, "ApproveAmendment", self.amendment, outcome)
        return outcome

    async def _outcome(self, work: Work) -> AmendmentBegun | OwnWish | NotSo | NoSuchAnnouncement | Forbidden:
        found = await locked_with_its_announcement(work, self.amendment, self.by)
        if not isinstance(found, tuple):
            return found
        one, amendment = found
        if amendment.asked_by == self.by:
            return OwnWish()
        if amendment.state is not AmendmentState.ASKED:
            return NotSo()
        await work.withdraw(approval_key(amendment.id))
        return await begin_amending(work, one, amendment.id, approved_by=self.by)
