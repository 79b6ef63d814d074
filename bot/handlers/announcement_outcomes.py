"""Who got an announcement, who did not and why, and the files of it."""

from typing import assert_never

from bot import announcement_desk as desk
from bot.routes import on_tap
from bot.screens import announcement_outcomes as screens
from bot.screens import announcement_retrying as retrying
from bot.screens import announcements
from bot.screens.announcement_after_taps import (
    AskForFile,
    AskForPhones,
    AskToRetry,
    RetryIt,
    ShowOutcomeList,
    ShowOutcomes,
    TakeFile,
    TakePhones,
)
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from services.announcement_deeds import NoSuchAnnouncement
from services.announcement_exports import ExportOutcomes, ExportPhones, OutcomeFile, PhoneFile
from services.announcement_outcomes import OutcomePage, OutcomesSeen, SeeOutcomeList, SeeOutcomes
from services.announcement_retrying import RetryFailed
from services.coordinators import Forbidden


@on_tap(ShowOutcomes)
async def show_outcomes(turn: Turn, wish: ShowOutcomes) -> Screen:
    return await _outcomes(turn, wish.announcement)


async def _outcomes(turn: Turn, number: int, said: Words | None = None) -> Screen:
    found = await SeeOutcomes(by=turn.person.id, announcement=number)(turn.work)
    return screens.outcomes(found, said) if isinstance(found, OutcomesSeen) else await desk.refused(turn, found)


@on_tap(AskToRetry)
async def ask_to_retry(turn: Turn, wish: AskToRetry) -> Screen:
    found = await SeeOutcomes(by=turn.person.id, announcement=wish.announcement)(turn.work)
    if not isinstance(found, OutcomesSeen):
        return await desk.refused(turn, found)
    return retrying.ask_to_retry(found.one, found.retry) if found.retry is not None else screens.outcomes(found)


@on_tap(RetryIt)
async def retry(turn: Turn, wish: RetryIt) -> Screen:
    deed = RetryFailed(by=turn.person.id, announcement=wish.announcement, retries=wish.retries, unknown=wish.unknown)
    match await deed(turn.work):
        case NoSuchAnnouncement() | Forbidden() as outcome:
            return await desk.refused(turn, outcome)
        case outcome:
            return await _outcomes(turn, wish.announcement, retrying.what_came_of_retrying(outcome))


@on_tap(ShowOutcomeList)
async def show_list(turn: Turn, wish: ShowOutcomeList) -> Screen:
    found = await SeeOutcomeList(by=turn.person.id, announcement=wish.announcement, list=wish.list, page=wish.page)(turn.work)
    return screens.outcome_list(found) if isinstance(found, OutcomePage) else await desk.refused(turn, found)


@on_tap(AskForFile)
async def ask_for_file(turn: Turn, wish: AskForFile) -> Screen:
    found = await SeeOutcomes(by=turn.person.id, announcement=wish.announcement)(turn.work)
    return screens.sure_to_take_file(wish.announcement) if isinstance(found, OutcomesSeen) else await desk.refused(turn, found)


@on_tap(TakeFile)
async def take_file(turn: Turn, wish: TakeFile) -> Screen:
    match await ExportOutcomes(by=turn.person.id, announcement=wish.announcement)(turn.work):
        case OutcomeFile() as found:
            return screens.as_file(found, turn.language)
        case NoSuchAnnouncement() | Forbidden() as outcome:
            return await desk.refused(turn, outcome)
        case outcome:
            assert_never(outcome)


@on_tap(AskForPhones)
async def ask_for_phones(turn: Turn, wish: AskForPhones) -> Screen:
    found = await SeeOutcomes(by=turn.person.id, announcement=wish.announcement)(turn.work)
    if not isinstance(found, OutcomesSeen):
        return await desk.refused(turn, found)
    if found.phones is None:
        return announcements.not_yours()
    return screens.sure_to_take_phones(wish.announcement) if found.phones else screens.outcomes(found)


@on_tap(TakePhones)
async def take_phones(turn: Turn, wish: TakePhones) -> Screen:
    match await ExportPhones(by=turn.person.id, announcement=wish.announcement)(turn.work):
        case PhoneFile() as found:
            return screens.as_phone_file(found, turn.language)
        case NoSuchAnnouncement() | Forbidden() as outcome:
            return await desk.refused(turn, outcome)
        case outcome:
            assert_never(outcome)
