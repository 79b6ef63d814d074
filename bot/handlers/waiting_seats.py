"""The queue for a seat in a full consortium."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import not_trading
from bot.screens import waiting_seats as screens
from bot.screens.screen import Screen
from bot.screens.waiting_seats import ShowQueues, StopQueueing, TakeSeat, WaitForSeat, WaitWith
from bot.turn import Turn
from programme.tracks import Track
from services import waiting_seats
from services.seat_queue import NotWaiting, Queueing
from services.seats import AlreadyHere, Full, NotForming, NotTrading, PlacedElsewhere, WrongKind
from services.waiting_seats import (
    MyQueues,
    NotAsked,
    NotMyShop,
    NotYourTurn,
    ShopsThatCouldWait,
    StoppedWaiting,
    StopWaiting,
    TakeOfferedSeat,
    TookSeat,
    TooManyQueues,
)


@on_tap(WaitForSeat)
async def wait(turn: Turn, wish: WaitForSeat) -> Screen:
    """With the only shop that fits; asked where there are several."""
    mine = await ShopsThatCouldWait(person=turn.person.id, consortium=wish.consortium, code=wish.code)(turn.work)
    if isinstance(mine, NotAsked):
        return screens.not_asked()
    if not mine:
        return screens.no_fitting_shop(wish.consortium, wish.code)
    if len(mine) > 1 and not await _waits_there(turn, wish.consortium):
        return screens.with_which_shop(wish.consortium, wish.code, mine)
    return await _queued(turn, WaitWith(wish.consortium, mine[0].id, wish.code))


async def _waits_there(turn: Turn, consortium: int) -> bool:
    return any(one.waiting.consortium == consortium for one in await MyQueues(person=turn.person.id)(turn.work))


@on_tap(WaitWith)
async def wait_with(turn: Turn, wish: WaitWith) -> Screen:
    return await _queued(turn, wish)


async def _queued(turn: Turn, wish: WaitWith) -> Screen:  # noqa: PLR0911 - one screen an outcome
    deed = waiting_seats.WaitForSeat(by=turn.person.id, consortium=wish.consortium, shop=wish.shop, code=wish.code)
    match await deed(turn.work):
        case Queueing() as one:
            return screens.in_the_queue(one)
        case NotAsked():
            return screens.not_asked()
        case NotMyShop():
            return screens.no_fitting_shop(wish.consortium, wish.code)
        case WrongKind(track=track):
            return screens.wrong_kind(Track(track))
        case NotTrading(shop=shop):
            return not_trading.no_seat([shop], screens.MY_QUEUES)
        case PlacedElsewhere() as found:
            return screens.placed_elsewhere(found)
        case AlreadyHere():
            return screens.already_here(wish.consortium)
        case TooManyQueues(most=most):
            return screens.too_many(most)
        case outcome:
            assert_never(outcome)


@on_tap(ShowQueues)
async def show(turn: Turn, wish: ShowQueues) -> Screen:
    return screens.queues(await MyQueues(person=turn.person.id)(turn.work))


@on_tap(TakeSeat)
async def take(turn: Turn, wish: TakeSeat) -> Screen:  # noqa: PLR0911 - one screen an outcome
    match await TakeOfferedSeat(by=turn.person.id, waiting=wish.waiting)(turn.work):
        case TookSeat(consortium=number, name=name):
            return screens.taken(number, name)
        case NotWaiting() | NotForming() | Full():
            return screens.not_waiting()
        case NotYourTurn():
            shown = screens.queues(await MyQueues(person=turn.person.id)(turn.work))
            return shown.with_notice(screens.not_your_turn())
        case PlacedElsewhere() as found:
            return screens.placed_elsewhere(found)
        case AlreadyHere(seat=seat):
            return screens.already_here(seat.consortium)
        case WrongKind(track=track):
            return screens.wrong_kind(Track(track))
        case NotTrading(shop=shop):
            return not_trading.no_seat([shop], screens.MY_QUEUES)
        case outcome:
            assert_never(outcome)


@on_tap(StopQueueing)
async def stop(turn: Turn, wish: StopQueueing) -> Screen:
    match await StopWaiting(by=turn.person.id, waiting=wish.waiting)(turn.work):
        case StoppedWaiting(name=name, was_offered=was_offered):
            return screens.stopped(name, was_offered=was_offered)
        case NotWaiting():
            return screens.not_waiting()
        case outcome:
            assert_never(outcome)
