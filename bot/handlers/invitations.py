"""The invitations of a consortium one leads: the list, one of them, sending again, taking back, reminding."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import invitations as screens
from bot.screens import sent_invitations
from bot.screens.invitation_taps import RemindThem, SendAgain, ShowInvitations, ShowSentInvitation, TakeBackInvitation
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from services.invitation_chasing import (
    AnsweredAlready,
    NobodyToRemind,
    Reminded,
    RemindedToday,
    RemindInvited,
    RenewInvitation,
    WithdrawInvitation,
    Withdrawn,
)
from services.invitations import Invited, InvitedAlready, NotLead, TooManyWaiting
from services.sent_invitations import InvitationsOf, OneInvitation


@on_tap(ShowInvitations)
async def show_all(turn: Turn, wish: ShowInvitations) -> Screen:
    found = await InvitationsOf(by=turn.person.id, consortium=wish.consortium, page=wish.page)(turn.work)
    return screens.not_yours() if isinstance(found, NotLead) else sent_invitations.listed(found)


@on_tap(ShowSentInvitation)
async def show_one(turn: Turn, wish: ShowSentInvitation) -> Screen:
    return await _one(turn, wish.number)


@on_tap(TakeBackInvitation)
async def take_back(turn: Turn, wish: TakeBackInvitation) -> Screen:
    match await WithdrawInvitation(by=turn.person.id, number=wish.number)(turn.work):
        case Withdrawn():
            return await _one(turn, wish.number, sent_invitations.taken_back())
        case AnsweredAlready():
            return await _one(turn, wish.number, sent_invitations.answered_already())
        case NotLead():
            return screens.not_yours()
        case outcome:
            assert_never(outcome)


@on_tap(SendAgain)
async def send_again(turn: Turn, wish: SendAgain) -> Screen:
    match await RenewInvitation(by=turn.person.id, number=wish.number)(turn.work):
        case Invited() as made:
            return screens.made(made)
        case TooManyWaiting(consortium=consortium, most=most):
            return screens.too_many(consortium, most)
        case InvitedAlready(consortium=consortium, number=number):
            return screens.invited_already(number, consortium)
        case AnsweredAlready():
            return await _one(turn, wish.number, sent_invitations.answered_already())
        case NotLead():
            return screens.not_yours()
        case outcome:
            assert_never(outcome)


@on_tap(RemindThem)
async def remind(turn: Turn, wish: RemindThem) -> Screen:
    match await RemindInvited(by=turn.person.id, number=wish.number)(turn.work):
        case Reminded():
            return await _one(turn, wish.number, sent_invitations.reminded())
        case RemindedToday(again_at=again_at):
            return await _one(turn, wish.number, sent_invitations.reminded_today(again_at))
        case NobodyToRemind():
            return await _one(turn, wish.number, sent_invitations.nobody_to_remind())
        case AnsweredAlready():
            return await _one(turn, wish.number, sent_invitations.answered_already())
        case NotLead():
            return screens.not_yours()
        case outcome:
            assert_never(outcome)


async def _one(turn: Turn, number: int, said: Words | None = None) -> Screen:
    found = await OneInvitation(by=turn.person.id, number=number)(turn.work)
    return screens.not_yours() if isinstance(found, NotLead) else sent_invitations.sent_one(found, said)
