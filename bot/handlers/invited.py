"""An invitation that was sent to this person: following its link, seeing it again, later, declining."""

from typing import assert_never

from bot.routes import on_link, on_tap
from bot.screens import closed_invitations as closed
from bot.screens import invited as screens
from bot.screens.invited import AnswerLater, AskToDecline, Decline, ShowInvitation
from bot.screens.screen import Screen
from bot.turn import Turn
from services.invitation_cards import Dissolved, Ended, InvitationCard, NoInvitation, NotForYou, OwnInvitation, SitsThere
from services.invited import Declined, DeclineInvitation, FollowInvitation, InvitationFor


@on_link("inv")
async def follow(turn: Turn, token: str) -> Screen:
    found = await FollowInvitation(by=turn.person.id, token=token)(turn.work)
    return screens.card(found, turn.work.now) if isinstance(found, InvitationCard) else closed.not_open(found)


@on_tap(ShowInvitation)
async def show(turn: Turn, wish: ShowInvitation) -> Screen:
    found = await InvitationFor(person=turn.person.id, number=wish.number)(turn.work)
    return screens.card(found, turn.work.now) if isinstance(found, InvitationCard) else closed.not_open(found)


@on_tap(AnswerLater)
async def answer_later(turn: Turn, wish: AnswerLater) -> Screen:
    found = await InvitationFor(person=turn.person.id, number=wish.number)(turn.work)
    return screens.later(found) if isinstance(found, InvitationCard) else closed.not_open(found)


@on_tap(AskToDecline)
async def ask_to_decline(turn: Turn, wish: AskToDecline) -> Screen:
    found = await InvitationFor(person=turn.person.id, number=wish.number)(turn.work)
    return screens.really_decline(found) if isinstance(found, InvitationCard) else closed.not_open(found)


@on_tap(Decline)
async def decline(turn: Turn, wish: Decline) -> Screen:
    match await DeclineInvitation(by=turn.person.id, number=wish.number)(turn.work):
        case Declined(name=name):
            return screens.declined(name)
        case NoInvitation() | NotForYou() | OwnInvitation() | SitsThere() | Dissolved() | Ended() as refused:
            return closed.not_open(refused)
        case outcome:
            assert_never(outcome)
