"""Many at one link, and owners who send each other away."""

import asyncio
from datetime import timedelta

from programme.rights import EVERYWHERE, Right, Role
from services.coordinators import AppointFirstCoordinators, may
from services.link_tokens import hashed
from services.office_links import InTheOffice, InviteToOffice, JoinOffice, LinkOver
from services.office_people import LastOwner, Revoked, RevokeRole
from storage import people, roles

BOSS, LEE = 101, 102
CROWD = range(1000, 1100)


async def a_link(office, role=Role.COORDINATOR):
    await office.do(AppointFirstCoordinators(ids=(BOSS,)))
    made = await office.do(InviteToOffice(by=BOSS, role=role, name="Jung", scope=EVERYWHERE, until=None))
    return hashed(made.token)


async def a_hundred_use(office, link):
    async with office.work() as work:
        await people.desks(work, dict.fromkeys(CROWD, "ko"))
    outcomes = await asyncio.gather(*(office.do(JoinOffice(by=person, token_hash=link)) for person in CROWD))
    async with office.work() as work:
        let_in = [person for person in CROWD if await may(work, person, Right.READ)]
    return outcomes, let_in


async def test_of_a_hundred_with_one_link_one_is_let_in(office):
    outcomes, let_in = await a_hundred_use(office, await a_link(office))
    assert sorted(type(one).__name__ for one in outcomes) == sorted([InTheOffice.__name__, *[LinkOver.__name__] * 99])
    assert len(let_in) == 1


async def owner(office, person, until=None):
    async with office.work() as work:
        return await roles.grant(work.connection, person, Role.OWNER, EVERYWHERE, by=BOSS, until=until, now=work.now)


async def grants(office):
    async with office.work() as work:
        return {one.person: one.id for one in await roles.listed(work.connection, limit=9)}


async def test_an_owner_for_a_while_does_not_send_the_last_one_for_good_away(office, clock):
    await office.do(AppointFirstCoordinators(ids=(BOSS,)))
    await owner(office, LEE, until=clock.now() + timedelta(days=7))
    held = await grants(office)
    assert await office.do(RevokeRole(by=LEE, grant=held[BOSS])) == LastOwner()
    assert isinstance(await office.do(RevokeRole(by=BOSS, grant=held[LEE])), Revoked)


async def test_of_two_for_good_one_may_go(office):
    await office.do(AppointFirstCoordinators(ids=(BOSS,)))
    await owner(office, LEE)
    held = await grants(office)
    assert isinstance(await office.do(RevokeRole(by=BOSS, grant=held[BOSS])), Revoked)
    assert await office.do(RevokeRole(by=LEE, grant=held[LEE])) == LastOwner()
