"""Holding a time, booking it, giving it back."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import booking_holds as screens
from bot.screens import booking_outcomes, booking_times, my_sessions
from bot.screens.booking_hold_taps import BookNow, ReleaseTime
from bot.screens.booking_search import HoldTime
from bot.screens.screen import Screen
from bot.screens.session_facts import search_of
from bot.turn import Turn
from programme.cells import starts_of
from programme.slots import WhyNone
from programme.topics import Way
from services.advisers import Profiles
from services.free_times import NextFree
from services.hold_wishes import Held
from services.my_sessions import OneSession
from services.session_booking import BookedBefore, BookMine, NotGot, Receipt
from services.session_hold_ends import NotHeld, Released, ReleaseHold
from services.session_limits import NotMine
from services.sessions import HoldSession

CELLS = range(10_000_000)  # until 2115: a forged one lies beyond all calendars


@on_tap(HoldTime)
async def hold(turn: Turn, wish: HoldTime) -> Screen:
    if wish.cell not in CELLS or wish.way not in set(Way):
        return screens.not_offered(wish, WhyNone.PAST)
    deed = HoldSession(
        by=turn.person.id,
        consultant=wish.consultant,
        starts_at=starts_of(wish.cell),
        topic=wish.topic,
        way=Way(wish.way),
        moves=wish.moving or None,
    )
    outcome = await deed(turn.work)
    if isinstance(outcome, Held):
        one = await OneSession(person=turn.person.id, session=outcome.session.id)(turn.work)
        assert one is not None
        return screens.held(one, turn.work.now)
    those = await Profiles(people=booking_outcomes.named(outcome))(turn.work)
    return booking_outcomes.refused(outcome, wish, those, turn.work.house.booking)


@on_tap(BookNow)
async def book(turn: Turn, wish: BookNow) -> Screen:
    match await BookMine(by=turn.person.id, session=wish.session)(turn.work):
        case Receipt() as receipt:
            return screens.booked(receipt)
        case BookedBefore(one=one, now=now, terms=terms):
            return my_sessions.upcoming(one, now, terms.change_until)
        case NotGot() as lost:
            return booking_outcomes.refused(lost.why, search_of(lost.gone), lost.those, lost.terms)
        case NotMine():
            return my_sessions.none_of_yours()
        case outcome:
            assert_never(outcome)


@on_tap(ReleaseTime)
async def release(turn: Turn, wish: ReleaseTime) -> Screen:
    """Given back or gone before: the free times of the same search either way."""
    match await ReleaseHold(by=turn.person.id, session=wish.session)(turn.work):
        case Released(session=session):
            search = search_of(session)
            slots = await NextFree(person=turn.person.id, **booking_times.looked_for(search))(turn.work)
            those = await Profiles(people=(session.consultant, *(one.consultant for one in slots)))(turn.work)
            return booking_times.next_free(search, slots, those) if slots else booking_times.no_next_free(search, those)
        case NotHeld():
            return screens.not_held()
        case outcome:
            assert_never(outcome)
