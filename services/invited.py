"""Invitations, from the side of those who are invited: opening the link, accepting, declining."""

from dataclasses import dataclass
from typing import TypeVar

from programme.consortium_size import Size
from services import chosen_call
from services import invitation_letters as told
from services.consortia import ShopGone
from services.invitation_cards import Dissolved, InvitationCard, NoInvitation, NotForYou, NotOpen, SitsThere, held, seen_by, why_not
from services.invitation_letters import InvitationAccepted, InvitationDeclined, MayAnswerNow
from services.letters import Letter
from services.link_tokens import hashed
from services.seats import AlreadyHere, Full, NotForming, NotTrading, PlacedElsewhere, Seated, WrongKind, take_seat
from services.shops import mine as my_shop
from storage import consortia, invitations, seats
from storage.audit import AuditRow
from storage.consortia import Consortium
from storage.invitations import Answer, Invitation
from storage.shops import Shop
from storage.work import Work

MOST_SHOWN = 10

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    consortium: Consortium
    shop: str
    members: int
    size: Size


@dataclass(frozen=True, slots=True)
class AllTaken:
    """Every seat is taken or held for somebody; the invitation stays open."""

    consortium: int
    most: int


@dataclass(frozen=True, slots=True)
class Declined:
    name: str


@dataclass(frozen=True, kw_only=True)
class FollowInvitation:
    """The link was opened: from now on the invitation can be shown to this person without it, and they are reminded."""

    by: int
    token: str

    async def __call__(self, work: Work) -> InvitationCard | NotOpen:
        found = await invitations.of_token_hash(work.connection, hashed(self.token))
        outcome = await self._opened(work, found) if found is not None else NoInvitation()
        on = f"invitation:{found.id}" if found is not None else ""
        work.note(AuditRow(who=self.by, did="FollowInvitation", on=on, outcome=type(outcome).__name__))
        return outcome

    async def _opened(self, work: Work, invitation: Invitation) -> InvitationCard | NotOpen:
        if invitation.invited not in (None, self.by):
            return NotForYou()
        seen = await seen_by(work, invitation, self.by)
        if isinstance(seen, InvitationCard) and await invitations.opened(work.connection, invitation.id, self.by, work.now):
            told.remind_later(work, invitation, seen.consortium, seen.shop, self.by)
        return seen


@dataclass(frozen=True, kw_only=True)
class InvitationFor:
    """Only for the one it is meant for, or who has held the link."""

    person: int
    number: int | None

    async def __call__(self, work: Work) -> InvitationCard | NotOpen:
        invitation = await held(work, self.person, self.number)
        return await seen_by(work, invitation, self.person) if isinstance(invitation, Invitation) else invitation


@dataclass(frozen=True, kw_only=True)
class AcceptInvitation:
    by: int
    number: int
    shop: int

    async def __call__(self, work: Work) -> Accepted | NotOpen | AllTaken | PlacedElsewhere | WrongKind | NotTrading | ShopGone:
        outcome = await self._outcome(work)
        _note(work, self.by, "AcceptInvitation", outcome, self.number)
        return outcome

    async def _outcome(self, work: Work) -> Accepted | NotOpen | AllTaken | PlacedElsewhere | WrongKind | NotTrading | ShopGone:
        found = await invitations.find(work.connection, self.number)
        consortium = await consortia.lock(work.connection, found.consortium) if found is not None else None
        # Looked at under the lock: the lead may be renewing it at this very moment, and then the old link opens nothing.
        invitation = await held(work, self.by, self.number)
        if not isinstance(invitation, Invitation):
            return invitation
        shop = await my_shop(work, self.by, self.shop)
        if consortium is None or shop is None:
            return ShopGone()
        # The statement that gives the answer checks that there is none: of a hundred at once, one goes on.
        if not await invitations.answer(work.connection, self.number, Answer.ACCEPTED, by=self.by, now=work.now):
            return await why_not(work, self.by, self.number)
        return await self._seated(work, invitation, consortium, shop)

    async def _seated(
        self, work: Work, invitation: Invitation, consortium: Consortium, shop: Shop
    ) -> Accepted | NotOpen | AllTaken | PlacedElsewhere | WrongKind | NotTrading:
        match await take_seat(work, consortium, shop):
            case Seated(seat=seat):
                await invitations.seated(work.connection, invitation.id, seat)
                return await self._told(work, invitation, consortium, shop)
            case AlreadyHere():
                return await self._reopened(work, SitsThere(consortium.id, consortium.name))
            case NotForming():
                return await self._reopened(work, Dissolved(consortium.name))
            case Full(most=most):
                return await self._reopened(work, AllTaken(consortium.id, most))
            case PlacedElsewhere() | WrongKind() | NotTrading() as reason:
                return await self._reopened(work, reason)

    async def _reopened(self, work: Work, refused: R) -> R:
        await invitations.reopen(work.connection, self.number)
        return refused

    async def _told(self, work: Work, invitation: Invitation, consortium: Consortium, shop: Shop) -> Accepted:
        await told.withdraw_letters(work, invitation.id)
        members = len(await seats.of_consortium(work.connection, consortium.id))
        size = await chosen_call.size(work, consortium)
        fact = InvitationAccepted(consortium=consortium.id, name=consortium.name, shop=shop.name, members=members, fewest=size.fewest)
        await told.tell_lead(work, consortium, fact)
        return Accepted(consortium=consortium, shop=shop.name, members=members, size=size)


@dataclass(frozen=True, kw_only=True)
class DeclineInvitation:
    by: int
    number: int

    async def __call__(self, work: Work) -> Declined | NotOpen:
        outcome = await self._outcome(work)
        _note(work, self.by, "DeclineInvitation", outcome, self.number)
        return outcome

    async def _outcome(self, work: Work) -> Declined | NotOpen:
        invitation = await held(work, self.by, self.number)
        if not isinstance(invitation, Invitation):
            return invitation
        seen = await seen_by(work, invitation, self.by)
        if not isinstance(seen, InvitationCard):
            return seen
        if not await invitations.answer(work.connection, self.number, Answer.DECLINED, by=self.by, now=work.now):
            return await why_not(work, self.by, self.number)
        await told.withdraw_letters(work, self.number)
        who = await told.called(work, self.by, invitation)
        fact = InvitationDeclined(consortium=seen.consortium.id, name=seen.consortium.name, who=who)
        await told.tell_lead(work, seen.consortium, fact)
        return Declined(seen.consortium.name)


@dataclass(frozen=True, kw_only=True)
class InvitationsForMe:
    """Those that wait for this person's answer, the newest first."""

    person: int

    async def __call__(self, work: Work) -> tuple[InvitationCard, ...]:
        waiting = await invitations.waiting_for(work.connection, self.person, work.now)
        seen = [await seen_by(work, invitation, self.person) for invitation in waiting]
        return tuple(one for one in seen if isinstance(one, InvitationCard))[:MOST_SHOWN]


async def shop_registered(work: Work, owner: int) -> None:
    """For whoever registers a shop: the invitations that waited for it come back."""
    for card in await InvitationsForMe(person=owner)(work):
        work.post(Letter(to=owner, fact=MayAnswerNow(number=card.number, name=card.consortium.name)))


def _note(work: Work, by: int, did: str, outcome: object, number: int) -> None:
    work.note(AuditRow(who=by, did=did, on=f"invitation:{number}", outcome=type(outcome).__name__))
