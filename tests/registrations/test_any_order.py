"""Coming, leaving, waiting, offers, other seats, other days and a clock that goes on, in any order; and with guards off."""

import asyncio
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from services import event_queue, event_reminders
from services.office import Office
from storage import event_seats
from storage.engine import Store
from storage.seals import Seal
from storage.work import House
from tests.clock import HandClock
from tests.conftest import SECRET
from tests.registrations.days import OWNERS, PEOPLE, START, Days, Room
from tests.registrations.room import meet
from tests.sessions.desk import keep_shops

# Without shrinking: against a database that takes minutes, and the steps are few anyway.
RUNS = settings(
    max_examples=12, stateful_step_count=30, deadline=None, phases=(Phase.reuse, Phase.generate), suppress_health_check=list(HealthCheck)
)

UNTIL_NOTICED = settings(RUNS, max_examples=60)


async def peopled(store: Store, clock: HandClock) -> Office:
    office = Office(store, clock, house=House(accepts_test_numbers=True))
    await keep_shops(office, *OWNERS)
    await meet(office, *PEOPLE)
    return office


@pytest.fixture
def days(database_url: str) -> Iterator[type[Days]]:
    with asyncio.Runner() as runner:
        store = runner.run(Store.open(database_url, seal=Seal(SECRET)))
        clock = HandClock(START)
        room_ = Room(office=runner.run(peopled(store, clock)), clock=clock, runner=runner)

        class TheseDays(Days):
            room = room_

        yield TheseDays
        runner.run(store.close())


def test_whatever_happens_seats_add_up_nobody_waits_for_a_free_one_and_reminders_follow(days):
    run_state_machine_as_test(days, settings=RUNS)


async def _nothing(*args: object, **more: object) -> None:
    return None


async def _none_freed(*args: object, **more: object) -> int:
    return 0


def is_noticed(days: type[Days]) -> None:
    with pytest.raises(AssertionError):
        run_state_machine_as_test(days, settings=UNTIL_NOTICED)


def test_seats_that_are_not_given_back_are_noticed(days, monkeypatch):
    monkeypatch.setattr(event_seats, "free", _none_freed)
    is_noticed(days)


def test_a_queue_that_nobody_works_off_is_noticed(days, monkeypatch):
    monkeypatch.setattr(event_queue, "offer_freed", _nothing)
    is_noticed(days)


def test_reminders_that_are_not_taken_back_are_noticed(days, monkeypatch):
    for module in (event_reminders, event_queue):
        monkeypatch.setattr(module, "calm", _nothing)
    is_noticed(days)
