"""Who hears of a question, and who may answer it: the coordinators every one, a consultant those of the desk they advise on.

The desk is for tax and accounting: a quick question first, a session where that is not enough.
"""

from programme.topics import DESK
from services.coordinators import coordinators, may_answer
from storage import consultants
from storage.inquiries import Inquiry
from storage.work import Work


async def desk_of(work: Work, person: int) -> tuple[str, ...]:
    """The topics of the desk that this consultant advises on."""
    found = await consultants.find(work.connection, person)
    return () if found is None or found.left_at is not None else tuple(topic for topic in DESK if topic in found.profile.topics)


async def may_answer_this(work: Work, by: int, inquiry: Inquiry | None) -> bool:
    """Nobody but a coordinator learns that a question is gone."""
    if await may_answer(work, by):
        return True
    return inquiry is not None and inquiry.asker != by and inquiry.topic in await desk_of(work, by)


async def who_hears(work: Work, inquiry: Inquiry | None) -> tuple[int, ...]:
    """The one who looks after it, or everybody who may answer it."""
    everybody = (*await coordinators(work), *await desk_consultants(work, inquiry))
    return (inquiry.taken_by,) if inquiry is not None and inquiry.taken_by in everybody else tuple(dict.fromkeys(everybody))


async def desk_consultants(work: Work, inquiry: Inquiry | None) -> tuple[int, ...]:
    """Who is on a pause is left in peace, though they may answer."""
    if inquiry is None or inquiry.topic not in DESK:
        return ()
    present = await consultants.present(work.connection)
    return tuple(
        one.person for one in present if one.takes_sessions and inquiry.topic in one.profile.topics and one.person != inquiry.asker
    )
