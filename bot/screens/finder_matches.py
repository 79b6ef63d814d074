"""Whom the finder suggests: the list, its filters, one card, and what was hidden."""

from bot.screens import finder_cards as cards
from bot.screens.finder_filters import EVERYTHING, told_filters
from bot.screens.finder_taps import (
    AskWhy,
    NotForMe,
    SayInterested,
    ShowBoard,
    ShowFilters,
    ShowHidden,
    ShowMatches,
    ShowOther,
    TakeInterestBack,
    Unhide,
    written,
)
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, beside, button, column
from bot.screens.ways import HOME
from bot.words import Words, joined, lines, t, tn
from services.finder_matches import PAGE, Suggestion, SuggestionPage
from storage.finder_matches import Only


def matches(found: SuggestionPage, said: Words | None = None) -> Screen:
    only = written(found.only)

    def to(page: int) -> ShowMatches:
        return ShowMatches(found.mine, only, page)

    first = found.page * PAGE + 1
    listed = list(enumerate(found.suggestions, first))
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>⭐ Shops that fit yours best</b>"),
            _narrowed(found.only),
            _how_many(found),
            *(_line(number, one) for number, one in listed),
        ),
        rows=(
            *column([_opens(number, one, found, only) for number, one in listed]),
            *page_row(found.page, more=found.more, to=to),
            (button(t("🔧 Filter"), ShowFilters(found.mine, only)),),
            beside(_my_card(found.mine), HOME),
        ),
    )


def _narrowed(only: Only) -> Words | None:
    told = told_filters(only)
    return t("Only: {filters}", filters=joined(told, " · ")) if told else None


def _how_many(found: SuggestionPage) -> Words:
    if found.total:
        return tn("{count} card", "{count} cards", found.total)
    if found.only != EVERYTHING:
        return t("Nobody fits this filter now. Take something out of it, or look again in a few days.")
    return t("Nobody else is looking just now. Your card stays, and I write to you when somebody is interested in you.")


def _line(number: int, one: Suggestion) -> Words:
    return t(
        "\n<b>{number}. {heading}</b>{asked}\n{body}\n<i>{reasons}</i>",
        number=number,
        heading=cards.heading_of(one.card),
        asked=t(" · you are interested") if one.asked else "",
        body=cards.body_of(one.card),
        reasons=cards.reasons(one.match),
    )


def _opens(number: int, one: Suggestion, found: SuggestionPage, only: str) -> Button:
    label = t("{number}. {heading}", number=number, heading=cards.heading_of(one.card))
    return button(label, ShowOther(found.mine, one.card.shop, only, found.page))


def _my_card(mine: int) -> Button:
    return button(t("🔎 My card"), ShowBoard(mine))


# -- one card


def one(found: Suggestion, mine: int, back: ShowMatches, said: Words | None = None) -> Screen:
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>{heading}</b>", heading=cards.heading_of(found.card)),
            cards.body_of(found.card),
            t("Shown since {day:date}", day=found.card.shown_at),
            t("<i>{reasons}</i>", reasons=cards.reasons(found.match)),
            t("\n{next}", next=_what_next(found)),
        ),
        rows=(*_answers(found, mine), (button(t("◀ Back to the list"), back),), (HOME,)),
    )


def _what_next(found: Suggestion) -> Words:
    if found.asked:
        return t("You have said that you are interested. As soon as they are, too, you both get a letter.")
    return t("If both of you tap “Interested”, both learn the name of the other's shop and can write to each other on Telegram.")


def _answers(found: Suggestion, mine: int) -> tuple[tuple[Button, ...], ...]:
    other = found.card.shop
    if found.asked:
        first = button(t("Take my interest back"), TakeInterestBack(mine, other))
    else:
        first = button(t("⭐ Interested"), SayInterested(mine, other))
    return (first,), beside(button(t("Not for me"), NotForMe(mine, other)), button(t("🚩 Report"), AskWhy(mine, other)))


def told_them() -> Words:
    return t("⭐ Said. They learn that a shop like yours is interested, without your name. If they are, too, I write to both of you.")


def too_many(most: int) -> Words:
    return t("{n} shops have not answered you yet: that is the most at one time. Take an interest back, or wait for an answer.", n=most)


def taken_back() -> Words:
    return t("Taken back. Nobody is told.")


def nothing_to_take_back() -> Words:
    return t("There was no interest to take back.")


def gone() -> Words:
    return t("That card is no longer shown.")


def show_yours_first() -> Words:
    return t("Only shops that show a card see those of others. Show yours first.")


# -- hiding


def hidden() -> Words:
    return t("🙈 It is not shown to you again. The other shop does not learn of it.")


def unhidden() -> Words:
    return t("It can be suggested to you again.")


def hidden_ones(found: SuggestionPage, said: Words | None = None) -> Screen:
    def to(page: int) -> ShowHidden:
        return ShowHidden(found.mine, page)

    listed = list(enumerate(found.suggestions, found.page * PAGE + 1))
    above = t("{said}\n", said=said) if said is not None else None
    return Screen(
        words=lines(
            above,
            t("<b>🙈 Hidden from you</b>"),
            t("Tap one to have it suggested again.") if listed else t("Nothing is hidden."),
            *(_line(number, one) for number, one in listed),
        ),
        rows=(
            *column([_unhides(number, one, found.mine) for number, one in listed]),
            *page_row(found.page, more=found.more, to=to),
            beside(_my_card(found.mine), HOME),
        ),
    )


def _unhides(number: int, one: Suggestion, mine: int) -> Button:
    return button(t("{number}. {heading}", number=number, heading=cards.heading_of(one.card)), Unhide(mine, one.card.shop))
