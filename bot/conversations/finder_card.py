"""Showing a card in the partner finder. The subject is the number of one's own shop."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.choices import several, yes_or_no
from bot.dialogue.story import AskAgain, story
from bot.questions.consents import agrees
from bot.questions.finder import Sentence
from bot.screens import finder as screens
from bot.screens import finder_cards as cards
from bot.screens import finder_questions as questions
from bot.screens.screen import Screen
from bot.taps import numbered
from programme.consents import Purpose
from programme.matching import Share
from services.finder import CannotBeSaid, NotYourShop, ShowCard, Shown
from services.finder_board import HasAgreed, MayTellPhone
from services.shops import MyShop
from storage.finder import LONGEST_SENTENCE
from storage.shops import Shop


@story("finder_card", questions.my_card(), takes_a_subject=True)
async def finder_card(ask: Ask) -> ShowCard | Screen:
    shop = await ask.look(MyShop(person=ask.person.id, number=numbered(ask.draft.subject)))
    if shop is None:
        return screens.not_yours()
    if not await ask.look(HasAgreed(person=ask.person.id)) and not await agrees(ask, Purpose.FINDER):
        return screens.nothing_shown()
    shares = await _shares(ask)
    sentence = await _sentence(ask, shop)
    tells_phone = await _tells_phone(ask)
    await ask.sure(questions.shall_i_show(shop, shares, sentence), yes=questions.show_it())
    return ShowCard(by=ask.person.id, shop=shop.id, shares=shares, sentence=sentence, tells_phone=tells_phone, language=ask.person.language)


async def _shares(ask: Ask) -> tuple[Share, ...]:
    return await ask(
        several(
            "shares",
            questions.what_to_share(),
            Share,
            label=cards.share_name,
            why=questions.why_share(),
            name=questions.names("shares"),
        )
    )


async def _sentence(ask: Ask, shop: Shop) -> str:
    return await ask(
        Sentence(
            key="sentence",
            words=questions.your_sentence(),
            why=questions.why_sentence(),
            name=questions.names("sentence"),
            example=questions.an_example(),
            at_least=5,
            at_most=LONGEST_SENTENCE,
            shop_name=shop.name,
        )
    )


async def _tells_phone(ask: Ask) -> bool:
    """Only a number that Telegram has confirmed is ever told."""
    if not await ask.look(MayTellPhone(person=ask.person.id)):
        return False
    return await ask(
        yes_or_no(
            "phone",
            questions.tell_phone(),
            yes=questions.yes_tell(),
            no=questions.no_tell(),
            why=questions.why_phone(),
            name=questions.names("phone"),
        )
    )


@finder_card.ends
def card_shown(outcome: Shown | CannotBeSaid | NotYourShop) -> Screen | AskAgain:
    match outcome:
        case Shown(card=card):
            return screens.now_shown(card)
        case CannotBeSaid():
            return AskAgain(("sentence",), questions.cannot_be_said(outcome))
        case NotYourShop():
            return screens.not_yours()
        case _:
            assert_never(outcome)
