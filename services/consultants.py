"""Consultants and mentors: the office's list, their profile, a pause, and the end."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from programme.rights import Right
from programme.topics import Topic, Way
from services.coordinators import Forbidden, OutOfReach, may_answer, why_not
from services.pages import within
from storage import consultants, sessions
from storage.audit import AuditRow
from storage.consultants import Consultant, Profile
from storage.work import Work

PAGE = 6
AHEAD = timedelta(days=366)  # nothing is booked further away

Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class NotConsultant:
    """Has left, or never was one."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """Nothing to advise on, no way to meet, or a way without its place or room: forged, or from an older form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultantPage:
    """Those who have left come last."""

    consultants: tuple[Consultant, ...]
    page: int  # from 0
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultantSheet:
    """`ahead`: booked sessions that are still to come."""

    consultant: Consultant
    ahead: int


@dataclass(frozen=True, slots=True)
class Paused:
    sheet: ConsultantSheet


@dataclass(frozen=True, slots=True)
class TakesAgain:
    sheet: ConsultantSheet


def unfit(profile: Profile) -> bool:
    """What a form cannot send by itself."""
    known = set(profile.topics) <= set(Topic) and set(profile.ways) <= set(Way)
    if not (known and profile.topics and profile.ways and profile.languages and profile.name.strip()):
        return True
    return (Way.SITE in profile.ways and not profile.place) or (Way.VIDEO in profile.ways and not profile.link.startswith("https://"))


async def may_change(work: Work, by: int, person: int) -> bool:
    return await why_not_change(work, by, person) is None


async def why_not_change(work: Work, by: int, person: int) -> Forbidden | OutOfReach | None:
    """Consultants look after themselves; the office may do it for them: whose role is for all of Seoul, since that is whom they advise."""
    return None if by == person else await why_not(work, by, Right.COORDINATE)


async def sheet_of(work: Work, one: Consultant) -> ConsultantSheet:
    return ConsultantSheet(consultant=one, ahead=len(await ahead_of(work, one.person)))


async def ahead_of(work: Work, person: int) -> list[sessions.Session]:
    """Booked, and not yet begun."""
    return await sessions.of_consultant(work.connection, person, work.now, work.now + AHEAD, states=(sessions.State.BOOKED,))


@dataclass(frozen=True, kw_only=True)
class AllConsultants:
    by: int
    page: int = 0

    async def __call__(self, work: Work) -> ConsultantPage | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        page = within(self.page, await consultants.count(work.connection), PAGE)
        found = await consultants.listed(work.connection, limit=PAGE + 1, offset=page * PAGE)
        return ConsultantPage(consultants=tuple(found[:PAGE]), page=page, more=len(found) > PAGE)


@dataclass(frozen=True, kw_only=True)
class OneConsultant:
    """For the office; one who has left, too."""

    by: int
    person: int

    async def __call__(self, work: Work) -> ConsultantSheet | NotConsultant | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        found = await consultants.find(work.connection, self.person)
        return NotConsultant() if found is None else await sheet_of(work, found)


@dataclass(frozen=True, kw_only=True)
class MyProfile:
    person: int

    async def __call__(self, work: Work) -> ConsultantSheet | NotConsultant:
        found = await consultants.find(work.connection, self.person)
        return NotConsultant() if found is None or found.left_at is not None else await sheet_of(work, found)


@dataclass(frozen=True, kw_only=True)
class PauseConsultant:
    """`pauses`: no new sessions from now on, those that are booked stay; otherwise sessions are taken again."""

    by: int
    person: int
    pauses: bool

    async def __call__(self, work: Work) -> Paused | TakesAgain | NotConsultant | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="PauseConsultant", on=f"consultant:{self.person}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Paused | TakesAgain | NotConsultant | Forbidden:
        if (refused := await why_not_change(work, self.by, self.person)) is not None:
            return refused
        found = await consultants.lock(work.connection, self.person)
        if found is None or found.left_at is not None:
            return NotConsultant()
        await consultants.pause(work.connection, self.person, (found.paused_at or work.now) if self.pauses else None)
        changed = await consultants.find(work.connection, self.person) or found
        sheet = await sheet_of(work, changed)
        return Paused(sheet) if self.pauses else TakesAgain(sheet)
