"""Writing a card for being introduced at a networking meeting. The subject is the number of the event."""

from typing import Any, assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice
from bot.dialogue.story import AskAgain, story
from bot.questions.introductions import CardLine
from bot.screens import introduction_words as questions
from bot.screens import introductions as screens
from bot.screens.screen import Screen
from bot.taps import numbered
from bot.words import Words
from programme.introductions import LONGEST_LINE, Speaks
from services.finder import CannotBeSaid
from services.introductions import (
    CardWritten,
    MayWrite,
    MayWriteCard,
    MeetingOver,
    NeedsShop,
    NoMeeting,
    NotComing,
    NotHere,
    NotYourShop,
    TooLong,
    WriteCard,
)
from storage.shops import Shop


@story("introduction_card", questions.card_title(), takes_a_subject=True)
async def introduction_card(ask: Ask) -> WriteCard | Screen:
    found = await ask.look(MayWriteCard(person=ask.person.id, event=numbered(ask.draft.subject) or 0))
    return await _asked(ask, found) if isinstance(found, MayWrite) else screens.not_here(found)


async def _asked(ask: Ask, found: MayWrite) -> WriteCard:
    shop = await _shop(ask, found)
    offers = await ask(_line(shop, "offers", questions.what_offered(), example=questions.offer_example(), why=questions.why_offered()))
    looks_for = await ask(_line(shop, "looks_for", questions.what_looked_for(), example=questions.looking_example()))
    speaks = await ask(choice("speaks", questions.which_language(), Speaks, label=questions.speaks_name, name=questions.names("speaks")))
    await ask.sure(questions.shall_i_show(found), yes=questions.show_it(), below=questions.what_it_means())
    return WriteCard(by=ask.person.id, event=found.event.id, shop=shop.id, offers=offers, looks_for=looks_for, speaks=speaks)


async def _shop(ask: Ask, found: MayWrite) -> Shop:
    if len(found.shops) == 1:
        return found.shops[0]
    return await ask(
        choice(
            "shop",
            questions.which_shop(),
            found.shops,
            label=questions.shop_label,
            token=lambda shop: str(shop.id),
            name=questions.names("shop"),
        )
    )


def _line(shop: Shop, key: str, words: Words, **more: Any) -> CardLine:
    return CardLine(key=key, words=words, name=questions.names(key), at_least=2, at_most=LONGEST_LINE, shop_name=shop.name, **more)


@introduction_card.ends
def written(outcome: CardWritten | CannotBeSaid | NotYourShop | TooLong | NotHere) -> Screen | AskAgain:
    match outcome:
        case CardWritten():
            return screens.written(outcome)
        case CannotBeSaid():
            return AskAgain(("offers", "looks_for"), questions.cannot_be_said(outcome))
        case NotYourShop() | TooLong():
            return screens.no_card()
        case NoMeeting() | MeetingOver() | NotComing() | NeedsShop():
            return screens.not_here(outcome)
        case _:
            assert_never(outcome)
