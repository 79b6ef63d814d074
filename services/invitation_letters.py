"""What is written about invitations, to whom and when. Whatever still waits is taken back with the answer."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from services.letters import Letter, letter
from storage import invitations, seats, shops
from storage.consortia import Consortium
from storage.invitations import Answer, Invitation
from storage.work import Work

FIRST_REMINDER = timedelta(days=2)  # after it was made
LAST_REMINDER = timedelta(days=1)  # before it expires


@letter("invited")
@dataclass(frozen=True, kw_only=True)
class InvitationReceived:
    """To the person it is meant for, if they ever spoke to the bot. `shop`: the one that leads."""

    number: int
    shop: str
    consortium: str
    expires: datetime


@letter("invitation_waits")
@dataclass(frozen=True, kw_only=True)
class InvitationWaits:
    """To those who looked at it and have not answered."""

    number: int
    shop: str
    consortium: str
    expires: datetime


@letter("may_answer_now", at_any_hour=True)
@dataclass(frozen=True, kw_only=True)
class MayAnswerNow:
    """To somebody who was invited, had no shop yet and has just registered one."""

    number: int
    name: str


@letter("invitation_accepted")
@dataclass(frozen=True, kw_only=True)
class InvitationAccepted:
    consortium: int
    name: str
    shop: str
    members: int
    fewest: int


@letter("invitation_declined")
@dataclass(frozen=True, kw_only=True)
class InvitationDeclined:
    """`who`: the shop, or how the inviter called them; empty: neither is known."""

    consortium: int
    name: str
    who: str


@letter("invitation_expired")
@dataclass(frozen=True, kw_only=True)
class InvitationExpired:
    number: int
    consortium: int
    name: str
    label: str


@letter("invited_asks")
@dataclass(frozen=True, kw_only=True)
class InvitedAsks:
    """To the lead. Its body goes when it is delivered."""

    number: int
    name: str
    who: str
    question: str


@letter("inviter_answers")
@dataclass(frozen=True, kw_only=True)
class InviterAnswers:
    """To the one who asked. Its body goes when it is delivered."""

    invitation: int
    name: str
    question: str
    answer: str


def _key(number: int, occasion: str) -> str:
    return f"invitation:{number}:{occasion}"


async def withdraw_letters(work: Work, number: int) -> None:
    for occasion in ("received", "day2", "last", "reminder", "expired"):
        await work.withdraw(_key(number, occasion))


async def seated(work: Work, consortium: int, person: int, seat: int) -> None:
    """Who came in by another door need not answer the invitation that was meant for them."""
    for invitation in await invitations.of_invited(work.connection, consortium, person):
        if await invitations.answer(work.connection, invitation.id, Answer.ACCEPTED, by=person, now=work.now):
            await invitations.seated(work.connection, invitation.id, seat)
            await withdraw_letters(work, invitation.id)


def send(work: Work, invitation: Invitation, consortium: Consortium, shop: str, to: int) -> None:
    work.post(Letter(to=to, fact=_received(invitation, consortium, shop), key=_key(invitation.id, "received")))
    remind_later(work, invitation, consortium, shop, to)


def remind_later(work: Work, invitation: Invitation, consortium: Consortium, shop: str, to: int) -> None:
    """Worded without days, so that it stays true when it comes late."""
    for occasion, due in (("day2", invitation.made_at + FIRST_REMINDER), ("last", invitation.expires_at - LAST_REMINDER)):
        if due > work.now:
            work.post(Letter(to=to, fact=_waits(invitation, consortium, shop), due=due, key=_key(invitation.id, occasion)))


def remind_now(work: Work, invitation: Invitation, consortium: Consortium, shop: str, to: int) -> None:
    work.post(Letter(to=to, fact=_waits(invitation, consortium, shop), key=_key(invitation.id, "reminder")))


def tell_when_expired(work: Work, invitation: Invitation, consortium: Consortium, to: int) -> None:
    fact = InvitationExpired(number=invitation.id, consortium=consortium.id, name=consortium.name, label=invitation.label)
    work.post(Letter(to=to, fact=fact, due=invitation.expires_at, key=_key(invitation.id, "expired")))


async def tell_lead(work: Work, consortium: Consortium, fact: InvitationAccepted | InvitationDeclined | InvitedAsks) -> None:
    """Who leads now, which need not be who invited."""
    lead = await seats.lead_of(work.connection, consortium.id)
    if lead is not None:
        work.post(Letter(to=lead.person, fact=fact))


async def leading_shop(work: Work, consortium: Consortium) -> str:
    """The name of the shop that leads; empty in a dissolved consortium."""
    lead = await seats.lead_of(work.connection, consortium.id)
    found = await shops.of_ids(work.connection, [lead.shop]) if lead is not None else {}
    return next((shop.name for shop in found.values()), "")


async def called(work: Work, person: int, invitation: Invitation) -> str:
    """How the inviter knows somebody who was invited: by their shop, else as they called them."""
    mine = await shops.of_owner(work.connection, person)
    return mine[0].name if mine else invitation.label


def _received(invitation: Invitation, consortium: Consortium, shop: str) -> InvitationReceived:
    return InvitationReceived(number=invitation.id, shop=shop, consortium=consortium.name, expires=invitation.expires_at)


def _waits(invitation: Invitation, consortium: Consortium, shop: str) -> InvitationWaits:
    return InvitationWaits(number=invitation.id, shop=shop, consortium=consortium.name, expires=invitation.expires_at)
