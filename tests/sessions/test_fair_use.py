"""Who leaves, dissolves or complains does not get more sessions of a year than others."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from programme.booking import BookingTerms
from programme.topics import Topic
from services.consortia import Opened
from services.dissolution import DissolveConsortium
from services.hold_wishes import JustTaken, YearUsed
from services.office import Office
from services.session_outcomes import Disputed, NotedAbsent
from services.session_statements import AnswerAbsence, NoteAbsence, NoteDone
from services.session_waits import WaitForSession
from storage.consultants import Calling
from tests.consortia.forming import opened
from tests.sessions.desk import DAY, HAN, YUN, advises, at, books, hold, keep_shops

OWNER, NEIGHBOUR = 1, 2


@pytest.fixture
async def desk(office_with_calls: Office) -> Office:
    await keep_shops(office_with_calls, OWNER, NEIGHBOUR)
    await advises(office_with_calls)
    office_with_calls.house = replace(office_with_calls.house, booking=BookingTerms(consulting_a_year=1))
    return office_with_calls


async def test_who_dissolves_a_consortium_and_opens_another_has_used_their_sessions(desk):
    first = await opened(desk, OWNER, 1)
    await books(desk, OWNER, at(10))
    await desk.do(DissolveConsortium(by=OWNER, consortium=first.number))
    assert await desk.do(hold(OWNER, at(11))) == YearUsed(1, 1, Calling.CONSULTANT, 2026)
    assert isinstance(await opened(desk, OWNER, 1, "Evening Bread"), Opened)
    assert await desk.do(hold(OWNER, at(11))) == YearUsed(1, 1, Calling.CONSULTANT, 2026)


async def test_who_moves_a_session_after_leaving_keeps_it(desk):
    first = await opened(desk, OWNER, 1)
    booked = await books(desk, OWNER, at(10))
    await desk.do(DissolveConsortium(by=OWNER, consortium=first.number))
    assert (await books(desk, OWNER, at(11), moves=booked.session.id)).used == 1


async def test_a_session_about_which_the_sides_differ_counts_until_a_coordinator_decides(desk, clock):
    session = (await books(desk, OWNER, at(10))).session.id
    clock.at = at(11, 1)
    await desk.do(NoteDone(by=YUN, session=session))
    assert isinstance(await desk.do(NoteAbsence(by=OWNER, session=session)), NotedAbsent)
    assert await desk.do(hold(OWNER, at(11, day=date(2026, 3, 13)))) == YearUsed(1, 1, Calling.CONSULTANT, 2026)


async def test_who_is_contradicted_has_used_it_too(desk, clock):
    session = (await books(desk, OWNER, at(10))).session.id
    clock.at = at(11, 1)
    await desk.do(NoteAbsence(by=OWNER, session=session))
    assert isinstance(await desk.do(AnswerAbsence(by=YUN, session=session, agrees=False)), Disputed)
    assert await desk.do(hold(OWNER, at(11, day=date(2026, 3, 13)))) == YearUsed(1, 1, Calling.CONSULTANT, 2026)


async def test_a_consultant_is_not_in_two_sessions_at_once_either(desk):
    """One who has a shop is advised by another, at another time than they advise."""
    await keep_shops(desk, YUN)
    await advises(desk, HAN, name="Han")
    await books(desk, OWNER, at(10))
    assert isinstance(await desk.do(hold(YUN, at(10), HAN)), JustTaken)
    await books(desk, YUN, at(14), HAN)
    assert isinstance(await desk.do(hold(NEIGHBOUR, at(14), YUN)), JustTaken)


async def test_the_audit_does_not_tell_who_waits_for_a_mediation(desk):
    await advises(desk, HAN, name="Han", topics=(Topic.CONFLICT,))
    await desk.do(WaitForSession(by=OWNER, topic=Topic.CONFLICT, consultant=None, way=None, last_day=DAY))
    async with desk.store.reading() as connection:
        noted = [repr(row) for row in await connection.execute(text("SELECT * FROM audit WHERE did = 'WaitForSession'"))]
    assert len(noted) == 1
    assert "conflict" not in noted[0]
