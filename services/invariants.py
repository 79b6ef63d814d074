"""Every night all that must always hold is gone over (`programme.invariants`); owners of the office hear where it does not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

import structlog

from programme.invariants import Invariant
from programme.rights import Role
from programme.seoul import seoul_day
from programme.subsidy import Grant
from services.announcement_reconciling import last_night
from services.chores import chore
from services.letters import Letter, letter
from services.office import Office
from services.pledges import money_of
from storage import consortia, invariants, roles, seats
from storage.audit import AuditRow
from storage.consortia import Consortium
from storage.work import Work

log = structlog.get_logger()
Found = Mapping[Invariant, list[int]]


@letter("invariants_broken")
@dataclass(frozen=True, kw_only=True)
class InvariantsBroken:
    """To the owners of the office. `counts`: how many of each were found, at most twenty."""

    what: tuple[Invariant, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AllHolds:
    pass


@dataclass(frozen=True, slots=True)
class SomethingBroken:
    pass


@dataclass(frozen=True, slots=True)
class NotDue:
    """Another process has just looked."""


@dataclass(frozen=True, kw_only=True)
class WhatIsBroken:
    """The numbers of the rows, at most twenty of each kind; empty: all is well."""

    async def __call__(self, work: Work) -> dict[Invariant, list[int]]:
        found = await invariants.broken(work.connection, work.now)
        money = [one.id for one in await consortia.with_cost(work.connection) if not await _adds_up(work, one)]
        return found | ({Invariant.MONEY: money[: invariants.MOST_SHOWN]} if money else {})


async def _adds_up(work: Work, consortium: Consortium) -> bool:
    """To the won: subsidy and own share are the cost, and what falls to the members is the own share."""
    money = await money_of(work, consortium, tuple(await seats.of_consortium(work.connection, consortium.id)))
    if not isinstance(money.granted, Grant) or money.share.division is None:
        return True
    grant = money.granted
    return grant.amount + grant.own == money.cost and sum(money.share.division.parts) == grant.own


@dataclass(frozen=True, kw_only=True)
class KeepNight:
    """The office itself, once a night: what was found is kept, and told where it is not right."""

    found: Found

    async def __call__(self, work: Work) -> AllHolds | SomethingBroken | NotDue:
        if not await invariants.keep_night(work.connection, seoul_day(last_night(work.now)), self.found, work.now):
            return NotDue()
        outcome = SomethingBroken() if self.found else AllHolds()
        work.note(AuditRow(who=None, did="KeepNight", on="office", outcome=type(outcome).__name__, why=",".join(self.found)))
        if self.found:
            await self._tell(work, self.found)
        return outcome

    @staticmethod
    async def _tell(work: Work, found: Found) -> None:
        log.error("invariants_broken", **{what.value: numbers for what, numbers in found.items()})
        fact = InvariantsBroken(what=tuple(found), counts=tuple(map(len, found.values())))
        for person in await roles.holders(work.connection, (Role.OWNER,), work.now):
            work.post(Letter(to=person, fact=fact, key="invariants_broken"))


@chore(timedelta(minutes=10))
async def go_over_everything(office: Office) -> None:
    """Once a night, or as soon as the bot is back after one."""
    async with office.store.reading() as connection:
        kept = await invariants.is_kept(connection, seoul_day(last_night(office.clock.now())))
    if not kept:
        await office.do(KeepNight(found=await office.look(WhatIsBroken())))
