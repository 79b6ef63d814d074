"""Two coordinators at once, in transactions held open side by side; each race also with its guard off, where it must be lost."""

from dataclasses import replace

import pytest

from programme.events import EventState, Group
from services.event_cancelling import CancelEvent, EventIsOff
from services.event_changing import Changed, ChangeEvent
from services.event_making import ChangedMeanwhile, IsCancelled, Published, PublishedBefore, PublishEvent
from services.event_plans import plan_of
from services.office import Office
from storage import events
from storage.engine import Store
from storage.seals import Seal
from storage.work import House
from tests.conftest import SECRET
from tests.events.making import COORDINATOR, drafted, has_coordinator, letters_to, published, registers
from tests.membership.racing import side_by_side

COLLEAGUE, COMES = 7002, 101


@pytest.fixture
async def office(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        office = Office(store, clock, house=House(accepts_test_numbers=True))
        await has_coordinator(office, COORDINATOR, COLLEAGUE)
        yield office


def without_the_lock(monkeypatch) -> None:
    monkeypatch.setattr(events, "lock", events.find)


async def both_change(office):
    event = await published(office)
    async with office.work() as work:
        before = await plan_of(work, event)
    place = replace(before, event=replace(before.event, place="마포구청"))
    seats = replace(before, pools={Group.ALL: 50})
    return await side_by_side(
        office,
        ChangeEvent(by=COORDINATOR, event=event.id, plan=place, seen=before.seen),
        ChangeEvent(by=COLLEAGUE, event=event.id, plan=seats, seen=before.seen),
    )


async def test_of_two_changes_at_once_the_second_is_not_made(office):
    one, other = await both_change(office)
    assert isinstance(one, Changed)
    assert isinstance(other, ChangedMeanwhile)


async def test_without_the_lock_the_second_would_undo_the_first(office, monkeypatch):
    without_the_lock(monkeypatch)
    one, other = await both_change(office)
    assert isinstance(one, Changed)
    assert isinstance(other, Changed)
    async with office.store.reading() as connection:
        found = await events.find(connection, one.event.id)
    assert found is not None
    assert found.place == "서울창업허브"


async def both_cancel(office):
    event = await published(office)
    await registers(office, event, COMES)
    outcomes = await side_by_side(
        office, CancelEvent(by=COORDINATOR, event=event.id, why="비"), CancelEvent(by=COLLEAGUE, event=event.id, why="눈")
    )
    return event, outcomes


async def test_of_two_who_cancel_at_once_the_first_says_why(office):
    _, (one, other) = await both_cancel(office)
    assert isinstance(one, EventIsOff)
    assert isinstance(other, IsCancelled)
    (letter,) = await letters_to(office, COMES)
    assert letter.why == "비"


async def test_without_the_lock_both_would_cancel_and_the_reasons_would_differ(office, monkeypatch):
    without_the_lock(monkeypatch)
    _, (one, other) = await both_cancel(office)
    assert isinstance(one, EventIsOff)
    assert isinstance(other, EventIsOff)


async def test_published_twice_at_once_it_is_published_once(office):
    draft = await drafted(office)
    one, other = await side_by_side(office, PublishEvent(by=COORDINATOR, event=draft.id), PublishEvent(by=COLLEAGUE, event=draft.id))
    assert isinstance(one, Published)
    assert isinstance(other, PublishedBefore)


async def test_without_the_lock_it_would_be_told_twice(office, monkeypatch):
    without_the_lock(monkeypatch)
    draft = await drafted(office)
    outcomes = await side_by_side(office, PublishEvent(by=COORDINATOR, event=draft.id), PublishEvent(by=COLLEAGUE, event=draft.id))
    assert [type(outcome) for outcome in outcomes] == [Published, Published]
    assert outcomes[0].event.state is EventState.PUBLISHED
