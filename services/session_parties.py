"""What the two sides of a session know each other by."""

from storage import consultants, shops
from storage.sessions import Session
from storage.work import Work


async def shop_of(work: Work, session: Session) -> str:
    """What the consultant knows the member by; empty when the shop is forgotten."""
    if session.shop is None:
        return ""
    found = await shops.of_ids(work.connection, [session.shop])
    return found[session.shop].name if session.shop in found else ""


async def name_of(work: Work, session: Session) -> str:
    """What the member knows the consultant by."""
    found = await consultants.find(work.connection, session.consultant)
    return found.profile.name if found is not None else ""
