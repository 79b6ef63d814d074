"""Side by side in two transactions; each race also with its guard off, where it must be lost."""

import pytest

from programme.rights import Role
from services.coordinators import AppointFirstCoordinators, Forbidden
from services.office import Office
from services.office_links import InTheOffice, JoinOffice, LinkOver
from services.office_people import Revoked, RevokeRole
from storage import people, role_invitations, roles
from storage.engine import Store
from storage.seals import Seal
from tests.conftest import SECRET
from tests.membership.racing import side_by_side
from tests.roles.test_races import BOSS, CROWD, LEE, a_link, grants, owner


@pytest.fixture
async def office(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        office = Office(store, clock)
        async with office.work() as work:
            await people.desks(work, {BOSS: "ko", LEE: "ko", **dict.fromkeys(CROWD[:2], "ko")})
        yield office


async def both_use(office):
    link = await a_link(office)
    first, second = CROWD[:2]
    return await side_by_side(office, JoinOffice(by=first, token_hash=link), JoinOffice(by=second, token_hash=link))


async def test_two_with_one_link_side_by_side(office):
    first, second = await both_use(office)
    assert (type(first), second) == (InTheOffice, LinkOver())


async def test_if_a_link_could_be_used_twice_both_would_be_let_in(office, monkeypatch):
    async def used(connection, number, *, by, now):
        return True

    monkeypatch.setattr(role_invitations, "use", used)
    assert [type(one) for one in await both_use(office)] == [InTheOffice, InTheOffice]


async def each_sends_the_other_away(office):
    await office.do(AppointFirstCoordinators(ids=(BOSS,)))
    await owner(office, LEE)
    held = await grants(office)
    outcomes = await side_by_side(office, RevokeRole(by=BOSS, grant=held[LEE]), RevokeRole(by=LEE, grant=held[BOSS]))
    async with office.work() as work:
        left = await roles.holders(work.connection, (Role.OWNER,), work.now)
    return outcomes, left


async def test_of_two_owners_who_send_each_other_away_one_stays(office):
    outcomes, left = await each_sends_the_other_away(office)
    assert (type(outcomes[0]), outcomes[1]) == (Revoked, Forbidden())
    assert left == (BOSS,)


async def test_without_the_lock_nobody_would_be_left(office, monkeypatch):
    async def unlocked(connection, now):
        found = [await roles.of_person(connection, person, now) for person in (BOSS, LEE)]
        return [one for some in found for one in some]

    monkeypatch.setattr(roles, "lock_owners", unlocked)
    _, left = await each_sends_the_other_away(office)
    assert left == ()
