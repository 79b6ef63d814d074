"""Letting somebody into the office: by a link of an owner, for a while or for good."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from programme.rights import Right, Role, Scope
from services.coordinators import Forbidden, may
from services.last_owner import gives_way
from services.letters import Letter, letter
from services.link_tokens import hashed, new_token
from services.office_people import LastOwner
from storage import people, role_invitations, roles
from storage.audit import AuditRow
from storage.role_invitations import RoleInvitation
from storage.roles import Grant
from storage.work import Work

VALID = timedelta(days=7)
LONGEST_NAME = 40


@letter("role_taken")
@dataclass(frozen=True, kw_only=True)
class RoleTaken:
    """To the owner who made the link."""

    grant: int
    role: Role
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLink:
    """`token`: for the link; it is kept nowhere."""

    token: str
    invitation: RoleInvitation


@dataclass(frozen=True, slots=True)
class LinkOver:
    """Used, withdrawn, expired, never made, or by somebody who may let nobody in any more."""


@dataclass(frozen=True, slots=True)
class OwnLink:
    """By whom it was made."""


@dataclass(frozen=True, slots=True)
class InTheOffice:
    grant: Grant


@dataclass(frozen=True, slots=True)
class Withdrawn:
    pass


@dataclass(frozen=True, kw_only=True)
class MayLetIn:
    """A look."""

    by: int

    async def __call__(self, work: Work) -> bool:
        return await may(work, self.by, Right.GRANT)


@dataclass(frozen=True, kw_only=True)
class InviteToOffice:
    by: int
    role: Role
    name: str
    scope: Scope
    until: datetime | None

    async def __call__(self, work: Work) -> RoleLink | Forbidden:
        outcome = await self._outcome(work)
        on = f"role_link:{outcome.invitation.id}" if isinstance(outcome, RoleLink) else ""
        work.note(AuditRow(who=self.by, did="InviteToOffice", on=on, outcome=type(outcome).__name__, why=self.role.value))
        return outcome

    async def _outcome(self, work: Work) -> RoleLink | Forbidden:
        if not await may(work, self.by, Right.GRANT):
            return Forbidden()
        token = new_token()
        await role_invitations.keep(
            work.connection,
            token_hash=hashed(token),
            role=self.role,
            name=self.name,
            scope=self.scope,
            until=self.until,
            by=self.by,
            now=work.now,
            expires_at=work.now + VALID,
        )
        found = await role_invitations.of_token(work.connection, hashed(token))
        assert found is not None
        return RoleLink(token=token, invitation=found)


@dataclass(frozen=True, kw_only=True)
class InvitedToOffice:
    """What lies behind a link, by its hash."""

    person: int
    token_hash: str

    async def __call__(self, work: Work) -> RoleInvitation | LinkOver | OwnLink:
        found = await role_invitations.of_token(work.connection, self.token_hash)
        if found is None or found.used_by is not None or found.withdrawn_at is not None or found.expires_at <= work.now:
            return LinkOver()
        if not await may(work, found.made_by, Right.GRANT):
            return LinkOver()
        return OwnLink() if found.made_by == self.person else found


@dataclass(frozen=True, kw_only=True)
class JoinOffice:
    by: int
    token_hash: str

    async def __call__(self, work: Work) -> InTheOffice | LinkOver | OwnLink | LastOwner:
        await people.lock(work.connection, self.by)
        outcome = await self._outcome(work)
        on = f"role:{outcome.grant.id}" if isinstance(outcome, InTheOffice) else f"person:{self.by}"
        work.note(AuditRow(who=self.by, did="JoinOffice", on=on, outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> InTheOffice | LinkOver | OwnLink | LastOwner:
        found = await InvitedToOffice(person=self.by, token_hash=self.token_hash)(work)
        if not isinstance(found, RoleInvitation):
            return found
        if found.role is Role.OWNER and found.until is not None and not await gives_way(work, self.by):
            return LastOwner()
        if not await role_invitations.use(work.connection, found.id, by=self.by, now=work.now):
            return LinkOver()
        number = await roles.grant(
            work.connection, self.by, found.role, found.scope, by=found.made_by, until=found.until, now=work.now, name=found.name
        )
        work.post(Letter(to=found.made_by, fact=RoleTaken(grant=number, role=found.role, name=found.name)))
        granted = await roles.find(work.connection, number)
        assert granted is not None
        return InTheOffice(granted)


@dataclass(frozen=True, kw_only=True)
class WithdrawRoleLink:
    by: int
    invitation: int

    async def __call__(self, work: Work) -> Withdrawn | LinkOver | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="WithdrawRoleLink", on=f"role_link:{self.invitation}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Withdrawn | LinkOver | Forbidden:
        if not await may(work, self.by, Right.GRANT):
            return Forbidden()
        return Withdrawn() if await role_invitations.withdraw(work.connection, self.invitation, work.now) else LinkOver()
