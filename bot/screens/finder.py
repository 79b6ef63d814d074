"""One's own place in the partner finder: which shop looks, its card, and what can be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.dialogue.taps import BeginStory
from bot.screens import finder_cards as cards
from bot.screens.finder_taps import (
    AskToTakeDown,
    ChangeCard,
    Prolong,
    ShowBoard,
    ShowHidden,
    ShowMatches,
    ShowPartners,
    TakeDown,
)
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Button, Screen, button, column
from bot.screens.shops import ShowShop, ShowShops
from bot.screens.ways import HOME
from bot.taps import Tap, tap
from bot.words import Words, lines, t
from services.finder_board import Board, Unseen
from storage.finder import Card
from storage.shops import Shop


@tap("f")
@dataclass(frozen=True)
class ShowFinder(Tap):
    """Help me find partners."""


def _what_it_is() -> Words:
    return lines(
        t("<b>🔎 Partner finder</b>"),
        t("Shops that look for partners show each other a card: trade, gu, what to share, one sentence. No name, no number."),
        t("Only when both say “Interested” do both learn who the other is."),
    )


def no_shop() -> Screen:
    return Screen(
        words=lines(_what_it_is(), t("\nRegister your shop first, then show its card here.")),
        rows=column([button(t("➕ Register a shop"), BeginStory("register")), HOME]),
    )


def which_shop(shops: Sequence[Shop]) -> Screen:
    return Screen(
        words=lines(_what_it_is(), t("\nFor which of your shops are you looking?")),
        rows=column([*(button(t("🏪 {shop}", shop=shop.name), ShowBoard(shop.id)) for shop in shops), HOME]),
    )


def not_yours() -> Screen:
    return Screen(words=t("This shop is no longer there."), rows=column([FINDER, button(t("🏪 My shops"), ShowShops()), HOME]))


def board(found: Board, said: Words | None = None) -> Screen:
    above = t("{said}\n", said=said) if said is not None else None
    if found.card is None:
        return Screen(
            words=lines(above, _what_it_is(), t("\n<b>{shop}</b> shows no card yet.", shop=found.shop.name)),
            rows=column([button(t("➕ Make my card"), ChangeCard(found.shop.id)), *_met(found), *_shop(found.shop), HOME]),
        )
    return Screen(
        words=lines(above, t("<b>🔎 Partner finder: {shop}</b>", shop=found.shop.name), _as_others_see_it(found.card), _until(found)),
        rows=column([*_looking(found), *_met(found), *_changing(found), *_shop(found.shop), HOME]),
    )


def _as_others_see_it(card: Card) -> Words:
    if not card.shares:
        return t("\nYour card is taken down.")
    return t(
        "\nYour card, as others see it:\n<blockquote>{heading}\n{body}</blockquote>",
        heading=cards.heading_of(card),
        body=cards.body_of(card),
    )


def _until(found: Board) -> Words:
    assert found.card is not None
    if found.unseen is not None:
        return t("⚠️ {why}", why=_UNSEEN[found.unseen])
    return t("Shown until {day:date}. {phone}", day=found.card.ends_at, phone=_phone(found.card))


def _phone(card: Card) -> Words:
    return t("Your phone is told once both are interested.") if card.tells_phone else t("Your phone number is told to nobody.")


def _looking(found: Board) -> tuple[Button, ...]:
    return (button(t("⭐ Best matches ({n})", n=found.matches), ShowMatches(found.shop.id)),) if found.unseen is None else ()


def _met(found: Board) -> tuple[Button, ...]:
    return (button(t("🤝 Those I met ({n})", n=found.met), ShowPartners(found.shop.id)),) if found.met else ()


def _changing(found: Board) -> tuple[Button, ...]:
    shop = found.shop.id
    change = button(t("✏️ Change my card"), ChangeCard(shop))
    if found.unseen in {Unseen.NO_CONSENT, Unseen.NEWER_TERMS}:
        return button(t("▶ Show it again"), ChangeCard(shop)), button(t("🗑 Take it down"), AskToTakeDown(shop))
    if found.unseen is Unseen.BLOCKED:
        return change, ASK_A_PERSON
    if found.unseen is Unseen.ENDED:
        return button(t("▶ Show 60 more days"), Prolong(shop)), change, button(t("🗑 Take it down"), AskToTakeDown(shop))
    hidden = (button(t("🙈 Hidden ones ({n})", n=found.hidden), ShowHidden(shop)),) if found.hidden else ()
    return *hidden, change, button(t("🗑 Take it down"), AskToTakeDown(shop))


def _shop(shop: Shop) -> tuple[Button, ...]:
    return (button(t("🏪 {shop}", shop=shop.name), ShowShop(shop.id)),)


def really_take_down(shop: int) -> Screen:
    return Screen(
        words=lines(
            t("<b>Take your card down?</b>"),
            t("It is deleted at once, and nobody finds you here. Those you have met stay. You can make a new card at any time."),
        ),
        rows=column([button(t("Yes, take it down"), TakeDown(shop)), button(t("Leave it as it is"), ShowBoard(shop)), HOME]),
    )


def taken_down() -> Words:
    return t("Your card is taken down and deleted.")


def no_card() -> Words:
    return t("There is no card to show. Make one below.")


def shown(card: Card) -> Words:
    if not card.seen:
        return t("Your card is kept. {why}", why=_UNSEEN[Unseen.BLOCKED] if card.blocked_at is not None else t("Others do not see it yet."))
    return t("✅ Your card is shown until {day:date}.", day=card.ends_at)


def now_shown(card: Card) -> Screen:
    """The end of the story: what happens next."""
    ways = [button(t("🔎 My card"), ShowBoard(card.shop)), HOME]
    if card.seen:
        ways.insert(0, button(t("⭐ See the best matches"), ShowMatches(card.shop)))
    return Screen(
        words=lines(shown(card), t("I ask you a week before it ends. When somebody is interested, I write to you.") if card.seen else None),
        rows=column(ways),
    )


def agree_first() -> Words:
    return t("First your consent is needed. Tap “Show it again” to read the terms of the finder and agree to them.")


def nothing_shown() -> Screen:
    """Somebody did not agree: it was their choice."""
    return Screen(
        words=t("That is all right: no card is shown, and everything else works the same."),
        rows=column([FINDER, HOME]),
    )


FINDER = button(t("🔎 Partner finder"), ShowFinder())
_UNSEEN = {
    Unseen.BLOCKED: t("The office has taken this card out of sight. Change what is wrong, then ask a person to look at it again."),
    Unseen.NO_CONSENT: t("You took back your consent, so nobody sees this card."),
    Unseen.NEWER_TERMS: t("The terms of the finder have changed. Nobody sees this card until you have read and agreed to the new ones."),
    Unseen.ENDED: t("Its 60 days are over, so nobody sees this card any more."),
    Unseen.SHOP: t("Nobody sees this card while the business number is not in order. Open the shop to see what to do."),
    Unseen.REPORTED: t("Several people have reported this card. Nobody sees it until the office has looked at it."),
}
