"""Looking at an announcement as it will be sent, approving it, sending it, and what can be done while it goes out."""

from bot import announcement_desk as desk
from bot.routes import on_tap
from bot.screens import announcement_progress as progress
from bot.screens import announcement_sending as screens
from bot.screens import announcements
from bot.screens.announcement_sending_taps import ApproveIt, AskApproval, AskToCancel, AskToSend, CancelIt, GoOnWithIt, PauseIt, SendIt
from bot.screens.announcement_taps import SeeAsReaders
from bot.screens.screen import Screen
from bot.turn import Turn
from programme.announcements import UNDER_WAY
from services.announcement_approval import ApproveAnnouncement, AskForApproval
from services.announcement_deeds import NoSuchAnnouncement
from services.announcement_looks import OneSeen
from services.announcement_scheduling import PressSend
from services.announcement_sending import Begun
from services.announcement_steering import CancelSending, GoOnSending, PauseSending
from services.announcement_testing import ShowAsSent, Showing
from services.coordinators import Forbidden


@on_tap(SeeAsReaders)
async def see_as_readers(turn: Turn, wish: SeeAsReaders) -> Screen:
    match await ShowAsSent(by=turn.person.id, announcement=wish.announcement, language=wish.language)(turn.work):
        case Showing():
            return await desk.page(turn, wish.announcement, announcements.on_its_way())
        case outcome:
            return await desk.refused(turn, outcome)


@on_tap(AskApproval)
async def ask_approval(turn: Turn, wish: AskApproval) -> Screen:
    match await AskForApproval(by=turn.person.id, announcement=wish.announcement, seen=wish.seen)(turn.work):
        case NoSuchAnnouncement() | Forbidden() as outcome:
            return await desk.refused(turn, outcome)
        case outcome:
            return await desk.page(turn, wish.announcement, screens.what_came_of_asking(outcome))


@on_tap(ApproveIt)
async def approve(turn: Turn, wish: ApproveIt) -> Screen:
    match await ApproveAnnouncement(by=turn.person.id, announcement=wish.announcement, seen=wish.seen)(turn.work):
        case NoSuchAnnouncement() | Forbidden() as outcome:
            return await desk.refused(turn, outcome)
        case outcome:
            return await desk.page(turn, wish.announcement, screens.what_came_of_judging(outcome))


@on_tap(AskToSend)
async def ask_to_send(turn: Turn, wish: AskToSend) -> Screen:
    seen = await desk.seen(turn, wish.announcement)
    if not isinstance(seen, OneSeen):
        return seen
    ready = seen.may_send and not seen.outcomes and seen.people and not seen.untested and not seen.needs_approval
    return screens.ask_to_send(seen) if ready else announcements.page(seen)


@on_tap(SendIt)
async def send(turn: Turn, wish: SendIt) -> Screen:
    match await PressSend(by=turn.person.id, announcement=wish.announcement, seen=wish.seen)(turn.work):
        case NoSuchAnnouncement() | Forbidden() as outcome:
            return await desk.refused(turn, outcome)
        case Begun(people=people):
            return announcements.going_out(wish.announcement, people)
        case outcome:
            return await desk.page(turn, wish.announcement, screens.what_came_of_sending(outcome))


@on_tap(PauseIt)
async def pause(turn: Turn, wish: PauseIt) -> Screen:
    return await _steered(turn, PauseSending(by=turn.person.id, announcement=wish.announcement))


@on_tap(GoOnWithIt)
async def go_on(turn: Turn, wish: GoOnWithIt) -> Screen:
    return await _steered(turn, GoOnSending(by=turn.person.id, announcement=wish.announcement))


@on_tap(AskToCancel)
async def ask_to_cancel(turn: Turn, wish: AskToCancel) -> Screen:
    seen = await desk.seen(turn, wish.announcement)
    if not isinstance(seen, OneSeen):
        return seen
    if seen.may_send and seen.one.state in UNDER_WAY:
        return progress.sure_to_cancel(wish.announcement, progress.left(seen))
    return announcements.page(seen)


@on_tap(CancelIt)
async def cancel(turn: Turn, wish: CancelIt) -> Screen:
    return await _steered(turn, CancelSending(by=turn.person.id, announcement=wish.announcement))


async def _steered(turn: Turn, deed: PauseSending | GoOnSending | CancelSending) -> Screen:
    match await deed(turn.work):
        case NoSuchAnnouncement() | Forbidden() as outcome:
            return await desk.refused(turn, outcome)
        case outcome:
            return await desk.page(turn, deed.announcement, screens.what_came_of_steering(outcome))
