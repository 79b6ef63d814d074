"""Reported cards, for the coordinators."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import finder_reports as screens
from bot.screens.finder_taps import Judge, ShowReport, ShowReports
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from services.coordinators import Forbidden
from services.finder_reports import JudgeCard, Judged, NothingReported, ReportedCard, ReportedCards


@on_tap(ShowReports)
async def show_all(turn: Turn, wish: ShowReports) -> Screen:
    return await _all(turn, wish.page)


@on_tap(ShowReport)
async def show(turn: Turn, wish: ShowReport) -> Screen:
    match await ReportedCard(by=turn.person.id, shop=wish.shop)(turn.work):
        case Forbidden() as refused:
            return screens.not_yours(refused)
        case NothingReported():
            return await _all(turn, said=screens.nothing_to_judge())
        case found:
            return screens.report(found)


@on_tap(Judge)
async def judge(turn: Turn, wish: Judge) -> Screen:
    match await JudgeCard(by=turn.person.id, shop=wish.shop, verdict=wish.verdict)(turn.work):
        case Forbidden() as refused:
            return screens.not_yours(refused)
        case Judged(verdict=verdict):
            return await _all(turn, said=screens.judged(verdict))
        case NothingReported():
            return await _all(turn, said=screens.nothing_to_judge())
        case outcome:
            assert_never(outcome)


async def _all(turn: Turn, page: int = 0, said: Words | None = None) -> Screen:
    found = await ReportedCards(by=turn.person.id, page=page)(turn.work)
    return screens.not_yours(found) if isinstance(found, Forbidden) else screens.reports(found, said)
