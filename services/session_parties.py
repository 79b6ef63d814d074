"""What the two sides of a session know each other by."""

from collections.abc import Sequence
from dataclasses import dataclass

from storage import consultants, shops
from storage.consultants import Profile
from storage.privacy import NOBODY
from storage.session_times import Side
from storage.sessions import Session
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """`shop`: what the consultant knows the member by; `by`: what the member knows of the consultant."""

    shop: str
    by: Profile


async def parties_of(work: Work, session: Session) -> Parties:
    """Read once for the many letters of a booking."""
    found = await consultants.of_ids(work.connection, [session.consultant])
    return Parties(shop=await shop_of(work, session), by=found[session.consultant].profile)


async def shop_of(work: Work, session: Session) -> str:
    """What the consultant knows the member by; empty when the shop is forgotten."""
    return (await shops_of(work, [session]))[session.id]


async def shops_of(work: Work, those: Sequence[Session]) -> dict[int, str]:
    """The same of many, by the number of the session."""
    found = await shops.of_ids(work.connection, list({one.shop for one in those if one.shop is not None}))
    return {one.id: found[one.shop].name if one.shop in found else "" for one in those}


async def name_of(work: Work, session: Session) -> str:
    """What the member knows the consultant by."""
    found = await consultants.find(work.connection, session.consultant)
    return found.profile.name if found is not None else ""


async def reachable(work: Work, session: Session, side: Side) -> int | None:
    """Whom to write to on that side; None when they are forgotten: a consultant's number stays with what they gave, the topics do not."""
    if side is Side.MEMBER:
        return session.person if session.person != NOBODY else None
    found = await consultants.find(work.connection, session.consultant)
    return session.consultant if found is not None and found.profile.topics else None


async def gu_of(work: Work, session: Session) -> str | None:
    """Where the member's shop lies, for how far roles of the office reach. None of a mediation: where its member is, it tells nobody."""
    if session.confidential or session.shop is None:
        return None
    return (await shops.of_ids(work.connection, [session.shop]))[session.shop].gu
