"""Shops filled in for their owners: the coordinator's list, and the link on the owner's phone."""

from bot.routes import on_link, on_tap
from bot.screens import helping as screens
from bot.screens.helping import PREFIX, AnotherLink, ShowFilledIn, ShowOneFilledIn, ThrowAway
from bot.screens.screen import Screen
from bot.turn import Begin, Shown, Turn
from bot.words import Words
from services.coordinators import Forbidden
from services.helping import (
    DropFilledIn,
    Dropped,
    FilledIn,
    FilledInByMe,
    HelpedByLink,
    LinkExpired,
    LinkIsYours,
    LinkUnknown,
    LinkUsed,
    MakeNewLink,
    NotWaiting,
    OneFilledIn,
)
from storage.helping import HelpedShop


@on_link(PREFIX)
async def follow(turn: Turn, token: str) -> Shown:
    match await HelpedByLink(person=turn.person.id, token=token)(turn.work):
        case HelpedShop() as found:
            return _begun(turn, found)
        case LinkUnknown():
            return screens.unknown_link()
        case LinkUsed():
            return screens.used_link()
        case LinkExpired(on=on):
            return screens.expired_link(on)
        case LinkIsYours():
            return screens.your_own_link()


def _begun(turn: Turn, found: HelpedShop) -> Begin:
    """Opened a second time, the owner goes on where they were."""
    begun = any((draft.story, draft.subject) == ("register", found.token_hash) for draft in turn.desk.drafts)
    return Begin(story="register", subject=found.token_hash, seeds={} if begun else dict(found.answers))


@on_tap(ShowFilledIn)
async def show_waiting(turn: Turn, wish: ShowFilledIn) -> Screen:
    return await _waiting(turn, wish.page)


@on_tap(ShowOneFilledIn)
async def show_one(turn: Turn, wish: ShowOneFilledIn) -> Screen:
    match await OneFilledIn(by=turn.person.id, number=wish.number)(turn.work):
        case HelpedShop() as found:
            return screens.one_waiting(found, turn.work.now)
        case NotWaiting():
            return await _waiting(turn, said=screens.no_longer_waiting())
        case Forbidden():
            return screens.not_yours()


@on_tap(AnotherLink)
async def another_link(turn: Turn, wish: AnotherLink) -> Screen:
    match await MakeNewLink(by=turn.person.id, number=wish.number)(turn.work):
        case FilledIn() as found:
            return screens.link(found)
        case NotWaiting():
            return await _waiting(turn, said=screens.no_longer_waiting())
        case Forbidden():
            return screens.not_yours()


@on_tap(ThrowAway)
async def throw_away(turn: Turn, wish: ThrowAway) -> Screen:
    match await DropFilledIn(by=turn.person.id, number=wish.number)(turn.work):
        case Dropped():
            return await _waiting(turn, said=screens.thrown_away())
        case NotWaiting():
            return await _waiting(turn, said=screens.no_longer_waiting())
        case Forbidden():
            return screens.not_yours()


async def _waiting(turn: Turn, page: int = 0, said: Words | None = None) -> Screen:
    found = await FilledInByMe(by=turn.person.id, page=page)(turn.work)
    return screens.not_yours() if isinstance(found, Forbidden) else screens.waiting(found, said)
