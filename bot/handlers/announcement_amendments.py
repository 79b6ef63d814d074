"""Correcting an announcement where it stands, or withdrawing it."""

from bot import announcement_desk as desk
from bot.routes import on_tap
from bot.screens import announcement_amendment_answers as answers
from bot.screens import announcement_amendments as screens
from bot.screens.announcement_after_taps import (
    ApproveAmended,
    AskToWithdraw,
    ChooseWhatToCorrect,
    GoOnWithAmending,
    PauseAmending,
    SeeAmended,
    ShowAmendments,
    ShowWhatChanged,
    StopAmending,
    WithdrawIt,
)
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from services.announcement_amending import WithdrawAnnouncement
from services.announcement_amendment_approval import ApproveAmendment
from services.announcement_amendment_steering import GoOnAmending, PauseAmendment, StopAmendment
from services.announcement_amendments import AmendmentsSeen, SeeAmendments
from services.announcement_deeds import NoSuchAnnouncement
from services.coordinators import Forbidden


async def _seen(turn: Turn, number: int) -> AmendmentsSeen | Screen:
    found = await SeeAmendments(by=turn.person.id, announcement=number)(turn.work)
    return found if isinstance(found, AmendmentsSeen) else await desk.refused(turn, found)


async def _page(turn: Turn, number: int, said: Words | None = None) -> Screen:
    found = await _seen(turn, number)
    return screens.amendments(found, said) if isinstance(found, AmendmentsSeen) else found


@on_tap(ShowAmendments)
async def show_amendments(turn: Turn, wish: ShowAmendments) -> Screen:
    return await _page(turn, wish.announcement)


@on_tap(ShowWhatChanged)
async def show_what_changed(turn: Turn, wish: ShowWhatChanged) -> Screen:
    found = await _seen(turn, wish.announcement)
    return screens.what_changed(found) if isinstance(found, AmendmentsSeen) else found


@on_tap(ChooseWhatToCorrect)
async def choose_what_to_correct(turn: Turn, wish: ChooseWhatToCorrect) -> Screen:
    found = await _seen(turn, wish.announcement)
    if not isinstance(found, AmendmentsSeen):
        return found
    return screens.what_to_correct(found) if found.can_amend else screens.amendments(found)


@on_tap(SeeAmended)
async def see_amended(turn: Turn, wish: SeeAmended) -> Screen:
    found = await _seen(turn, wish.announcement)
    if not isinstance(found, AmendmentsSeen):
        return found
    named = [one for one in found.found if one.id == wish.amendment and one.after is not None]
    return screens.as_it_will_be(wish.announcement, named[0]) if named else screens.amendments(found)


@on_tap(AskToWithdraw)
async def ask_to_withdraw(turn: Turn, wish: AskToWithdraw) -> Screen:
    found = await _seen(turn, wish.announcement)
    if not isinstance(found, AmendmentsSeen):
        return found
    return screens.sure_to_withdraw(found) if found.can_amend else screens.amendments(found)


@on_tap(WithdrawIt)
async def withdraw(turn: Turn, wish: WithdrawIt) -> Screen:
    match await WithdrawAnnouncement(by=turn.person.id, announcement=wish.announcement, seen=wish.seen)(turn.work):
        case NoSuchAnnouncement() | Forbidden() as outcome:
            return await desk.refused(turn, outcome)
        case outcome:
            return await _page(turn, wish.announcement, answers.what_came_of_asking(outcome))


@on_tap(ApproveAmended)
async def approve(turn: Turn, wish: ApproveAmended) -> Screen:
    return await _steered(turn, wish.announcement, ApproveAmendment(by=turn.person.id, amendment=wish.amendment))


@on_tap(PauseAmending)
async def pause(turn: Turn, wish: PauseAmending) -> Screen:
    return await _steered(turn, wish.announcement, PauseAmendment(by=turn.person.id, amendment=wish.amendment))


@on_tap(GoOnWithAmending)
async def go_on(turn: Turn, wish: GoOnWithAmending) -> Screen:
    return await _steered(turn, wish.announcement, GoOnAmending(by=turn.person.id, amendment=wish.amendment))


@on_tap(StopAmending)
async def stop(turn: Turn, wish: StopAmending) -> Screen:
    return await _steered(turn, wish.announcement, StopAmendment(by=turn.person.id, amendment=wish.amendment))


async def _steered(turn: Turn, number: int, deed: ApproveAmendment | PauseAmendment | GoOnAmending | StopAmendment) -> Screen:
    match await deed(turn.work):
        case NoSuchAnnouncement() | Forbidden() as outcome:
            return await desk.refused(turn, outcome)
        case outcome:
            return await _page(turn, number, answers.what_came_of_steering(outcome))
