"""The office's announcements: the lists, the page of one, and whether a draft lives."""

from bot import announcement_desk as desk
from bot.routes import on_tap
from bot.screens import announcement_sending as sending
from bot.screens import announcement_shelves
from bot.screens import announcements as screens
from bot.screens.announcement_taps import AskToThrowAway, CloneIt, ShowAnnouncement, ShowAnnouncements, ShowShelf, TakeItBack, ThrowItAway
from bot.screens.screen import Screen
from bot.turn import Turn
from services.announcement_composing import CloneAnnouncement, Drafted, TakeBack, TakenBack, ThrowAway, ThrownAway
from services.announcement_deeds import NotNow
from services.announcement_looks import OneSeen
from services.announcement_shelves import SeeShelf
from services.coordinators import Forbidden


@on_tap(ShowAnnouncements)
async def show_hub(turn: Turn, wish: object) -> Screen:
    return await desk.hub(turn)


@on_tap(ShowShelf)
async def show_shelf(turn: Turn, wish: ShowShelf) -> Screen:
    found = await SeeShelf(by=turn.person.id, shelf=wish.shelf, page=wish.page)(turn.work)
    return screens.not_yours() if isinstance(found, Forbidden) else announcement_shelves.shelf_page(found)


@on_tap(ShowAnnouncement)
async def show_one(turn: Turn, wish: ShowAnnouncement) -> Screen:
    return await desk.page(turn, wish.announcement)


@on_tap(TakeItBack)
async def take_back(turn: Turn, wish: TakeItBack) -> Screen:
    match await TakeBack(by=turn.person.id, announcement=wish.announcement)(turn.work):
        case TakenBack():
            return await desk.page(turn, wish.announcement, screens.taken_back())
        case NotNow() as outcome:
            return await desk.page(turn, wish.announcement, sending.what_came_of_change(outcome))
        case outcome:
            return await desk.refused(turn, outcome)


@on_tap(AskToThrowAway)
async def ask_to_throw_away(turn: Turn, wish: AskToThrowAway) -> Screen:
    seen = await desk.to_change(turn, wish.announcement)
    return screens.sure_to_throw_away(seen) if isinstance(seen, OneSeen) else seen


@on_tap(ThrowItAway)
async def throw_away(turn: Turn, wish: ThrowItAway) -> Screen:
    match await ThrowAway(by=turn.person.id, announcement=wish.announcement)(turn.work):
        case ThrownAway():
            return await desk.hub(turn, screens.thrown_away())
        case NotNow() as outcome:
            return await desk.page(turn, wish.announcement, sending.what_came_of_change(outcome))
        case outcome:
            return await desk.refused(turn, outcome)


@on_tap(CloneIt)
async def clone(turn: Turn, wish: CloneIt) -> Screen:
    match await CloneAnnouncement(by=turn.person.id, announcement=wish.announcement)(turn.work):
        case Drafted(announcement=number):
            return await desk.page(turn, number, screens.cloned())
        case outcome:
            return await desk.refused(turn, outcome)
