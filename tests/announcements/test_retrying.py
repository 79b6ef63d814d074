"""Those it has not reached are tried again: only they, at most twice, and once however many press."""

import asyncio

import pytest

from programme.announcements import AnnouncementState, Outcome
from services.announcement_deeds import NotNow
from services.announcement_retrying import EnoughRetries, NobodyToRetry, Retried, RetryFailed
from services.coordinators import AppointFirstCoordinators, Forbidden
from storage import announcement_ledger, announcements
from storage.announcement_ledger import RecipientRecord, Settled
from storage.people import Person
from storage.tables import table_of
from tests.announcements.sent import DESK, WORDS, announces, begins, drafted, of, says, stands

JUNG = 101
BECAME = (Outcome.DELIVERED, Outcome.REFUSED, Outcome.UNKNOWN, Outcome.BLOCKED, Outcome.BLOCKED)
_ledger = table_of(RecipientRecord)


@pytest.fixture
async def done(office):
    """Sent to five: one of those that had blocked the bot is back."""
    async with office.work() as work:
        for number in range(JUNG, JUNG + len(BECAME)):
            work.save_person(Person(id=number, language="en", started_at=work.now))
    await office.do(AppointFirstCoordinators(ids=(JUNG,)))
    number = await drafted(office, JUNG)
    await begins(office, JUNG, number)
    await _settle(office, number, BECAME)
    async with office.work() as work:
        work.save_person(Person(id=JUNG + 3, language="en", started_at=work.now))
    return number


async def _settle(office, number, became):
    async with office.work() as work:
        held = await announcement_ledger.lease(work.connection, number, most=9, until=work.now)
        settled = [Settled(person=one.person, outcome=outcome, messages=[7]) for one, outcome in zip(held, became, strict=True)]
        await announcement_ledger.settle(work.connection, number, settled, work.now)
        await announcements.move(work.connection, number, AnnouncementState.DONE, ended_at=work.now)


def _retry(number, *, retries=0, unknown=False, by=JUNG):
    return RetryFailed(by=by, announcement=number, retries=retries, unknown=unknown)


async def _waiting(office, number):
    async with office.work() as work:
        return [one.person - JUNG for one in await announcement_ledger.of_outcome(work.connection, number, [Outcome.WAITING], limit=9)]


async def test_those_refused_and_those_who_are_back_wait_again_and_nobody_else(office, done):
    assert await office.do(_retry(done)) == Retried(2)
    assert await _waiting(office, done) == [1, 3]
    one = await of(office, done)
    assert (one.state, one.retries, one.ended_at) == (AnnouncementState.SENDING, 1, None)


async def test_those_nobody_knows_of_wait_again_only_when_that_is_said(office, done):
    assert await office.do(_retry(done, unknown=True)) == Retried(3)
    assert await _waiting(office, done) == [1, 2, 3]


async def test_it_is_tried_again_twice_at_most(office, done):
    for retries in range(2):
        assert await office.do(_retry(done, retries=retries)) == Retried(2)
        await _settle(office, done, (Outcome.REFUSED, Outcome.REFUSED))
    assert await office.do(_retry(done, retries=2)) == EnoughRetries()


async def test_where_nobody_is_left_nothing_begins(office, done):
    async with office.store.transaction() as connection:
        await connection.execute(_ledger.update().values(outcome=Outcome.DELIVERED.value))
    assert await office.do(_retry(done)) == NobodyToRetry()
    assert (await of(office, done)).state is AnnouncementState.DONE


async def test_a_tap_on_what_was_seen_before_the_last_try_tries_nothing(office, done):
    await office.do(_retry(done))
    await _settle(office, done, (Outcome.REFUSED, Outcome.REFUSED))
    assert await office.do(_retry(done)) == NotNow(AnnouncementState.DONE)


async def test_only_coordinators_try_again(office, done):
    assert await office.do(_retry(done, by=JUNG + 1)) == Forbidden()


async def test_of_ten_who_press_one_tries_again(office, done):
    outcomes = await asyncio.gather(*(office.do(_retry(done)) for _ in range(10)))
    assert [one for one in outcomes if isinstance(one, Retried)] == [Retried(2)]
    assert (await of(office, done)).retries == 1


async def _became(town, number, person, outcome, messages=None):
    async with town.store.transaction() as connection:
        mine = (_ledger.c.announcement == number) & (_ledger.c.person == person.person.id)
        await connection.execute(_ledger.update().where(mine).values(outcome=outcome.value, messages=messages))


async def test_it_is_asked_with_a_warning_and_sent_to_them_alone(town, jung, owner, neighbour, sajangnim):
    for person in (owner, neighbour, sajangnim):
        await person.starts()
    owner.person.blocks()
    number = await announces(town, jung)
    await _became(town, number, neighbour, Outcome.REFUSED)
    await _became(town, number, sajangnim, Outcome.UNKNOWN)
    await owner.starts()
    await jung.starts()
    await jung.taps(*DESK, "👥 Who got it", "🔁 Try again (3)")
    jung.sees("Refused by Telegram: 1", "Back after they had blocked the bot: 1", "Of 1 person nobody knows", "twice")
    await jung.taps("🔁 Try 2 again")
    jung.sees("It is tried again with 2 people")
    assert [person.chat().count(WORDS) for person in (owner, neighbour, sajangnim)] == [1, 2, 1]
    assert await stands(town.office, number) == (AnnouncementState.DONE, {Outcome.DELIVERED: 3, Outcome.UNKNOWN: 1})


async def test_what_lies_on_the_phone_already_is_not_sent_again(town, jung, owner):
    await owner.starts()
    number = await announces(town, jung, {"en": [says("First"), says("Second")]})
    shown = [one.id for one in owner.person.chat() if one.text in {"First", "Second"}]
    await _became(town, number, owner, Outcome.REFUSED, shown[:1])
    await town.office.do(RetryFailed(by=jung.person.id, announcement=number, retries=0, unknown=False))
    await town.settles()
    assert [one.text for one in owner.person.chat() if one.text in {"First", "Second"}] == ["First", "Second", "Second"]
