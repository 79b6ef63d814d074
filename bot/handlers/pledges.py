"""The own share: what falls to each, promising it, dividing it equally again."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import consortium_card
from bot.screens import pledges as screens
from bot.screens.consortium_taps import OPEN_PART, AskToPromise, DivideEqually, MakePromise, ShowOwnShare
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from services.consortium_card import Card, ConsortiumCard
from services.members import NotAMember, NotTheLead
from services.project_cost import LARGEST_COST, Divided, DivideOwnShare, MembersChanged
from services.promises import MyPart, PartIsAnother, Promised, PromisePart, WhatFallsToMe
from storage.consortia import Split


@on_tap(ShowOwnShare)
async def show(turn: Turn, wish: ShowOwnShare) -> Screen:
    return await _own_share(turn, wish.consortium)


@on_tap(AskToPromise)
async def ask(turn: Turn, wish: AskToPromise) -> Screen:
    """The part may have changed since the button was drawn: then what it is now is shown first."""
    found = await WhatFallsToMe(person=turn.person.id, consortium=wish.consortium)(turn.work)
    if not isinstance(found, MyPart):
        return consortium_card.not_a_member()
    if found.due is None or found.due != wish.of:
        return await _own_share(turn, wish.consortium, screens.part_is_another())
    return screens.do_you_promise(found.consortium, found.name, amount=found.due, of=found.due)


@on_tap(MakePromise)
async def promise(turn: Turn, wish: MakePromise) -> Screen:
    """A forged amount is no amount; the part it was made for is shown again."""
    if not 0 <= wish.amount <= LARGEST_COST:
        return await _own_share(turn, wish.consortium, screens.part_is_another())
    of = None if wish.of == OPEN_PART else wish.of
    match await PromisePart(by=turn.person.id, consortium=wish.consortium, amount=wish.amount, of=of)(turn.work):
        case Promised() as outcome:
            return await _own_share(turn, wish.consortium, screens.promised(outcome))
        case PartIsAnother():
            return await _own_share(turn, wish.consortium, screens.part_is_another())
        case NotAMember():
            return consortium_card.not_a_member()
        case outcome:
            assert_never(outcome)


@on_tap(DivideEqually)
async def divide_equally(turn: Turn, wish: DivideEqually) -> Screen:
    match await DivideOwnShare(by=turn.person.id, consortium=wish.consortium, split=Split.EQUAL)(turn.work):
        case Divided(consortium=number):
            return await _own_share(turn, number, screens.divided_words())
        case MembersChanged(consortium=number):
            return screens.members_changed(number)
        case NotAMember():
            return consortium_card.not_a_member()
        case NotTheLead(consortium=number):
            return consortium_card.not_the_lead(number)
        case outcome:
            assert_never(outcome)


async def _own_share(turn: Turn, number: int, said: Words | None = None) -> Screen:
    found = await ConsortiumCard(person=turn.person.id, consortium=number)(turn.work)
    return screens.own_share(found, said) if isinstance(found, Card) else consortium_card.shown(found)
