"""Somebody who was invited into the office says no: the link is over, and who made it hears of it."""

from dataclasses import dataclass

from programme.rights import Role
from services.letters import Letter, letter
from services.office_links import InvitedToOffice, LinkOver, OwnLink
from storage import role_invitations
from storage.audit import AuditRow
from storage.role_invitations import RoleInvitation
from storage.work import Work


@letter("role_declined")
@dataclass(frozen=True, kw_only=True)
class RoleDeclined:
    """To the owner who made the link. `name`: as the owner wrote it."""

    role: Role
    name: str


@dataclass(frozen=True, slots=True)
class Declined:
    pass


@dataclass(frozen=True, kw_only=True)
class DeclineOffice:
    by: int
    token_hash: str

    async def __call__(self, work: Work) -> Declined | LinkOver | OwnLink:
        found = await InvitedToOffice(person=self.by, token_hash=self.token_hash)(work)
        outcome = await self._decline(work, found) if isinstance(found, RoleInvitation) else found
        on = f"role_link:{found.id}" if isinstance(found, RoleInvitation) else ""
        work.note(AuditRow(who=self.by, did="DeclineOffice", on=on, outcome=type(outcome).__name__))
        return outcome

    async def _decline(self, work: Work, found: RoleInvitation) -> Declined | LinkOver:
        if not await role_invitations.withdraw(work.connection, found.id, work.now):
            return LinkOver()
        work.post(Letter(to=found.made_by, fact=RoleDeclined(role=found.role, name=found.name)))
        return Declined()
