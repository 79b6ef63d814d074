"""Looking at an announcement as it will be sent, approving it, sending it, and what can be done while it goes out."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import announcement_progress as progress
from bot.screens import announcement_sending as screens
from bot.screens import announcements
from bot.screens.announcement_taps import (
    ApproveIt,
    AskApproval,
    AskToCancel,
    AskToSend,
    CancelIt,
    GoOnWithIt,
    PauseIt,
    SeeAsReaders,
    SendIt,
)
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from programme.announcements import UNDER_WAY
from services.announcement_approval import ApproveAnnouncement, AskForApproval
from services.announcement_deeds import NoSuchAnnouncement, NotNow
from services.announcement_looks import OneSeen, SeeAnnouncement
from services.announcement_scheduling import PressSend
from services.announcement_sending import Begun
from services.announcement_steering import Cancelled, CancelSending, GoesOn, GoOnSending, Paused, PauseSending
from services.announcement_testing import ShowAsSent, Showing
from services.coordinators import Forbidden


async def _page(turn: Turn, number: int, said: Words | None = None) -> Screen:
    match await SeeAnnouncement(by=turn.person.id, announcement=number)(turn.work):
        case OneSeen() as seen:
            return announcements.page(seen, said)
        case NoSuchAnnouncement():
            return announcements.nothing_there()
        case Forbidden():
            return announcements.not_yours()


@on_tap(SeeAsReaders)
async def see_as_readers(turn: Turn, wish: SeeAsReaders) -> Screen:
    match await ShowAsSent(by=turn.person.id, announcement=wish.announcement, language=wish.language)(turn.work):
        case Showing():
            return await _page(turn, wish.announcement, announcements.on_its_way())
        case NoSuchAnnouncement():
            return announcements.nothing_there()
        case Forbidden():
            return announcements.not_yours()
        case outcome:
            assert_never(outcome)


@on_tap(AskApproval)
async def ask_approval(turn: Turn, wish: AskApproval) -> Screen:
    match await AskForApproval(by=turn.person.id, announcement=wish.announcement, seen=wish.seen)(turn.work):
        case NoSuchAnnouncement():
            return announcements.nothing_there()
        case Forbidden():
            return announcements.not_yours()
        case outcome:
            return await _page(turn, wish.announcement, screens.what_came_of_asking(outcome))


@on_tap(ApproveIt)
async def approve(turn: Turn, wish: ApproveIt) -> Screen:
    match await ApproveAnnouncement(by=turn.person.id, announcement=wish.announcement, seen=wish.seen)(turn.work):
        case NoSuchAnnouncement():
            return announcements.nothing_there()
        case Forbidden():
            return announcements.not_yours()
        case outcome:
            return await _page(turn, wish.announcement, screens.what_came_of_judging(outcome))


@on_tap(AskToSend)
async def ask_to_send(turn: Turn, wish: AskToSend) -> Screen:
    match await SeeAnnouncement(by=turn.person.id, announcement=wish.announcement)(turn.work):
        case OneSeen(may_send=True, outcomes={}) as seen if not seen.outcomes:
            return screens.ask_to_send(seen) if seen.people and not seen.untested and not seen.needs_approval else announcements.page(seen)
        case OneSeen() as seen:
            return announcements.page(seen)
        case NoSuchAnnouncement():
            return announcements.nothing_there()
        case Forbidden():
            return announcements.not_yours()


@on_tap(SendIt)
async def send(turn: Turn, wish: SendIt) -> Screen:
    match await PressSend(by=turn.person.id, announcement=wish.announcement, seen=wish.seen)(turn.work):
        case NoSuchAnnouncement():
            return announcements.nothing_there()
        case Forbidden():
            return announcements.not_yours()
        case Begun(people=people):
            return announcements.going_out(wish.announcement, people)
        case outcome:
            return await _page(turn, wish.announcement, screens.what_came_of_sending(outcome))


@on_tap(PauseIt)
async def pause(turn: Turn, wish: PauseIt) -> Screen:
    outcome = await PauseSending(by=turn.person.id, announcement=wish.announcement)(turn.work)
    return await _told(turn, wish.announcement, outcome)


@on_tap(GoOnWithIt)
async def go_on(turn: Turn, wish: GoOnWithIt) -> Screen:
    outcome = await GoOnSending(by=turn.person.id, announcement=wish.announcement)(turn.work)
    return await _told(turn, wish.announcement, outcome)


@on_tap(AskToCancel)
async def ask_to_cancel(turn: Turn, wish: AskToCancel) -> Screen:
    match await SeeAnnouncement(by=turn.person.id, announcement=wish.announcement)(turn.work):
        case OneSeen(may_send=True) as seen if seen.one.state in UNDER_WAY:
            return progress.sure_to_cancel(wish.announcement, progress.left(seen))
        case OneSeen() as seen:
            return announcements.page(seen)
        case NoSuchAnnouncement():
            return announcements.nothing_there()
        case Forbidden():
            return announcements.not_yours()


@on_tap(CancelIt)
async def cancel(turn: Turn, wish: CancelIt) -> Screen:
    outcome = await CancelSending(by=turn.person.id, announcement=wish.announcement)(turn.work)
    return await _told(turn, wish.announcement, outcome)


async def _told(turn: Turn, number: int, outcome: Paused | GoesOn | Cancelled | NotNow | NoSuchAnnouncement | Forbidden) -> Screen:
    match outcome:
        case Paused():
            return await _page(turn, number, progress.paused())
        case GoesOn():
            return await _page(turn, number, progress.goes_on())
        case Cancelled(withdrawn=withdrawn):
            return await _page(turn, number, progress.cancelled(withdrawn))
        case NotNow(state=state):
            return await _page(turn, number, screens.not_now(state))
        case NoSuchAnnouncement():
            return announcements.nothing_there()
        case Forbidden():
            return announcements.not_yours()
        case _:
            assert_never(outcome)
