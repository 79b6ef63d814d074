"""What an invited person is shown of an invitation, and why it may be closed to them."""

from dataclasses import dataclass
from datetime import datetime

from programme.call import Call
from programme.consortium_size import Size
from services import chosen_call
from services import invitation_letters as told
from services.sent_invitations import State, state_of
from storage import consortia, invitation_questions, invitations, seats, shops
from storage.consortia import Consortium
from storage.invitation_questions import InvitationQuestion
from storage.invitations import Invitation
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationCard:
    """What the invited person sees: names of shops, never of people. `shop`: the one that leads."""

    number: int
    consortium: Consortium
    shop: str
    members: tuple[str, ...]
    size: Size
    call: Call | None
    expires: datetime
    questions: tuple[InvitationQuestion, ...]  # one's own, with the answers

    @property
    def is_full(self) -> bool:
        return len(self.members) >= self.size.most


@dataclass(frozen=True, slots=True)
class NoInvitation:
    """Unknown, or never held by this person."""


@dataclass(frozen=True, slots=True)
class NotForYou:
    """Meant for another person."""


@dataclass(frozen=True, slots=True)
class OwnInvitation:
    number: int
    consortium: int


@dataclass(frozen=True, slots=True)
class SitsThere:
    """Is a member already."""

    consortium: int
    name: str


@dataclass(frozen=True, slots=True)
class Dissolved:
    name: str


@dataclass(frozen=True, slots=True)
class Ended:
    """It has its answer, or was not answered in time. `by_me`: this person gave the answer."""

    state: State
    by_me: bool


NotOpen = NoInvitation | NotForYou | OwnInvitation | SitsThere | Dissolved | Ended


async def held(work: Work, person: int, number: int | None) -> Invitation | NoInvitation | NotForYou:
    """The invitation, if it is meant for this person or they have held its link."""
    invitation = await invitations.find(work.connection, number) if number is not None else None
    if invitation is None:
        return NoInvitation()
    if invitation.invited is not None:
        return invitation if invitation.invited == person else NotForYou()
    return invitation if person in await invitations.openers(work.connection, invitation.id) else NoInvitation()


async def seen_by(work: Work, invitation: Invitation, person: int) -> InvitationCard | NotOpen:
    consortium = await consortia.find(work.connection, invitation.consortium)
    if consortium is None or consortium.dissolved_at is not None:
        return Dissolved(consortium.name if consortium is not None else "")
    taken = await seats.of_consortium(work.connection, consortium.id)
    if person == invitation.inviter:
        return OwnInvitation(invitation.id, consortium.id)
    if any(seat.person == person for seat in taken):
        return SitsThere(consortium.id, consortium.name)
    state = state_of(invitation, work.now)
    if state is not State.WAITING:
        return Ended(state, by_me=invitation.answered_by == person)
    return await _card(work, invitation, consortium, person, [seat.shop for seat in taken])


async def _card(work: Work, invitation: Invitation, consortium: Consortium, person: int, members: list[int]) -> InvitationCard:
    names = await shops.of_ids(work.connection, members)
    call = await chosen_call.call_of(work, consortium)
    return InvitationCard(
        number=invitation.id,
        consortium=consortium,
        shop=await told.leading_shop(work, consortium),
        members=tuple(names[number].name for number in members),
        size=await chosen_call.size(work, consortium),
        call=call,
        expires=invitation.expires_at,
        questions=tuple(await invitation_questions.of_asker(work.connection, invitation.id, person)),
    )


async def why_not(work: Work, person: int, number: int) -> NotOpen:
    """Why an answer was not taken: told from how things stand now."""
    invitation = await invitations.find(work.connection, number)
    if invitation is None:
        return NoInvitation()
    seen = await seen_by(work, invitation, person)
    return Ended(state_of(invitation, work.now), by_me=False) if isinstance(seen, InvitationCard) else seen
