"""Invitations, from the side of the lead: making them, sending them again, taking them back."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from services import invitation_letters as told
from services.link_tokens import hashed, new_token
from services.members import consortium_led, consortium_seen_by_lead
from storage import invitations, people, seats
from storage.audit import AuditRow
from storage.consortia import Consortium
from storage.invitations import Answer, Invitation, NewInvitation
from storage.work import Work

LASTS = timedelta(days=7)
MOST_WAITING = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """`token` is known only here and now. `written`: the invited person has a letter already and needs no link.
    `for_one_person`: it works for nobody else.
    """

    number: int
    consortium: Consortium
    shop: str  # the one that leads
    label: str
    token: str
    expires: datetime
    written: bool
    for_one_person: bool


@dataclass(frozen=True, slots=True)
class NotLead:
    """Only the lead of a standing consortium invites."""


@dataclass(frozen=True, slots=True)
class TooManyWaiting:
    consortium: int
    most: int


@dataclass(frozen=True, slots=True)
class MemberAlready:
    """The person sits in this consortium."""

    consortium: int


@dataclass(frozen=True, slots=True)
class InvitedAlready:
    consortium: int
    number: int


@dataclass(frozen=True, kw_only=True)
class LedConsortium:
    """A consortium, if this person leads it."""

    person: int
    number: int | None

    async def __call__(self, work: Work) -> Consortium | NotLead:
        found = await consortium_seen_by_lead(work, self.number, self.person) if self.number is not None else None
        return found or NotLead()


@dataclass(frozen=True, kw_only=True)
class Invite:
    """A link for whoever holds it; `label` says to the inviter alone whom it is meant for."""

    by: int
    consortium: int
    label: str = ""

    async def __call__(self, work: Work) -> Invited | NotLead | TooManyWaiting:
        consortium = await consortium_led(work, self.consortium, self.by)
        outcome = await made(work, self.by, consortium, None, self.label) if consortium is not None else NotLead()
        noted(work, self.by, "Invite", outcome, f"consortium:{self.consortium}")
        return outcome


@dataclass(frozen=True, kw_only=True)
class InvitePerson:
    """For one person only. `invited`: a Telegram id. Written to at once, if they ever spoke to the bot."""

    by: int
    consortium: int
    invited: int
    label: str = ""

    async def __call__(self, work: Work) -> Invited | NotLead | TooManyWaiting | MemberAlready | InvitedAlready:
        outcome = await self._outcome(work)
        noted(work, self.by, "InvitePerson", outcome, f"consortium:{self.consortium}")
        return outcome

    async def _outcome(self, work: Work) -> Invited | NotLead | TooManyWaiting | MemberAlready | InvitedAlready:
        consortium = await consortium_led(work, self.consortium, self.by)
        if consortium is None:
            return NotLead()
        if any(seat.person == self.invited for seat in await seats.of_consortium(work.connection, consortium.id)):
            return MemberAlready(consortium.id)
        already = await invited_already(work, consortium, self.invited)
        return already or await made(work, self.by, consortium, self.invited, self.label)


async def invited_already(work: Work, consortium: Consortium, invited: int | None) -> InvitedAlready | None:
    """The invitation of this person that waits for an answer; None for a link that is meant for nobody in particular."""
    before = await invitations.of_invited(work.connection, consortium.id, invited) if invited is not None else []
    waiting = [one.id for one in before if one.answer is None and one.expires_at > work.now]
    return InvitedAlready(consortium.id, waiting[0]) if waiting else None


async def too_many(work: Work, consortium: Consortium) -> TooManyWaiting | None:
    waiting = await invitations.waiting_count(work.connection, consortium.id, work.now)
    return TooManyWaiting(consortium.id, MOST_WAITING) if waiting >= MOST_WAITING else None


async def made(work: Work, by: int, consortium: Consortium, invited: int | None, label: str) -> Invited | TooManyWaiting:
    refused = await too_many(work, consortium)
    if refused is not None:
        return refused
    token = new_token()
    new = NewInvitation(
        consortium=consortium.id,
        token_hash=hashed(token),
        inviter=by,
        invited=invited,
        label=label,
        made_at=work.now,
        expires_at=work.now + LASTS,
    )
    number = await invitations.keep(work.connection, new)
    return await sent(work, by, consortium, number, token)


async def sent(work: Work, by: int, consortium: Consortium, number: int, token: str) -> Invited:
    invitation = await invitations.find(work.connection, number)
    assert invitation is not None
    shop = await told.leading_shop(work, consortium)
    written = await _may_be_written_to(work, invitation)
    if written and invitation.invited is not None:
        told.send(work, invitation, consortium, shop, invitation.invited)
    told.tell_when_expired(work, invitation, consortium, by)
    return Invited(
        number=number,
        consortium=consortium,
        shop=shop,
        label=invitation.label,
        token=token,
        expires=invitation.expires_at,
        written=written,
        for_one_person=invitation.invited is not None,
    )


async def _may_be_written_to(work: Work, invitation: Invitation) -> bool:
    """Who never spoke to the bot cannot be; who declined this consortium before is left in peace."""
    if invitation.invited is None or not await people.reachable(work.connection, [invitation.invited]):
        return False
    before = await invitations.of_invited(work.connection, invitation.consortium, invitation.invited)
    return not any(one.answer is Answer.DECLINED for one in before)


def noted(work: Work, by: int, did: str, outcome: object, on: str) -> None:
    made_number = f"invitation:{outcome.number}" if isinstance(outcome, Invited) else on
    work.note(AuditRow(who=by, did=did, on=made_number, outcome=type(outcome).__name__))
