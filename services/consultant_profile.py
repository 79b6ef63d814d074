"""Correcting a profile, line by line. Who has booked is told where a session takes place now."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from programme.topics import Topic, Way
from services.consultants import NotConsultant, Unfit, ahead_of, unfit
from services.letters import Letter, letter
from services.session_letters import PLACE
from services.session_reminders import key, meet_elsewhere
from storage import consultants, sessions
from storage.audit import AuditRow
from storage.consultants import Profile
from storage.sessions import Session
from storage.work import Work

_WHERE = {Way.SITE: ("place", "address", "latitude", "longitude"), Way.VIDEO: ("link",), Way.PHONE: ()}


@letter("session_place")
@dataclass(frozen=True, kw_only=True)
class SessionPlaceChanged:
    """To a member who has booked. `link` by video, `place` and `address` on site."""

    session: int
    starts_at: datetime
    topic: Topic
    name: str  # of the consultant
    place: str
    address: str
    link: str


@dataclass(frozen=True, slots=True)
class ProfileCorrected:
    """`told`: members whose session takes place somewhere else now."""

    told: int


@dataclass(frozen=True, kw_only=True)
class CorrectProfile:
    """`lines` by the names of `Profile`; the calling stays what the office gave."""

    by: int
    lines: Mapping[str, Any]

    async def __call__(self, work: Work) -> ProfileCorrected | Unfit | NotConsultant:
        outcome = await self._outcome(work)
        lines = " ".join(sorted(self.lines))
        work.note(AuditRow(who=self.by, did="CorrectProfile", on=f"consultant:{self.by}", outcome=type(outcome).__name__, why=lines[:200]))
        return outcome

    async def _outcome(self, work: Work) -> ProfileCorrected | Unfit | NotConsultant:
        found = await consultants.lock(work.connection, self.by)
        if found is None or found.left_at is not None:
            return NotConsultant()
        corrected = replace(found.profile, **dict(self.lines))
        if corrected.calling is not found.profile.calling or unfit(corrected):
            return Unfit()
        await consultants.correct(work.connection, self.by, corrected)
        touched = [one for one in await ahead_of(work, self.by) if _moved(found.profile, corrected, Way(one.way))]
        for session in touched:
            await _tell(work, session, corrected)
        return ProfileCorrected(len(touched))


def _moved(before: Profile, after: Profile, way: Way) -> bool:
    return any(getattr(before, name) != getattr(after, name) for name in _WHERE[way])


async def _tell(work: Work, session: Session, profile: Profile) -> None:
    """Calendars learn of it, too: their file counts as a newer one."""
    await sessions.count_on(work.connection, session.id)
    await meet_elsewhere(work, session, profile)
    on_site = session.way == Way.SITE
    fact = SessionPlaceChanged(
        session=session.id,
        starts_at=session.starts_at,
        topic=Topic(session.topic),
        name=profile.name,
        place=profile.place if on_site else "",
        address=profile.address if on_site else "",
        link="" if on_site else profile.link,
    )
    work.post(Letter(to=session.person, fact=fact, key=key(session.id, PLACE)))
