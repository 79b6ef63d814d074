"""Correcting one line of a shop. The subject is the number of the shop and the line: "12 gu"."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.dialogue.ask import Ask
from bot.dialogue.story import AskAgain, story
from bot.questions import shop_lines as line
from bot.questions.shop_number import number_of
from bot.screens import shop_corrections as screens
from bot.screens import shop_questions as questions
from bot.screens.screen import Screen
from bot.screens.shops import Line
from bot.taps import numbered
from programme.registration import BusinessNumber
from services.shop_changes import Corrected, CorrectShop, ShopGone
from services.shops import AlreadyYours, MyShop, NumberTaken

Asker = Callable[[Ask], Awaitable[dict[str, Any]]]


@story("correct_shop", screens.correct_a_shop(), takes_a_subject=True)
async def correct_shop(ask: Ask) -> CorrectShop | Screen:
    number, _, wanted = ask.draft.subject.partition(" ")
    shop = await ask.look(MyShop(person=ask.person.id, number=numbered(number)))
    what = next((one for one in Line if one.value == wanted), None)
    if shop is None or what is None:
        return screens.not_there()
    if what is Line.NUMBER:
        found = await _number(ask, shop.id)
        return found if isinstance(found, Screen) else CorrectShop(by=ask.person.id, shop=shop.id, lines={}, number=found)
    return CorrectShop(by=ask.person.id, shop=shop.id, lines=await _ASKERS[what](ask))


async def _number(ask: Ask, shop: int) -> BusinessNumber | Screen:
    found = await number_of(ask)
    if not isinstance(found, AlreadyYours):
        return found
    return screens.the_same_number(shop) if found.shop == shop else screens.another_of_yours(found.shop)


async def _name(ask: Ask) -> dict[str, Any]:
    return {"name": await line.name_of(ask)}


async def _trade(ask: Ask) -> dict[str, Any]:
    trade, words = await line.trade_of(ask)
    return {"trade": trade.value, "trade_words": words}


async def _gu(ask: Ask) -> dict[str, Any]:
    return {"gu": (await line.gu_of(ask)).value}


async def _opened_on(ask: Ask) -> dict[str, Any]:
    return {"opened_on": await line.opening_day_of(ask)}


async def _employees(ask: Ask) -> dict[str, Any]:
    return {"employees": await line.employees_of(ask)}


async def _founders(ask: Ask) -> dict[str, Any]:
    return {"founders": await line.founders_of(ask)}


async def _cooperatives(ask: Ask) -> dict[str, Any]:
    return {"cooperatives": await line.cooperatives_of(ask)}


async def _paper(ask: Ask) -> dict[str, Any]:
    """Leaving it out takes away the one that was sent."""
    return {"paper": await line.paper_of(ask)}


_ASKERS: dict[Line, Asker] = {
    Line.NAME: _name,
    Line.TRADE: _trade,
    Line.GU: _gu,
    Line.OPENED_ON: _opened_on,
    Line.EMPLOYEES: _employees,
    Line.FOUNDERS: _founders,
    Line.COOPERATIVES: _cooperatives,
    Line.PAPER: _paper,
}


@correct_shop.ends
def shop_corrected(outcome: Corrected | ShopGone | NumberTaken | AlreadyYours) -> Screen | AskAgain:
    match outcome:
        case Corrected():
            return screens.corrected(outcome)
        case ShopGone():
            return screens.not_there()
        case NumberTaken():
            return AskAgain(("number",), questions.number_taken())
        case AlreadyYours(shop=shop):
            return screens.another_of_yours(shop)
