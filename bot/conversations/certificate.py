"""Watching a certificate. With a subject, the number of one that is watched, it is given a new last day."""

from datetime import date
from typing import Any, assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice
from bot.dialogue.story import AskAgain, story
from bot.dialogue.typed import Day, day, text
from bot.screens import certificates as screens
from bot.screens.screen import Screen, column
from bot.screens.ways import HOME
from bot.taps import numbered
from bot.words import Words
from programme.certificates import last_possible_day
from services.certificates import (
    MyCertificate,
    NotThatDay,
    NotWatched,
    RenewCertificate,
    TooManyWatched,
    WatchCertificate,
    Watched,
)
from services.shops import MyShops
from storage.certificates import LONGEST_SHOP, Certificate

ANOTHER = 0  # no shop has this number


@story("certificate", screens.certificate_reminder())
async def certificate(ask: Ask) -> WatchCertificate | RenewCertificate | Screen:
    if ask.draft.subject:
        return await _renewal(ask, ask.draft.subject)
    registered = await _registered(ask)
    shop = "" if registered is not None else await _another(ask)
    expires = await ask(_last_day(ask, screens.last_day(), why=screens.why_last_day()))
    await ask.sure(screens.shall_i_remind(), yes=screens.remind_me())
    return WatchCertificate(by=ask.person.id, shop=shop, shop_id=registered, expires=expires)


async def _registered(ask: Ask) -> int | None:
    """One of the person's registered shops. None: another one, or they have none."""
    mine = {shop.id: shop for shop in await ask.look(MyShops(person=ask.person.id))}
    if not mine:
        return None
    question = choice(
        "registered_shop",
        screens.which_shop(),
        (*mine, ANOTHER),
        label=lambda number: screens.named(mine[number].name) if number in mine else screens.another_shop(),
        name=screens.names("shop"),
    )
    chosen = await ask(question)
    return None if chosen == ANOTHER else chosen


async def _another(ask: Ask) -> str:
    return (
        await ask(
            text(
                "shop",
                screens.which_shop(),
                why=screens.why_shop(),
                at_most=LONGEST_SHOP,
                example=screens.an_example(),
                optional=True,
                name=screens.names("shop"),
            )
        )
        or ""
    )


async def _renewal(ask: Ask, subject: str) -> RenewCertificate | Screen:
    kept = await _mine(ask, subject)
    if kept is None:
        return _nothing_there()
    expires = await ask(_last_day(ask, screens.new_last_day(kept.shop)))
    return RenewCertificate(by=ask.person.id, number=kept.id, expires=expires)


async def _mine(ask: Ask, subject: str) -> Certificate | None:
    return await ask.look(MyCertificate(person=ask.person.id, number=numbered(subject)))


def _last_day(ask: Ask, words: Words, **more: Any) -> Day:
    latest: date = last_possible_day(ask.today)
    return day("expires", words, ask.today, earliest=ask.today, latest=latest, name=screens.names("expires"), **more)


def _nothing_there() -> Screen:
    return Screen(words=screens.not_watched(), rows=column([HOME]))


@certificate.ends
def certificate_watched(outcome: Watched | NotThatDay | TooManyWatched | NotWatched) -> Screen | AskAgain:
    match outcome:
        case Watched():
            return screens.watched(outcome)
        case NotThatDay():
            return AskAgain(("expires",), screens.not_that_day(outcome))
        case TooManyWatched(most=most):
            return screens.too_many(most)
        case NotWatched():
            return _nothing_there()
        case _:
            assert_never(outcome)
