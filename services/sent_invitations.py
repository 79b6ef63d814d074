"""Invitations as the lead sees them: the list, and how each stands."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from services.invitations import NotLead
from services.members import consortium_seen_by_lead
from services.pages import within
from storage import invitations, seats, shops
from storage.consortia import Consortium
from storage.invitations import Invitation
from storage.work import Work

PAGE = 6


class State(StrEnum):
    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


def state_of(invitation: Invitation, now: datetime) -> State:
    if invitation.answer is not None:
        return State(invitation.answer.value)
    return State.WAITING if invitation.expires_at > now else State.EXPIRED


@dataclass(frozen=True, slots=True, kw_only=True)
class SentInvitation:
    """`shop`: the one that took the seat, if it still sits there. `opened`: somebody looked at it."""

    invitation: Invitation
    state: State
    shop: str
    opened: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationPage:
    consortium: Consortium
    invitations: tuple[SentInvitation, ...]
    waiting: int
    page: int  # from 0
    more: bool


@dataclass(frozen=True, kw_only=True)
class InvitationsOf:
    """The newest first."""

    by: int
    consortium: int
    page: int = 0

    async def __call__(self, work: Work) -> InvitationPage | NotLead:
        consortium = await consortium_seen_by_lead(work, self.consortium, self.by)
        if consortium is None:
            return NotLead()
        page = within(self.page, await invitations.count_of(work.connection, self.consortium), PAGE)
        found = await invitations.of_consortium(work.connection, self.consortium, limit=PAGE + 1, offset=page * PAGE)
        return InvitationPage(
            consortium=consortium,
            invitations=tuple([await _shown(work, one) for one in found[:PAGE]]),
            waiting=await invitations.waiting_count(work.connection, self.consortium, work.now),
            page=page,
            more=len(found) > PAGE,
        )


@dataclass(frozen=True, kw_only=True)
class OneInvitation:
    by: int
    number: int

    async def __call__(self, work: Work) -> SentInvitation | NotLead:
        found = await invitations.find(work.connection, self.number)
        consortium = await consortium_seen_by_lead(work, found.consortium, self.by) if found is not None else None
        return await _shown(work, found) if found is not None and consortium is not None else NotLead()


async def _shown(work: Work, invitation: Invitation) -> SentInvitation:
    seat = await seats.find(work.connection, invitation.seat) if invitation.seat is not None else None
    found = await shops.of_ids(work.connection, [seat.shop]) if seat is not None else {}
    return SentInvitation(
        invitation=invitation,
        state=state_of(invitation, work.now),
        shop=next((shop.name for shop in found.values()), ""),
        opened=bool(await invitations.openers(work.connection, invitation.id)),
    )
