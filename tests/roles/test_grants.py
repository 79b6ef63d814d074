"""Roles as deeds see them: at this moment, where they reach."""

from datetime import timedelta

import pytest

from programme.rights import EVERYWHERE, Right, Role, Scope
from services.coordinators import AppointFirstCoordinators, coordinators, may, may_answer
from storage import roles

KIM, LEE = 101, 102
MAPO = "11440"


async def _grant(office, person, role, *, scope=EVERYWHERE, until=None, by=KIM):
    async with office.work() as work:
        return await roles.grant(work.connection, person, role, scope, by=by, until=until, now=work.now)


async def test_a_role_for_a_while_ends_by_itself(office, clock):
    await _grant(office, LEE, Role.COORDINATOR, until=clock.now() + timedelta(days=1))
    async with office.work() as work:
        assert await may_answer(work, LEE)
    clock.passes(days=1)
    async with office.work() as work:
        assert not await may_answer(work, LEE)
        assert await coordinators(work) == ()


async def test_a_role_in_one_gu_does_not_reach_another(office):
    await _grant(office, LEE, Role.COORDINATOR, scope=Scope(gus=frozenset({MAPO})))
    async with office.work() as work:
        assert await may(work, LEE, Right.COORDINATE, gus={MAPO})
        assert not await may(work, LEE, Right.COORDINATE, gus={"11680"})
        assert not await may(work, LEE, Right.COORDINATE)


async def test_event_staff_do_not_coordinate(office):
    await _grant(office, LEE, Role.EVENT_STAFF)
    async with office.work() as work:
        assert await may(work, LEE, Right.CHECK_IN)
        assert not await may_answer(work, LEE)


async def test_a_new_grant_of_the_same_role_takes_the_place_of_the_old(office, clock):
    first = await _grant(office, LEE, Role.AUDITOR, until=clock.now() + timedelta(hours=1))
    second = await _grant(office, LEE, Role.AUDITOR)
    async with office.work() as work:
        [held] = await roles.of_person(work.connection, LEE, work.now)
        ended = await roles.find(work.connection, first)
    assert held.id == second
    assert ended is not None
    assert ended.revoked_at is not None


async def test_what_is_revoked_is_gone_at_once(office):
    await _grant(office, LEE, Role.COORDINATOR)
    async with office.work() as work:
        assert await roles.revoke(work.connection, LEE, Role.COORDINATOR, by=KIM, now=work.now)
        assert not await may_answer(work, LEE)
        assert not await roles.revoke(work.connection, LEE, Role.COORDINATOR, by=KIM, now=work.now)


@pytest.mark.parametrize("named", [(KIM,), (KIM, LEE)])
async def test_who_is_named_in_the_settings_owns_the_office(office, named):
    await office.do(AppointFirstCoordinators(ids=named))
    async with office.work() as work:
        assert [await may(work, person, Right.GRANT) for person in named] == [True] * len(named)


async def test_who_is_named_no_longer_owns_it_no_longer_and_keeps_what_others_gave_them(office):
    await office.do(AppointFirstCoordinators(ids=(KIM, LEE)))
    await _grant(office, LEE, Role.COORDINATOR)
    await office.do(AppointFirstCoordinators(ids=(KIM,)))
    async with office.work() as work:
        assert not await may(work, LEE, Right.GRANT)
        assert await may_answer(work, LEE)
