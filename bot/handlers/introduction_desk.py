"""The office's view of introductions, and pairing at a tap."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import introduction_desk as screens
from bot.screens.event_desk import too_wide
from bot.screens.introduction_taps import JudgeOne, PairNow, ShowCards, ShowOneCard
from bot.screens.office_only import for_the_office
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from services.coordinators import Forbidden
from services.event_making import TooWide
from services.introduction_reports import CardGone, CardJudged, IntroductionForOffice, IntroductionsForOffice, JudgeIntroduction
from services.introduction_rounds import IntroducePeople, NobodyNew, RoundMade
from services.introductions import MeetingOver, NoMeeting


@on_tap(ShowCards)
async def show(turn: Turn, wish: ShowCards) -> Screen:
    return await _view(turn, wish.event, wish.page)


@on_tap(PairNow)
async def pair(turn: Turn, wish: PairNow) -> Screen:
    match await IntroducePeople(event=wish.event, by=turn.person.id)(turn.work):
        case RoundMade() | NobodyNew() as outcome:
            return await _view(turn, wish.event, said=screens.made(outcome))
        case MeetingOver() | NoMeeting():
            return screens.no_meeting()
        case TooWide():
            return too_wide()
        case Forbidden() as refused:
            return for_the_office(refused)
        case outcome:
            assert_never(outcome)


@on_tap(ShowOneCard)
async def show_one(turn: Turn, wish: ShowOneCard) -> Screen:
    return _one(await IntroductionForOffice(by=turn.person.id, card=wish.card)(turn.work))


@on_tap(JudgeOne)
async def judge(turn: Turn, wish: JudgeOne) -> Screen:
    outcome = await JudgeIntroduction(by=turn.person.id, card=wish.card, blocked=wish.blocked)(turn.work)
    return _one(outcome, screens.judged(outcome) if isinstance(outcome, CardJudged) else None)


def _one(found: CardJudged | CardGone | TooWide | Forbidden, said: Words | None = None) -> Screen:
    match found:
        case CardJudged():
            return screens.one(found, said)
        case CardGone():
            return screens.gone()
        case TooWide():
            return too_wide()
        case Forbidden() as refused:
            return for_the_office(refused)
        case _:
            assert_never(found)


async def _view(turn: Turn, event: int, page: int = 0, said: Words | None = None) -> Screen:
    match await IntroductionsForOffice(by=turn.person.id, event=event, page=page)(turn.work):
        case Forbidden() as refused:
            return for_the_office(refused)
        case TooWide():
            return too_wide()
        case NoMeeting():
            return screens.no_meeting()
        case found:
            return screens.view(found, said)
