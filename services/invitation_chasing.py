"""What the lead does about an invitation that is on its way: sending it again, taking it back, reminding."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from services import invitation_letters as told
from services.invitations import (
    LASTS,
    Invited,
    InvitedAlready,
    NotLead,
    TooManyWaiting,
    invited_already,
    made,
    noted,
    sent,
    too_many,
)
from services.link_tokens import hashed, new_token
from services.members import consortium_led
from services.sent_invitations import State, state_of
from storage import invitations, people
from storage.consortia import Consortium
from storage.invitations import Answer, Invitation
from storage.work import Work

BETWEEN_REMINDERS = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Withdrawn:
    consortium: int


@dataclass(frozen=True, slots=True)
class AnsweredAlready:
    number: int


@dataclass(frozen=True, slots=True)
class Reminded:
    people: int


@dataclass(frozen=True, slots=True)
class RemindedToday:
    again_at: datetime


@dataclass(frozen=True, slots=True)
class NobodyToRemind:
    """Nobody has opened the link yet, so it is not known whose it is."""


@dataclass(frozen=True, kw_only=True)
class RenewInvitation:
    """A new link; the old one, and whoever opened it, is out. One that was declined or taken back is made anew."""

    by: int
    number: int

    async def __call__(self, work: Work) -> Invited | NotLead | TooManyWaiting | InvitedAlready | AnsweredAlready:
        outcome = await self._outcome(work)
        noted(work, self.by, "RenewInvitation", outcome, f"invitation:{self.number}")
        return outcome

    async def _outcome(self, work: Work) -> Invited | NotLead | TooManyWaiting | InvitedAlready | AnsweredAlready:
        consortium, invitation = await of_mine(work, self.by, self.number)
        if consortium is None or invitation is None:
            return NotLead()
        if invitation.answer is Answer.ACCEPTED:
            return AnsweredAlready(self.number)
        if state_of(invitation, work.now) is not State.WAITING:  # one that waits is counted already
            refused = await invited_already(work, consortium, invitation.invited) or await too_many(work, consortium)
            if refused is not None:
                return refused
        if invitation.answer is not None:
            return await made(work, self.by, consortium, invitation.invited, invitation.label)
        return await self._renewed(work, consortium)

    async def _renewed(self, work: Work, consortium: Consortium) -> Invited:
        token = new_token()
        await invitations.close_openings(work.connection, self.number)
        await invitations.renew(work.connection, self.number, token_hash=hashed(token), now=work.now, expires_at=work.now + LASTS)
        await told.withdraw_letters(work, self.number)
        return await sent(work, self.by, consortium, self.number, token)


@dataclass(frozen=True, kw_only=True)
class WithdrawInvitation:
    by: int
    number: int

    async def __call__(self, work: Work) -> Withdrawn | AnsweredAlready | NotLead:
        outcome = await self._outcome(work)
        noted(work, self.by, "WithdrawInvitation", outcome, f"invitation:{self.number}")
        return outcome

    async def _outcome(self, work: Work) -> Withdrawn | AnsweredAlready | NotLead:
        consortium, _ = await of_mine(work, self.by, self.number)
        if consortium is None:
            return NotLead()
        if not await invitations.withdraw(work.connection, self.number, by=self.by, now=work.now):
            return AnsweredAlready(self.number)
        await told.withdraw_letters(work, self.number)
        return Withdrawn(consortium.id)


@dataclass(frozen=True, kw_only=True)
class RemindInvited:
    """Once a day at most."""

    by: int
    number: int

    async def __call__(self, work: Work) -> Reminded | RemindedToday | NobodyToRemind | AnsweredAlready | NotLead:
        outcome = await self._outcome(work)
        noted(work, self.by, "RemindInvited", outcome, f"invitation:{self.number}")
        return outcome

    async def _outcome(self, work: Work) -> Reminded | RemindedToday | NobodyToRemind | AnsweredAlready | NotLead:
        consortium, invitation = await of_mine(work, self.by, self.number)
        if consortium is None or invitation is None:
            return NotLead()
        reachable = await self._reachable(work, invitation)
        if not reachable:
            return NobodyToRemind()
        rested = work.now - BETWEEN_REMINDERS
        if not await invitations.remind(work.connection, self.number, now=work.now, not_since=rested):
            return self._why_not(work, invitation)
        shop = await told.leading_shop(work, consortium)
        for person in reachable:
            told.remind_now(work, invitation, consortium, shop, person)
        return Reminded(len(reachable))

    async def _reachable(self, work: Work, invitation: Invitation) -> list[int]:
        held = await invitations.openers(work.connection, self.number) if invitation.invited is None else [invitation.invited]
        return sorted(await people.reachable(work.connection, held))

    def _why_not(self, work: Work, invitation: Invitation) -> RemindedToday | AnsweredAlready:
        if invitation.answer is not None or invitation.expires_at <= work.now or invitation.reminded_at is None:
            return AnsweredAlready(self.number)
        return RemindedToday(invitation.reminded_at + BETWEEN_REMINDERS)


async def of_mine(work: Work, person: int, number: int) -> tuple[Consortium | None, Invitation | None]:
    """The invitation, read under the lock of its consortium, if this person leads that now."""
    found = await invitations.find(work.connection, number)
    consortium = await consortium_led(work, found.consortium, person) if found is not None else None
    return (consortium, await invitations.find(work.connection, number)) if consortium is not None else (None, None)


async def withdraw_all(work: Work, consortium: int, by: int) -> None:
    """For whoever dissolves the consortium: nothing of it waits for an answer any longer."""
    for invitation in await invitations.open_of_consortium(work.connection, consortium):
        await invitations.withdraw(work.connection, invitation.id, by=by, now=work.now)
        await told.withdraw_letters(work, invitation.id)
