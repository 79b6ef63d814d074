"""Coming, leaving, waiting, offers, other seats, other days and a clock that goes on, in any order; and with guards off."""

import asyncio
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from programme.events import Answer
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
    max_examples=10, stateful_step_count=30, deadline=None, phases=(Phase.reuse, Phase.generate), suppress_health_check=list(HealthCheck)
)


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


def one_leaves_while_another_waits(days: type[Days]) -> Days:
    """A few steps of the kind that are taken above, with nothing left to chance."""
    steps = days()
    steps.announces_it(owners=1, everybody=1)
    steps.comes(by=3, guests=0, waits=True)
    steps.comes(by=4, guests=0, waits=True)
    steps.stays_away(by=3, answer=Answer.NOT_COMING)
    return steps


def test_these_steps_break_no_rule(days):
    steps = one_leaves_while_another_waits(days)
    steps.seats_are_taken_by_those_who_come_or_are_asked_and_never_more_than_there_are()
    steps.nobody_waits_while_seats_that_fit_are_free()
    steps.every_letter_that_waits_belongs_to_what_its_reader_has_answered()


def test_seats_that_are_not_given_back_are_noticed(days, monkeypatch):
    monkeypatch.setattr(event_seats, "free", _none_freed)
    steps = one_leaves_while_another_waits(days)
    with pytest.raises(AssertionError):
        steps.seats_are_taken_by_those_who_come_or_are_asked_and_never_more_than_there_are()


def test_a_queue_that_nobody_works_off_is_noticed(days, monkeypatch):
    monkeypatch.setattr(event_queue, "offer_freed", _nothing)
    steps = one_leaves_while_another_waits(days)
    with pytest.raises(AssertionError):
        steps.nobody_waits_while_seats_that_fit_are_free()


def test_reminders_that_are_not_taken_back_are_noticed(days, monkeypatch):
    monkeypatch.setattr(event_reminders, "calm", _nothing)
    steps = one_leaves_while_another_waits(days)
    with pytest.raises(AssertionError):
        steps.every_letter_that_waits_belongs_to_what_its_reader_has_answered()
