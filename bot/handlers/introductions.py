"""Being introduced at a networking meeting."""

from typing import assert_never

from bot.routes import on_link, on_tap
from bot.screens import introductions as screens
from bot.screens.introduction_desk import view
from bot.screens.introduction_taps import AskOther, AskToTakeBack, SayNo, SayYes, ShowIntroductions, TakeBack, TellTheOffice, WriteMyCard
from bot.screens.screen import Screen
from bot.taps import numbered
from bot.turn import Begin, Shown, Turn
from bot.words import Words
from services.introduction_answers import (
    AgreeToMeet,
    AnotherPartner,
    AnswerKept,
    AskedBefore,
    AskForAnother,
    Declined,
    DeclineMeeting,
    NobodyLeft,
    NotYours,
)
from services.introduction_reports import CardGone, IntroductionsForOffice, OfficeView, Reported, ReportIntroduction
from services.introduction_views import IntroductionsOf, MyIntroductions
from services.introductions import CardTakenBack, MayWrite, MayWriteCard, MeetingOver, NoCard, NoMeeting, TakeBackCard


@on_link("ei")
async def follow(turn: Turn, number: str) -> Screen:
    """The office sees all cards; everybody else their own."""
    event = numbered(number) or 0
    found = await IntroductionsForOffice(by=turn.person.id, event=event)(turn.work)
    return view(found) if isinstance(found, OfficeView) else await _mine(turn, event)


@on_tap(ShowIntroductions)
async def show(turn: Turn, wish: ShowIntroductions) -> Screen:
    return await _mine(turn, wish.event)


@on_tap(WriteMyCard)
async def write(turn: Turn, wish: WriteMyCard) -> Shown:
    """What stands on the card, or in the partner finder, is answered already."""
    found = await MayWriteCard(person=turn.person.id, event=wish.event)(turn.work)
    if not isinstance(found, MayWrite):
        return screens.not_here(found)
    return Begin(story="introduction_card", subject=str(wish.event), seeds=_seeds(found))


def _seeds(found: MayWrite) -> dict[str, object]:
    if found.card is None:
        return {"looks_for": found.sentence} if found.sentence else {}
    card = found.card
    shop: dict[str, object] = {"shop": str(card.shop)} if len(found.shops) > 1 else {}
    return {"offers": card.offers, "looks_for": card.looks_for, "speaks": card.speaks.value, **shop}


@on_tap(AskToTakeBack)
async def ask_to_take_back(turn: Turn, wish: AskToTakeBack) -> Screen:
    return screens.really_take_back(wish.event)


@on_tap(TakeBack)
async def take_back(turn: Turn, wish: TakeBack) -> Screen:
    match await TakeBackCard(by=turn.person.id, event=wish.event)(turn.work):
        case CardTakenBack() as outcome:
            return screens.taken_back(outcome)
        case NoCard():
            return screens.no_card()
        case outcome:
            assert_never(outcome)


@on_tap(SayYes)
async def say_yes(turn: Turn, wish: SayYes) -> Screen:
    match await AgreeToMeet(by=turn.person.id, introduction=wish.introduction)(turn.work):
        case AnswerKept(event=event, agreed=count):
            return await _mine(turn, event, screens.agreed(count))
        case NotYours() | MeetingOver() | NoCard() as why:
            return _refused(why)
        case outcome:
            assert_never(outcome)


@on_tap(SayNo)
async def say_no(turn: Turn, wish: SayNo) -> Screen:
    match await DeclineMeeting(by=turn.person.id, introduction=wish.introduction)(turn.work):
        case Declined(event=event):
            return await _mine(turn, event, screens.declined())
        case NotYours() | MeetingOver() | NoCard() as why:
            return _refused(why)
        case outcome:
            assert_never(outcome)


@on_tap(AskOther)
async def ask_other(turn: Turn, wish: AskOther) -> Screen:
    match await AskForAnother(by=turn.person.id, introduction=wish.introduction)(turn.work):
        case AnotherPartner(event=event):
            return await _mine(turn, event, screens.another())
        case NobodyLeft(event=event):
            return await _mine(turn, event, screens.nobody_left())
        case AskedBefore(event=event):
            return await _mine(turn, event, screens.asked_before())
        case NotYours() | MeetingOver() | NoCard() as why:
            return _refused(why)
        case outcome:
            assert_never(outcome)


@on_tap(TellTheOffice)
async def tell_the_office(turn: Turn, wish: TellTheOffice) -> Screen:
    match await ReportIntroduction(by=turn.person.id, introduction=wish.introduction, card=wish.card)(turn.work):
        case Reported(event=event):
            return await _mine(turn, event, screens.reported())
        case CardGone():
            return Screen(words=screens.card_gone(), rows=screens.no_card().rows)
        case NotYours():
            return screens.not_yours()
        case outcome:
            assert_never(outcome)


def _refused(why: NotYours | MeetingOver | NoCard) -> Screen:
    match why:
        case NotYours():
            return screens.not_yours()
        case MeetingOver():
            return screens.not_here(why)
        case NoCard():
            return screens.no_card()


async def _mine(turn: Turn, event: int, said: Words | None = None) -> Screen:
    match await IntroductionsOf(person=turn.person.id, event=event)(turn.work):
        case MyIntroductions() as found:
            return screens.mine(found, said)
        case NoMeeting() as why:
            return screens.not_here(why)
        case NoCard():
            may = await MayWriteCard(person=turn.person.id, event=event)(turn.work)
            return screens.nothing_yet(may.event) if isinstance(may, MayWrite) else screens.not_here(may)
        case outcome:
            assert_never(outcome)
