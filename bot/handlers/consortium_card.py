"""The card of a consortium and the lists that belong to it."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import consortium_card as screens
from bot.screens import membership
from bot.screens.consortia import ShowConsortium
from bot.screens.consortium_taps import RemindOthers, ShowChanges, ShowMember, ShowMembers
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from services.consortium_card import Card, CardOfSeat, ConsortiumCard
from services.gaps import NothingMissing, Reminded, RemindedAlready, RemindMembers
from services.members import NotAMember, NotTheLead


@on_tap(ShowConsortium)
async def show_card(turn: Turn, wish: ShowConsortium) -> Screen:
    return await _card(turn, wish.number)


@on_tap(ShowMembers)
async def show_members(turn: Turn, wish: ShowMembers) -> Screen:
    found = await ConsortiumCard(person=turn.person.id, consortium=wish.consortium)(turn.work)
    return membership.members(found, wish.page) if isinstance(found, Card) else screens.shown(found)


@on_tap(ShowMember)
async def show_member(turn: Turn, wish: ShowMember) -> Screen:
    found = await CardOfSeat(person=turn.person.id, seat=wish.seat)(turn.work)
    member = found.member(wish.seat) if isinstance(found, Card) else None
    if not isinstance(found, Card) or member is None:
        return screens.not_a_member()
    return membership.member(found, member)


@on_tap(ShowChanges)
async def show_changes(turn: Turn, wish: ShowChanges) -> Screen:
    found = await ConsortiumCard(person=turn.person.id, consortium=wish.consortium)(turn.work)
    if not isinstance(found, Card):
        return screens.shown(found)
    return membership.changes(found) if found.i_lead else screens.not_the_lead(wish.consortium)


@on_tap(RemindOthers)
async def remind(turn: Turn, wish: RemindOthers) -> Screen:
    match await RemindMembers(by=turn.person.id, consortium=wish.consortium)(turn.work):
        case Reminded(members=count):
            return await _card(turn, wish.consortium, screens.reminded(count))
        case NothingMissing():
            return await _card(turn, wish.consortium, screens.nothing_missing())
        case RemindedAlready(again_at=again_at):
            return await _card(turn, wish.consortium, screens.reminded_already(again_at))
        case NotAMember():
            return screens.not_a_member()
        case NotTheLead(consortium=number):
            return screens.not_the_lead(number)
        case outcome:
            assert_never(outcome)


async def _card(turn: Turn, number: int, said: Words | None = None) -> Screen:
    found = await ConsortiumCard(person=turn.person.id, consortium=number)(turn.work)
    return screens.shown(found, said)
