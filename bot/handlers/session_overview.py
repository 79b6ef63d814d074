"""The office looks at the sessions of a year, and decides where two sides differ."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import session_overview as screens
from bot.screens.office_only import for_the_office
from bot.screens.screen import Screen
from bot.screens.session_overview_taps import Decide, ShowDispute, ShowDisputes, ShowOverview, ShowUnlogged, WantToDecide
from bot.turn import Turn
from services.coordinators import Forbidden
from services.session_disputes import DecideAbsence, Decided, Disputes, NothingOpen, OneDispute
from services.session_overview import WithoutLog, YearOverview


@on_tap(ShowOverview)
async def show_overview(turn: Turn, wish: ShowOverview) -> Screen:
    found = await YearOverview(by=turn.person.id, year=wish.year, grouping=wish.grouping, page=wish.page)(turn.work)
    return for_the_office(found) if isinstance(found, Forbidden) else screens.overview(found)


@on_tap(ShowUnlogged)
async def show_unlogged(turn: Turn, wish: ShowUnlogged) -> Screen:
    found = await WithoutLog(by=turn.person.id, page=wish.page)(turn.work)
    return for_the_office(found) if isinstance(found, Forbidden) else screens.unlogged(found)


@on_tap(ShowDisputes)
async def show_disputes(turn: Turn, wish: ShowDisputes) -> Screen:
    found = await Disputes(by=turn.person.id, page=wish.page)(turn.work)
    return for_the_office(found) if isinstance(found, Forbidden) else screens.disputes(found)


@on_tap(ShowDispute)
async def show_dispute(turn: Turn, wish: ShowDispute) -> Screen:
    found = await OneDispute(by=turn.person.id, session=wish.session)(turn.work)
    if isinstance(found, Forbidden):
        return for_the_office(found)
    return screens.nothing_open() if isinstance(found, NothingOpen) else screens.dispute(found)


@on_tap(WantToDecide)
async def want_to_decide(turn: Turn, wish: WantToDecide) -> Screen:
    found = await OneDispute(by=turn.person.id, session=wish.session)(turn.work)
    if isinstance(found, Forbidden):
        return for_the_office(found)
    return screens.nothing_open() if isinstance(found, NothingOpen) else screens.shall_it_be(found, wish.verdict)


@on_tap(Decide)
async def decide(turn: Turn, wish: Decide) -> Screen:
    match await DecideAbsence(by=turn.person.id, session=wish.session, verdict=wish.verdict)(turn.work):
        case Decided() as outcome:
            return screens.decided(outcome)
        case NothingOpen():
            return screens.nothing_open()
        case Forbidden() as refused:
            return for_the_office(refused)
        case outcome:
            assert_never(outcome)
