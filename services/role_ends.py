"""A role for a while comes to its end: owners and whoever holds it hear of it before, and when it is over."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from programme.rights import Role, warns_at
from services.chores import chore, one_by_one
from services.coordinators import belongs
from services.letters import Letter, letter
from services.office import Office
from services.office_people import RoleEnded
from storage import roles
from storage.audit import AuditRow
from storage.roles import Grant, Told
from storage.work import Work

AT_ONCE = 50


@letter("role_ends_soon")
@dataclass(frozen=True, kw_only=True)
class RoleEndsSoon:
    """To every owner; `own`: to whoever holds it."""

    grant: int
    role: Role
    name: str
    until: datetime
    own: bool


@letter("role_time_up")
@dataclass(frozen=True, kw_only=True)
class RoleTimeUp:
    """To every owner."""

    grant: int
    role: Role
    name: str
    until: datetime


@dataclass(frozen=True, slots=True)
class RoleEndTold:
    pass


@dataclass(frozen=True, slots=True)
class NothingToTell:
    """It was told already, or the role was taken away."""


@chore(timedelta(minutes=10))
async def tell_of_role_ends(office: Office) -> None:
    now = office.clock.now()
    async with office.store.reading() as connection:
        ending = await roles.ending(connection, now, limit=AT_ONCE)
        over = await roles.over(connection, now, limit=AT_ONCE)
    soon = [one for one in ending if one.until is not None and warns_at(one.granted_at, one.until) <= now]
    await one_by_one(office, {f"role:{one.id}": TellRoleEnds(grant=one.id, what=Told.SOON) for one in soon})
    await one_by_one(office, {f"role:{one.id}": TellRoleEnds(grant=one.id, what=Told.END) for one in over})


@dataclass(frozen=True, kw_only=True)
class TellRoleEnds:
    """The office itself. Each of the two is told once: the row says so."""

    grant: int
    what: Told

    async def __call__(self, work: Work) -> RoleEndTold | NothingToTell:
        if not await roles.mark_told(work.connection, self.grant, self.what, work.now):
            return NothingToTell()
        found = await roles.find(work.connection, self.grant)
        assert found is not None
        await self._tell(work, found)
        outcome = RoleEndTold()
        why = self.what.value
        work.note(AuditRow(who=None, did="TellRoleEnds", on=f"role:{self.grant}", outcome=type(outcome).__name__, why=why))
        return outcome

    async def _tell(self, work: Work, one: Grant) -> None:
        assert one.until is not None
        facts = {"grant": one.id, "role": one.role, "name": one.name, "until": one.until}
        owners = set(await roles.holders(work.connection, (Role.OWNER,), work.now)) - {one.person}
        for owner in sorted(owners):
            fact = RoleEndsSoon(own=False, **facts) if self.what is Told.SOON else RoleTimeUp(**facts)  # type: ignore[arg-type]
            work.post(Letter(to=owner, fact=fact))
        soon = self.what is Told.SOON
        own = RoleEndsSoon(own=True, **facts) if soon else await self._ended(work, one)  # type: ignore[arg-type]
        work.post(Letter(to=one.person, fact=own))

    async def _ended(self, work: Work, one: Grant) -> RoleEnded:
        return RoleEnded(role=one.role, another=await belongs(work, one.person))
