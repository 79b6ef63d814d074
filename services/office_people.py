"""Who belongs to the office: the list, one role, and sending somebody away at once. `office_links` lets people in."""

from dataclasses import dataclass
from datetime import datetime

from programme.rights import Right, Role
from services.coordinators import Forbidden, belongs, may, may_read
from services.last_owner import is_last
from services.letters import Letter, letter
from services.pages import within
from storage import role_invitations, roles
from storage.audit import AuditRow
from storage.role_invitations import RoleInvitation
from storage.roles import Grant
from storage.work import Work

PAGE = 8
MOST_LINKS = 20


@letter("role_ended")
@dataclass(frozen=True, kw_only=True)
class RoleEnded:
    """To whom it was taken from. `another`: they have a further one."""

    role: Role
    another: bool = False


@dataclass(frozen=True, slots=True)
class Revoked:
    grant: Grant


@dataclass(frozen=True, slots=True)
class LastOwner:
    """Nobody would be left, now or one day, who can let anybody in."""


@dataclass(frozen=True, slots=True)
class NoSuchRole:
    """Revoked already, or never granted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePage:
    """`links`: that nobody has used yet."""

    grants: tuple[Grant, ...]
    links: tuple[RoleInvitation, ...]
    page: int
    more: bool
    may_grant: bool
    now: datetime  # what is over by then is shown as ended


@dataclass(frozen=True, kw_only=True)
class RevokeRole:
    """At once: the next tap of that person is without it."""

    by: int
    grant: int

    async def __call__(self, work: Work) -> Revoked | LastOwner | NoSuchRole | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="RevokeRole", on=f"role:{self.grant}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Revoked | LastOwner | NoSuchRole | Forbidden:
        owners = await roles.lock_owners(work.connection, work.now)
        if not await may(work, self.by, Right.GRANT):
            return Forbidden()
        found = await roles.find(work.connection, self.grant)
        if found is None or found.revoked_at is not None:
            return NoSuchRole()
        if found.holds(work.now) and is_last(found, owners):
            return LastOwner()
        await roles.revoke(work.connection, found.person, found.role, by=self.by, now=work.now)
        if found.person != self.by and found.holds(work.now):
            another = await belongs(work, found.person)
            work.post(Letter(to=found.person, fact=RoleEnded(role=found.role, another=another)))
        return Revoked(found)


@dataclass(frozen=True, kw_only=True)
class OfficePeople:
    """Coordinators and auditors see who else belongs to the office; owners can change it."""

    by: int
    page: int = 0

    async def __call__(self, work: Work) -> OfficePage | Forbidden:
        if not await may_read(work, self.by):
            return Forbidden()
        may_grant = await may(work, self.by, Right.GRANT)
        page = within(self.page, await roles.count(work.connection), PAGE)
        found = await roles.listed(work.connection, limit=PAGE + 1, offset=page * PAGE)
        links = await role_invitations.standing(work.connection, work.now, limit=MOST_LINKS) if may_grant else []
        return OfficePage(
            grants=tuple(found[:PAGE]), links=tuple(links), page=page, more=len(found) > PAGE, may_grant=may_grant, now=work.now
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePage:
    """`last`: it cannot be taken away."""

    grant: Grant
    own: bool
    may_grant: bool
    last: bool
    now: datetime


@dataclass(frozen=True, kw_only=True)
class OneRole:
    by: int
    grant: int

    async def __call__(self, work: Work) -> RolePage | NoSuchRole | Forbidden:
        if not await may_read(work, self.by):
            return Forbidden()
        found = await roles.find(work.connection, self.grant)
        if found is None or found.revoked_at is not None:
            return NoSuchRole()
        return RolePage(
            grant=found,
            own=found.person == self.by,
            may_grant=await may(work, self.by, Right.GRANT),
            last=is_last(found, await roles.owners(work.connection, work.now)),
            now=work.now,
        )
