"""Ticking what one wants to be told of."""

from dataclasses import replace

from bot.routes import on_tap
from bot.screens import subscriptions as screens
from bot.screens.screen import Screen
from bot.screens.subscription_taps import Everywhere, InGu, OfTrack, ShowGus, ShowSubscriptions, StopTelling, TellMe, TellOn, Tick
from bot.turn import Turn
from bot.words import lines
from programme.districts import District
from programme.subscriptions import Subject
from programme.tracks import Track
from services.subscriptions import AnswerFirst, ChooseTrack, GoOnTelling, MySubscriptions, StopNotices, TickGu, TickSubject


@on_tap(ShowSubscriptions)
async def show(turn: Turn, wish: ShowSubscriptions) -> Screen:
    return screens.ticks(await MySubscriptions(person=turn.person.id)(turn.work))


@on_tap(TellMe)
async def answer(turn: Turn, wish: TellMe) -> Screen:
    found = await AnswerFirst(by=turn.person.id, yes=wish.yes)(turn.work)
    screen = screens.ticks(found)
    return replace(screen, words=lines(screens.answered(found), screen.words))


@on_tap(Tick)
async def tick(turn: Turn, wish: Tick) -> Screen:
    subject = _subject(wish.subject)
    if subject is None:
        return await show(turn, ShowSubscriptions())
    return screens.ticks(await TickSubject(by=turn.person.id, subject=subject, on=wish.on)(turn.work))


@on_tap(OfTrack)
async def choose_track(turn: Turn, wish: OfTrack) -> Screen:
    track = next((one for one in Track if one.value == wish.track), None)
    return screens.ticks(await ChooseTrack(by=turn.person.id, track=track)(turn.work))


@on_tap(ShowGus)
async def show_gus(turn: Turn, wish: ShowGus) -> Screen:
    return screens.gus(await MySubscriptions(person=turn.person.id)(turn.work))


@on_tap(InGu)
async def tick_gu(turn: Turn, wish: InGu) -> Screen:
    gu = next((one for one in District if one.value == wish.gu), None)
    if gu is None:
        return await show_gus(turn, ShowGus())
    return screens.gus(await TickGu(by=turn.person.id, gu=gu, on=wish.on)(turn.work))


@on_tap(Everywhere)
async def everywhere(turn: Turn, wish: Everywhere) -> Screen:
    return screens.gus(await TickGu(by=turn.person.id, gu=None, on=True)(turn.work))


@on_tap(StopTelling)
async def stop(turn: Turn, wish: StopTelling) -> Screen:
    subject = _subject(wish.subject)
    if subject is None:
        return await show(turn, ShowSubscriptions())
    outcome = await StopNotices(by=turn.person.id, subject=subject)(turn.work)
    return screens.stopped(outcome, await MySubscriptions(person=turn.person.id)(turn.work))


@on_tap(TellOn)
async def go_on(turn: Turn, wish: TellOn) -> Screen:
    subject = _subject(wish.subject)
    if subject is None:
        return await show(turn, ShowSubscriptions())
    return screens.ticks(await GoOnTelling(by=turn.person.id, subject=subject, wanted=wish.wanted)(turn.work))


def _subject(value: str) -> Subject | None:
    """None for what no button of ours carries."""
    return next((one for one in Subject if one.value == value), None)
