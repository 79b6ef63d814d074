"""What every deed about an announcement begins and ends with: its lock, whose role reaches there, and a row of the audit."""

from dataclasses import dataclass

from programme.announcements import AnnouncementState
from programme.audiences import Audience, Trait
from programme.rights import Right
from services.coordinators import Forbidden, may
from storage import announcements
from storage.announcements import Announcement
from storage.audit import AuditRow
from storage.work import Work


@dataclass(frozen=True, slots=True)
class NoSuchAnnouncement:
    pass


@dataclass(frozen=True, slots=True)
class NotNow:
    """Somebody was faster, or it stands otherwise than they saw."""

    state: AnnouncementState


@dataclass(frozen=True, slots=True)
class ChangedMeanwhile:
    """It is not what they have seen."""


async def may_announce(work: Work, person: int, to: Audience) -> bool:
    """Whether the role of the person covers this audience: of some gu, or one track, only within them."""
    gus, tracks = to.wanted.get(Trait.GU, frozenset()), to.wanted.get(Trait.TRACK, frozenset())
    return await may(work, person, Right.COORDINATE, gus=gus, tracks=tracks)


async def locked(work: Work, number: int, by: int | None) -> Announcement | NoSuchAnnouncement | Forbidden:
    """Where the role of the person covers its audience. `by` None: the office itself."""
    one = await announcements.lock(work.connection, number)
    if one is None:
        return NoSuchAnnouncement()
    return one if by is None or await may_announce(work, by, one.audience) else Forbidden()


def note(work: Work, by: int | None, did: str, number: int, outcome: object, *, why: str = "") -> None:
    work.note(AuditRow(who=by, did=did, on=f"announcement:{number}", outcome=type(outcome).__name__, why=why))
