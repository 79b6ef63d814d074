"""Waiting for a session when there is no free time."""

from datetime import timedelta
from typing import assert_never

from bot.routes import on_tap
from bot.screens import booking_times
from bot.screens import session_waits as screens
from bot.screens.booking_search import ShowNextFree
from bot.screens.screen import Screen
from bot.screens.session_wait_taps import PassTime, ShowWait, ShowWaits, StopWaitingFor, TakeTime, WaitForTime, WaitUntil
from bot.turn import Turn
from programme.seoul import seoul_day
from programme.topics import Way
from services.advisers import Profiles
from services.free_times import NextFree
from services.hold_wishes import HeldTooOften, JustTaken, NotOffered, TooManyAhead, YearUsed
from services.offered_sessions import NothingOffered, PassedOn, PassOffer, TakeOffer
from services.session_hold_ends import NotHeld
from services.session_limits import NotMine, OverAlready, TooLate
from services.session_members import NoShop
from services.session_waits import (
    AlreadyWaiting,
    DayPast,
    MyWaits,
    NobodyOffers,
    NotWaiting,
    OneWait,
    StoppedWaiting,
    StopWaiting,
    TooMany,
    WaitForSession,
    Waiting,
)
from services.sessions import AlreadyBooked, Booked


@on_tap(WaitForTime)
async def until_when(turn: Turn, wish: WaitForTime) -> Screen:
    """A wait that stands already is shown instead, and so is a time that is free now."""
    for one in await MyWaits(person=turn.person.id)(turn.work):
        if one.wait.topic == wish.topic:
            return screens.already_waiting(one)
    return await _free_now(turn, wish) or screens.until_when(wish, seoul_day(turn.work.now))


async def _free_now(turn: Turn, wish: WaitForTime | WaitUntil) -> Screen | None:
    """The button may be an old one, and what nobody in the queue wanted is free to all."""
    search = ShowNextFree(wish.topic, consultant=wish.consultant, way=wish.way)
    slots = await NextFree(person=turn.person.id, **booking_times.looked_for(search))(turn.work)
    if not slots:
        return None
    those = await Profiles(people=(wish.consultant, *(one.consultant for one in slots)))(turn.work)
    return booking_times.next_free(search, slots, those).with_notice(screens.free_now())


@on_tap(WaitUntil)
async def wait_until(turn: Turn, wish: WaitUntil) -> Screen:  # noqa: PLR0911 - one screen an outcome
    if wish.days not in screens.SPANS or wish.way not in {"", *Way}:
        return screens.day_past()
    if (free := await _free_now(turn, wish)) is not None:
        return free
    deed = WaitForSession(
        by=turn.person.id,
        topic=wish.topic,
        consultant=wish.consultant or None,
        way=wish.way or None,
        last_day=seoul_day(turn.work.now) + timedelta(days=wish.days),
    )
    match await deed(turn.work):
        case Waiting() as one:
            return screens.waiting(one)
        case AlreadyWaiting(waiting=one):
            return screens.already_waiting(one)
        case TooMany(most=most):
            return screens.too_many(most)
        case NoShop():
            return screens.no_shop()
        case NobodyOffers():
            return screens.nobody_offers()
        case DayPast():
            return screens.day_past()
        case outcome:
            assert_never(outcome)


@on_tap(ShowWaits)
async def show_all(turn: Turn, wish: ShowWaits) -> Screen:
    return screens.waits(await MyWaits(person=turn.person.id)(turn.work))


@on_tap(ShowWait)
async def show(turn: Turn, wish: ShowWait) -> Screen:
    match await OneWait(person=turn.person.id, wait=wish.wait)(turn.work):
        case Waiting() as one:
            return screens.waiting(one)
        case NotWaiting():
            return screens.not_waiting()
        case outcome:
            assert_never(outcome)


@on_tap(PassTime)
async def let_pass(turn: Turn, wish: PassTime) -> Screen:
    match await PassOffer(by=turn.person.id, wait=wish.wait)(turn.work):
        case PassedOn(waiting=one):
            return screens.passed_on(one)
        case NothingOffered():
            return screens.nothing_offered(await MyWaits(person=turn.person.id)(turn.work))
        case NotWaiting():
            return screens.not_waiting()
        case outcome:
            assert_never(outcome)


@on_tap(StopWaitingFor)
async def stop(turn: Turn, wish: StopWaitingFor) -> Screen:
    match await StopWaiting(by=turn.person.id, wait=wish.wait)(turn.work):
        case StoppedWaiting(wait=wait):
            return screens.stopped(wait)
        case NotWaiting():
            return screens.not_waiting()
        case outcome:
            assert_never(outcome)


@on_tap(TakeTime)
async def take(turn: Turn, wish: TakeTime) -> Screen:  # noqa: PLR0911 - one screen an outcome
    match await TakeOffer(by=turn.person.id, wait=wish.wait)(turn.work):
        case Booked(session=session) | AlreadyBooked(session=session):
            return screens.taken(session)
        case NotWaiting():
            return screens.not_waiting()
        case NothingOffered() | NotHeld():
            return screens.nothing_offered(await MyWaits(person=turn.person.id)(turn.work))
        case NoShop():
            return screens.no_shop()
        case YearUsed(used=used, of=of, year=year):
            return screens.year_used(used, of, year)
        case TooManyAhead(most=most):
            return screens.too_many_ahead(most)
        case JustTaken() | NotOffered() | HeldTooOften() | NotMine() | OverAlready() | TooLate():
            return screens.cannot_be_had()
        case outcome:
            assert_never(outcome)
