"""Waiting for a seat in a full consortium: standing in the queue, the offer, leaving it again."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screens.consortia import MY_CONSORTIA, ShowConsortium, to_card
from bot.screens.next_steps import REGISTER
from bot.screens.opening import track
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.taps import Tap, tap
from bot.words import Words, lines, t, tn
from programme.tracks import Track
from services.seat_queue import Queueing
from services.seats import PlacedElsewhere
from storage.shops import Shop


@tap("vq")
@dataclass(frozen=True)
class WaitForSeat(Tap):
    """Put me into the queue of this full consortium. `code`: of its card, when I came by that."""

    consortium: int
    code: str = ""


@tap("vk")
@dataclass(frozen=True)
class WaitWith(Tap):
    """With this one of my shops."""

    consortium: int
    shop: int
    code: str = ""


@tap("vl")
@dataclass(frozen=True)
class ShowQueues(Tap):
    """Where I wait for a seat."""


@tap("vt")
@dataclass(frozen=True)
class TakeSeat(Tap):
    """The seat that was offered to me."""

    waiting: int


@tap("vn")
@dataclass(frozen=True)
class StopQueueing(Tap):
    """I no longer want the seat."""

    waiting: int


MY_QUEUES = button(t("⏳ Where I wait"), ShowQueues())


def with_which_shop(consortium: int, code: str, mine: Sequence[Shop]) -> Screen:
    listed = [button(t("🏪 {shop}", shop=shop.name), WaitWith(consortium, shop.id, code)) for shop in mine]
    return Screen(words=t("With which of your shops do you want to wait for a seat?"), rows=column([*listed, HOME]))


def no_fitting_shop(consortium: int, code: str) -> Screen:
    return Screen(
        words=t("To wait for a seat you need a registered shop of the kind that this consortium takes. Register it, then tap here again."),
        rows=column([REGISTER, button(t("⏳ Wait for a seat"), WaitForSeat(consortium, code)), HOME]),
    )


def in_the_queue(one: Queueing, said: Words | None = None) -> Screen:
    return Screen(
        words=lines(t("{said}\n", said=said) if said is not None else None, _stands(one)),
        rows=column([*_answers(one), MY_QUEUES, HOME]),
    )


def _stands(one: Queueing) -> Words:
    if one.waiting.offer_ends_at is not None:
        return lines(
            t("<b>A seat in “{name}” is held for {shop}.</b>", name=one.name, shop=one.shop),
            t("It is yours alone until {ends:datetime}. After that the next in the queue is asked.", ends=one.waiting.offer_ends_at),
        )
    return lines(
        t("<b>{shop} waits for a seat in “{name}”.</b>", shop=one.shop, name=one.name),
        tn("{count} shop is ahead of you.", "{count} shops are ahead of you.", one.ahead) if one.ahead else t("You are the next."),
        t("When a seat becomes free I write to you, and you have 48 hours to take it."),
    )


def _answers(one: Queueing) -> list[Button]:
    if one.waiting.offer_ends_at is not None:
        return offer_answers(one.waiting.id)
    return [button(t("🚶 Leave the queue"), StopQueueing(one.waiting.id))]


def offer_answers(waiting: int) -> list[Button]:
    return [button(t("🪑 Take the seat"), TakeSeat(waiting)), button(t("No, let the next have it"), StopQueueing(waiting))]


def queues(found: Sequence[Queueing]) -> Screen:
    if not found:
        return Screen(
            words=t("You wait nowhere. Where a consortium is full, its invitation or card offers you a place in the queue."),
            rows=column([MY_CONSORTIA, HOME]),
        )
    ways = [button(t("⏳ {name}", name=one.name), WaitForSeat(one.waiting.consortium)) for one in found]
    return Screen(words=lines(t("<b>Where I wait for a seat</b>"), *(_listed(one) for one in found)), rows=column([*ways, HOME]))


def _listed(one: Queueing) -> Words:
    if one.waiting.offer_ends_at is not None:
        return t("• {name}: a seat is held until {ends:datetime}", name=one.name, ends=one.waiting.offer_ends_at)
    return t("• {name}: place {n} in the queue", name=one.name, n=one.ahead + 1)


def taken(consortium: int, name: str) -> Screen:
    return Screen(
        words=t("<b>Welcome to “{name}”.</b> Your shop has its seat.", name=name),
        rows=column([to_card(consortium, name), HOME]),
    )


def stopped(name: str, *, was_offered: bool) -> Screen:
    words = (
        t("You let the seat in “{name}” go. The next one is asked.", name=name)
        if was_offered
        else t("You no longer wait for a seat in “{name}”.", name=name)
    )
    return Screen(words=words, rows=column([MY_QUEUES, HOME]))


def not_waiting() -> Screen:
    return Screen(
        words=t("You no longer wait there: the seat was taken, let go, or the 48 hours are over."),
        rows=column([MY_QUEUES, MY_CONSORTIA, HOME]),
    )


def not_your_turn() -> Words:
    return t("No seat is held for you at the moment.")


def not_asked() -> Screen:
    return Screen(
        words=t("This consortium takes in nobody by itself. Ask its members for an invitation."),
        rows=column([MY_CONSORTIA, HOME]),
    )


def too_many(most: int) -> Screen:
    return Screen(
        words=t("You wait in {n} queues, the most at one time. Leave one first.", n=most),
        rows=column([MY_QUEUES, HOME]),
    )


def placed_elsewhere(found: PlacedElsewhere) -> Screen:
    return Screen(
        words=t(
            "{shop} sits in “{name}” in this round, and a shop can be in one consortium only. Leave that one first if you want this seat.",
            shop=found.shop.name,
            name=found.consortium.name,
        ),
        rows=column([to_card(found.consortium.id, found.consortium.name), MY_QUEUES, HOME]),
    )


def already_here(consortium: int) -> Screen:
    return Screen(
        words=t("You sit in this consortium already. Each owner has one seat in it."),
        rows=column([button(t("🤝 See the consortium"), ShowConsortium(consortium)), HOME]),
    )


def wrong_kind(one: Track) -> Screen:
    return Screen(
        words=t("That shop is not of the kind this consortium takes: {track}.", track=track(one)),
        rows=column([MY_CONSORTIA, HOME]),
    )
