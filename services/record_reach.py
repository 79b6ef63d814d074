"""How much of the record a role with a limit reads: all about what it reaches, and of the rest what its holder did themselves."""

from collections.abc import Collection

from programme.audiences import Trait
from programme.rights import EVERYWHERE, Scope, gus_of
from services import consortium_reach, event_reach
from services.record_cases import Case
from services.session_parties import gu_of
from storage import announcements, consortia, events, notices, sessions, shops
from storage.work import Work


async def reaches(work: Work, held: Collection[Scope], case: Case, number: int) -> bool:  # noqa: PLR0911 - one kind of case a line
    if EVERYWHERE in held:
        return True
    match case:
        case Case.EVENT:
            event = await events.find(work.connection, number)
            return event is not None and event_reach.reaches(held, event)
        case Case.SHOP:
            shop = await shops.find(work.connection, number)
            return shop is not None and _in(held, shop.gu)
        case Case.CONSORTIUM:
            consortium = await consortia.find(work.connection, number)
            return consortium is not None and await consortium_reach.reaches(work, held, consortium)
        case Case.SESSION:
            session = await sessions.find(work.connection, number)
            return session is not None and _in(held, await gu_of(work, session))
        case Case.ANNOUNCEMENT:
            one = await announcements.find(work.connection, number)
            return one is not None and _covers(held, *(one.audience.wanted.get(trait, frozenset()) for trait in (Trait.GU, Trait.TRACK)))
        case Case.NOTICE:
            notice = await notices.find(work.connection, number)
            return notice is not None and _covers(held, *(() if one is None else (one,) for one in (notice.gu, notice.track)))
        case Case.QUESTION:  # lies in no gu: whoever coordinates answers it
            return True
        case Case.ANY | Case.ROLE:
            return False


def _in(held: Collection[Scope], gu: str | None) -> bool:
    there = gus_of(held)
    return there is None or gu in there


def _covers(held: Collection[Scope], gus: Collection[str], tracks: Collection[str]) -> bool:
    return any(scope.covers(gus=gus, tracks=tracks) for scope in held)
