"""What the letters say that come of waiting for a seat."""

from bot.screens import waiting_seats
from bot.screens.consortia import MY_CONSORTIA
from bot.screens.letters import says
from bot.screens.screen import Screen, button, column
from bot.screens.waiting_seats import MY_QUEUES, WaitForSeat
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from services.seat_offers import SeatOffered, SeatOfferEndsSoon, SeatOfferLapsed, SeatPassed


@says(SeatOffered)
def seat_offered(fact: SeatOffered) -> Screen:
    return Screen(
        words=lines(
            t("<b>A seat in “{name}” is free, and it is your turn.</b>", name=fact.name),
            t("It is held for {shop} until {ends:datetime}. After that the next in the queue is asked.", shop=fact.shop, ends=fact.ends_at),
        ),
        rows=column([*waiting_seats.offer_answers(fact.waiting), MY_QUEUES, HOME]),
    )


@says(SeatOfferEndsSoon)
def seat_offer_ends_soon(fact: SeatOfferEndsSoon) -> Screen:
    return Screen(
        words=t("The seat in “{name}” is held for you only until {ends:datetime}.", name=fact.name, ends=fact.ends_at),
        rows=column([*waiting_seats.offer_answers(fact.waiting), MY_QUEUES, HOME]),
    )


@says(SeatOfferLapsed)
def seat_offer_lapsed(fact: SeatOfferLapsed) -> Screen:
    return Screen(
        words=t("The 48 hours for the seat in “{name}” are over; the next one is asked. You can stand in the queue again.", name=fact.name),
        rows=column([button(t("⏳ Wait for a seat"), WaitForSeat(fact.consortium)), HOME]),
    )


@says(SeatPassed)
def seat_passed(fact: SeatPassed) -> Screen:
    return Screen(
        words=lines(t("<b>A seat in “{name}” was free, but the next in the queue is asked.</b>", name=fact.name), _why_passed(fact)),
        rows=column([button(t("⏳ Wait for a seat"), WaitForSeat(fact.consortium)), MY_CONSORTIA, HOME]),
    )


def _why_passed(fact: SeatPassed) -> Words:
    if fact.elsewhere is None:
        return t("{shop} is reported as closed or suspended. Once it is confirmed again, you can stand in the queue again.", shop=fact.shop)
    return t(
        "{shop} sits in “{other}” in this round, and a shop can be in one consortium only. If you leave there, you can wait here again.",
        shop=fact.shop,
        other=fact.elsewhere,
    )
