"""How somebody becomes a consultant or mentor: a coordinator makes a link, and one person joins with it, once."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from programme.consents import Purpose
from programme.rights import Right
from services import consents
from services.consultants import Unfit, unfit
from services.coordinators import Forbidden, may, why_not
from services.letters import Letter, letter
from services.link_tokens import hashed, new_token
from storage import consultant_invitations, consultants, people
from storage.audit import AuditRow
from storage.consultant_invitations import ConsultantInvitation
from storage.consultants import Calling, Consultant, Profile, Terms
from storage.work import Work

VALID = timedelta(days=14)


@letter("consultant_joined")
@dataclass(frozen=True, kw_only=True)
class ConsultantJoined:
    """To the coordinator who made the link."""

    person: int
    calling: Calling
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkMade:
    """`token`: for the link; it is kept nowhere."""

    calling: Calling
    token: str
    expires: datetime


@dataclass(frozen=True, slots=True)
class LinkUnknown:
    """Never made, withdrawn, or by somebody who has left the office since."""


@dataclass(frozen=True, slots=True)
class LinkUsed:
    pass


@dataclass(frozen=True, slots=True)
class LinkExpired:
    on: datetime


@dataclass(frozen=True, slots=True)
class LinkIsYours:
    """The coordinator who made it has opened it."""


@dataclass(frozen=True, slots=True)
class ConsultantAlready:
    """They advise already."""


@dataclass(frozen=True, slots=True)
class Joined:
    consultant: Consultant


Closed = LinkUnknown | LinkUsed | LinkExpired | LinkIsYours | ConsultantAlready


async def _found(work: Work, token_hash: str, person: int) -> ConsultantInvitation | Closed:
    if await consultants.is_consultant(work.connection, person):
        return ConsultantAlready()
    found = await consultant_invitations.find(work.connection, token_hash)
    if found is None or not await may(work, found.made_by, Right.COORDINATE):
        return LinkUnknown()
    if found.used_by is not None:
        return LinkUsed()
    if found.expires_at <= work.now:
        return LinkExpired(found.expires_at)
    return LinkIsYours() if found.made_by == person else found


@dataclass(frozen=True, kw_only=True)
class InviteConsultant:
    by: int
    calling: Calling

    async def __call__(self, work: Work) -> LinkMade | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="InviteConsultant", outcome=type(outcome).__name__, why=self.calling.value))
        return outcome

    async def _outcome(self, work: Work) -> LinkMade | Forbidden:
        if (refused := await why_not(work, self.by, Right.COORDINATE)) is not None:
            return refused
        token, expires = new_token(), work.now + VALID
        await consultant_invitations.keep(
            work.connection, token_hash=hashed(token), calling=self.calling, by=self.by, now=work.now, expires_at=expires
        )
        return LinkMade(calling=self.calling, token=token, expires=expires)


@dataclass(frozen=True, kw_only=True)
class InvitedToAdvise:
    """What lies behind a link, by its hash."""

    person: int
    token_hash: str

    async def __call__(self, work: Work) -> ConsultantInvitation | Closed:
        return await _found(work, self.token_hash, self.person)


@dataclass(frozen=True, kw_only=True)
class JoinConsultants:
    """One who has left before comes back with a new profile. Agrees to what the person has just read."""

    by: int
    token_hash: str
    profile: Profile  # its calling is the link's
    language: str

    async def __call__(self, work: Work) -> Joined | Unfit | Closed:
        await people.lock(work.connection, self.by)
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="JoinConsultants", on=f"consultant:{self.by}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Joined | Unfit | Closed:
        invitation = await _found(work, self.token_hash, self.by)
        if not isinstance(invitation, ConsultantInvitation):
            return invitation
        if self.profile.calling is not invitation.calling or unfit(self.profile):
            return Unfit()
        if not await consultant_invitations.use(work.connection, self.token_hash, by=self.by, now=work.now):
            return LinkUsed()
        await consents.give(work, self.by, (Purpose.ABROAD, Purpose.ADVISING), self.language)
        await consultants.join(work.connection, self.by, self.profile, Terms(), work.now)
        fact = ConsultantJoined(person=self.by, calling=self.profile.calling, name=self.profile.name)
        work.post(Letter(to=invitation.made_by, fact=fact))
        return Joined(await _joined(work, self.by))


async def _joined(work: Work, person: int) -> Consultant:
    found = await consultants.find(work.connection, person)
    if found is None:
        raise LookupError(f"consultant {person} has just been kept and is not there")
    return found
