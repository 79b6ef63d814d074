"""The nearest times that losers are shown, when one unit of work answers many of them: shared, and still true."""

import pytest

from programme.topics import Topic
from services import session_holds
from services.hold_wishes import Held, JustTaken
from services.office import Office
from services.session_hold_ends import ReleaseHold
from tests.sessions.desk import HAN, YUN, advises, at, books, hold, holds, keep_shops

WINNER, LOSER, ANOTHER, NEXT = 1, 2, 3, 4
NEAR = [at(13), at(15), at(16)]


@pytest.fixture
async def desk(office_with_calls: Office) -> Office:
    await keep_shops(office_with_calls, WINNER, LOSER, ANOTHER, NEXT)
    await advises(office_with_calls)
    await holds(office_with_calls, WINNER, at(14))
    return office_with_calls


async def in_one_go(office: Office, *deeds) -> list[object]:
    async with office.work() as work:
        return [await deed(work) for deed in deeds]


def shown(outcome: object) -> list[object]:
    assert isinstance(outcome, JustTaken)
    return [slot.starts_at for slot in outcome.nearest]


async def test_everybody_who_comes_too_late_is_shown_the_same(desk):
    assert [shown(lost) for lost in await in_one_go(desk, *(hold(who, at(14)) for who in (LOSER, ANOTHER, NEXT)))] == [NEAR] * 3


async def test_what_somebody_took_meanwhile_is_not_shown_to_the_next(desk):
    lost, held, next_ = await in_one_go(desk, hold(LOSER, at(14)), hold(ANOTHER, at(15)), hold(NEXT, at(14)))
    assert shown(lost) == NEAR
    assert isinstance(held, Held)
    assert at(15) not in shown(next_)


async def test_nor_would_it_be_true_if_nobody_forgot_what_was_found(desk, monkeypatch):
    """The negative control."""
    monkeypatch.setattr(session_holds, "forget_free", lambda work: None)
    _, held, next_ = await in_one_go(desk, hold(LOSER, at(14)), hold(ANOTHER, at(15)), hold(NEXT, at(14)))
    assert isinstance(held, Held)
    assert at(15) in shown(next_)


async def test_what_somebody_gave_back_meanwhile_is_shown(desk):
    given = await holds(desk, ANOTHER, at(15))
    lost, _, next_ = await in_one_go(desk, hold(LOSER, at(14)), ReleaseHold(by=ANOTHER, session=given.id), hold(NEXT, at(14)))
    assert at(15) not in shown(lost)
    assert at(15) in shown(next_)


async def test_nobody_is_shown_a_time_at_which_they_are_busy_themselves_or_that_they_give_themselves(desk):
    await advises(desk, HAN, name="Han", hours=((15 * 60, 16 * 60),))
    await books(desk, LOSER, at(15), HAN)
    await keep_shops(desk, HAN)
    lost, other, mediator = await in_one_go(desk, hold(LOSER, at(14)), hold(NEXT, at(14)), hold(HAN, at(14)))
    assert at(15) not in shown(lost)
    assert at(15) in shown(other)
    assert at(15) not in shown(mediator)


async def test_who_holds_another_time_sees_it_as_free(desk):
    """Holding one of the nearest gives it up."""
    await holds(desk, LOSER, at(15))
    other, lost = await in_one_go(desk, hold(NEXT, at(14)), hold(LOSER, at(14)))
    assert at(15) not in shown(other)
    assert at(15) in shown(lost)


async def test_of_two_who_are_free_at_the_same_moment_the_one_that_was_wanted_is_shown(desk):
    await advises(desk, HAN, name="Han")
    (lost,) = await in_one_go(desk, hold(LOSER, at(14), topic=Topic.TAX))
    assert isinstance(lost, JustTaken)
    assert {slot.consultant for slot in lost.nearest} == {YUN}
