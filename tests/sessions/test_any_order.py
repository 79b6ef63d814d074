"""Holding, booking, moving, cancelling, waiting and a clock that jumps, in any order, on both databases; and with a guard off."""

import asyncio
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from programme.booking import BookingTerms
from services.calls import LoadCalls, read_packaged
from services.office import Office
from storage import session_times
from storage.engine import Store
from storage.seals import Seal
from storage.work import House
from tests.clock import HandClock
from tests.conftest import SECRET
from tests.consortia.forming import opened, sits_down
from tests.sessions.desk import advises, keep_shops
from tests.sessions.weeks import MEMBERS, START, TERMS, Desk, Weeks

HOUSE = House(accepts_test_numbers=True, booking=BookingTerms(consulting_a_year=2))
# Without shrinking: against a database that takes minutes, and the steps are few anyway.
RUNS = settings(
    max_examples=8, stateful_step_count=25, deadline=None, phases=(Phase.reuse, Phase.generate), suppress_health_check=list(HealthCheck)
)


async def peopled(store: Store, clock: HandClock) -> Office:
    office = Office(store, clock, house=HOUSE)
    await office.do(LoadCalls(files=read_packaged(), on=clock.now().date()))
    await keep_shops(office, *MEMBERS)
    consortium = (await opened(office, 1, 1)).number
    await sits_down(office, 2, consortium)
    for person, terms in TERMS.items():
        await advises(office, person, name=f"Consultant {person}", terms=terms)
    return office


@pytest.fixture
def weeks(database_url: str) -> Iterator[type[Weeks]]:
    with asyncio.Runner() as runner:
        store = runner.run(Store.open(database_url, seal=Seal(SECRET)))
        clock = HandClock(START)
        desk_ = Desk(office=runner.run(peopled(store, clock)), clock=clock, runner=runner)

        class TheseWeeks(Weeks):
            desk = desk_

        yield TheseWeeks
        runner.run(store.close())


def test_whatever_happens_no_two_sessions_overlap_and_every_letter_has_its_session(weeks):
    run_state_machine_as_test(weeks, settings=RUNS)


def test_a_cell_that_is_not_given_back_is_noticed(weeks, monkeypatch):
    """The negative control of the test above."""

    async def kept(connection, session) -> None:
        return None

    monkeypatch.setattr(session_times, "free", kept)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(weeks, settings=RUNS)
