"""A role for a while ends by itself; owners and whoever holds it hear of it a week before, and when it is over. Each once."""

import asyncio
from datetime import timedelta

import pytest

from programme.rights import Role, warns_at
from services.office_people import RevokeRole, RoleEnded
from services.role_ends import NothingToTell, RoleEndsSoon, RoleEndTold, RoleTimeUp, TellRoleEnds, tell_of_role_ends
from storage import roles
from storage.roles import Told
from tests.clock import MONDAY_MORNING
from tests.events.making import letters_to
from tests.roles.test_letting_in import _invites, boss
from tests.today.desks import holds

__all__ = ["boss"]

OWNER, LEE = 101, 102


@pytest.fixture
async def month(office, clock):
    """A role of thirty days; its number."""
    await holds(office, OWNER, Role.OWNER)
    return await holds(office, LEE, Role.COORDINATOR, name="Lee", until=clock.now() + timedelta(days=30))


async def told(office, person):
    return [type(fact) for fact in await letters_to(office, person, "role_%")]


@pytest.mark.parametrize(("days", "warned"), [(30, 7), (365, 7), (9, 7), (8, 1), (7, 1)])
def test_of_a_short_role_it_is_told_a_day_before(days, warned):
    until = MONDAY_MORNING + timedelta(days=days)
    assert until - warns_at(MONDAY_MORNING, until) == timedelta(days=warned)


@pytest.mark.both_databases
async def test_a_week_before_and_at_the_end_and_each_once(office, clock, month):
    clock.passes(days=22, hours=23)
    await tell_of_role_ends(office)
    assert (await told(office, OWNER), await told(office, LEE)) == ([], [])
    clock.passes(hours=1)
    for _ in range(3):
        await tell_of_role_ends(office)
    assert (await told(office, OWNER), await told(office, LEE)) == ([RoleEndsSoon], [RoleEndsSoon])
    clock.passes(days=7)
    for _ in range(3):
        await tell_of_role_ends(office)
    assert await told(office, OWNER) == [RoleEndsSoon, RoleTimeUp]
    assert await told(office, LEE) == [RoleEndsSoon, RoleEnded]


@pytest.mark.both_databases
async def test_two_at_once_tell_it_once(office, clock, month):
    clock.passes(days=24)
    outcomes = await asyncio.gather(*(office.do(TellRoleEnds(grant=month, what=Told.SOON)) for _ in range(4)))
    assert outcomes.count(RoleEndTold()) == 1
    assert await told(office, LEE) == [RoleEndsSoon]


async def test_without_the_mark_two_would_tell_it_twice(office, clock, month, monkeypatch):
    async def always(*_):
        return True

    monkeypatch.setattr(roles, "mark_told", always)
    for _ in range(2):
        await office.do(TellRoleEnds(grant=month, what=Told.SOON))
    assert await told(office, LEE) == [RoleEndsSoon, RoleEndsSoon]


async def test_a_role_that_was_taken_away_is_told_no_more(office, clock, month):
    await office.do(RevokeRole(by=OWNER, grant=month))
    clock.passes(days=31)
    await tell_of_role_ends(office)
    assert await told(office, OWNER) == []
    assert await office.do(TellRoleEnds(grant=month, what=Told.END)) == NothingToTell()


async def test_a_role_for_good_is_never_told(office, clock):
    await holds(office, OWNER, Role.OWNER)
    await holds(office, LEE, Role.AUDITOR)
    clock.passes(days=400)
    await tell_of_role_ends(office)
    assert await told(office, LEE) == []


async def test_in_the_chat(town, clock, boss, owner):
    await owner.starts(await _invites(boss, "Coordinator", ">Jung", "All of Seoul", "Both tracks", "One month"))
    await owner.taps("✅ I take part")
    clock.passes(days=24)
    await town.does_chores()
    boss.sees("The role of Jung ends on Wed 1 Apr 2026 10:00: Coordinator.", "ends by itself")
    owner.sees("Your role in the office ends on Wed 1 Apr 2026 10:00: Coordinator.", "ask an owner of the office for a new link")
    clock.passes(days=7)
    boss.remember()
    owner.remember()
    await town.does_chores()
    boss.sees("The role of Jung has ended: Coordinator.")
    owner.sees("Your role in the office has ended: Coordinator.")
    await owner.starts()
    assert "🗂 Office" not in owner.labels()
    await boss.taps("👥 People of the office")
    boss.sees("• Jung: Coordinator · ended on Wed 1 Apr 2026")
    await boss.taps("Coordinator: Jung")
    boss.sees("Ended on Wed 1 Apr 2026 10:00.")
    owner.remember()
    await boss.taps("🧹 Off the list", "🚫 Yes, take it away")
    boss.sees_not("• Jung")
    owner.sees_not("has ended")
