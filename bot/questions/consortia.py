"""Which consortium a story is about: looked up again at every step, because members come and go while somebody types."""

from collections.abc import Callable
from typing import Any

from bot.dialogue.ask import Ask
from bot.dialogue.choices import Choice, choice
from bot.screens import consortium_card as screens
from bot.screens.screen import Screen
from bot.taps import numbered
from bot.words import Words, verbatim
from services.consortium_card import Card, CardMember, CardOfSeat, ConsortiumCard

MEMBER = "member"  # the key of the question which member


async def my_card(ask: Ask) -> Card | Screen:
    """The subject is the consortium. A screen where the person is no member (any more)."""
    found = await ask.look(ConsortiumCard(person=ask.person.id, consortium=numbered(ask.draft.subject) or 0))
    if isinstance(found, Card) and found.mine is None:
        return screens.not_a_member()  # a coordinator looks, and does no more
    return found if isinstance(found, Card) else screens.shown(found)


async def my_led_card(ask: Ask) -> Card | Screen:
    """A screen where the person does not lead it (any more)."""
    return _led(await my_card(ask))


async def led_card_of_seat(ask: Ask) -> tuple[Card, CardMember] | Screen:
    """The subject is the seat of another member."""
    seat = numbered(ask.draft.subject) or 0
    found = await ask.look(CardOfSeat(person=ask.person.id, seat=seat))
    if not isinstance(found, Card) or found.mine is None:
        return screens.not_a_member()
    led = _led(found)
    member = found.member(seat)
    if isinstance(led, Screen) or member is None:
        return led if isinstance(led, Screen) else screens.not_a_member()
    return led, member


def _led(found: Card | Screen) -> Card | Screen:
    if isinstance(found, Card) and not found.i_lead:
        return screens.not_the_lead(found.consortium.id)
    return found


def others(card: Card) -> list[CardMember]:
    return [member for member in card.members if card.mine is None or member.seat.id != card.mine.id]


def which_member(card: Card, words: Words, gone: Words, **more: Any) -> Choice[CardMember]:
    """One of the other members, by their shop."""
    label: Callable[[CardMember], Words] = lambda member: verbatim(member.shop.name)  # noqa: E731
    return choice(MEMBER, words, others(card), label=label, token=lambda member: str(member.seat.id), gone=gone, **more)
