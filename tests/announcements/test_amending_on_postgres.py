"""Two of the office correct at once, in two transactions side by side; each race also with its guard off, where it must be lost."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from programme.announcements import AnnouncementState, Outcome
from services.announcement_amending import CorrectWords
from services.announcement_amendment_approval import ApproveAmendment
from services.announcement_amendment_running import AmendmentBegun, NotSo
from services.announcement_deeds import ChangedMeanwhile
from services.announcement_retrying import BeingAmended
from services.coordinators import AppointFirstCoordinators
from services.office import Office
from storage import announcement_amendments, announcement_ledger, announcements, people
from storage.announcement_amendments import Kind
from storage.announcement_ledger import Settled
from storage.engine import Store
from storage.seals import Seal
from storage.work import House
from tests.announcements.sent import begins, drafted
from tests.conftest import SECRET
from tests.membership.racing import side_by_side

JUNG, LEE, KIM = 1, 2, 3


@pytest.fixture
async def office(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        office = Office(store, clock)
        async with office.work() as work:
            await people.desks(work, {JUNG: "en", LEE: "en", KIM: "en"})
        await office.do(AppointFirstCoordinators(ids=(JUNG, LEE, KIM)))
        yield office


@pytest.fixture
async def done(office):
    """An announcement that all three have got; its number."""
    number = await drafted(office, JUNG)
    await begins(office, JUNG, number)
    async with office.work() as work:
        got = [
            Settled(person=one.person, outcome=Outcome.DELIVERED, messages=(7,))
            for one in await announcement_ledger.lease(work.connection, number, most=9, until=work.now)
        ]
        await announcement_ledger.settle(work.connection, number, got, work.now)
        await announcements.move(work.connection, number, AnnouncementState.DONE)
    return number


def corrects(by, number, words):
    return CorrectWords(by=by, announcement=number, language="en", place=0, text=words, entities=(), seen="as seen")


async def both_correct(office, number):
    return await side_by_side(office, corrects(JUNG, number, "It moves on Monday."), corrects(LEE, number, "It moves on Friday."))


async def standing(office, number):
    async with office.store.reading() as connection:
        return [one.asked_by for one in await announcement_amendments.of_announcement(connection, number, limit=9)]


def without_the_lock(monkeypatch) -> None:
    monkeypatch.setattr(announcements, "lock", announcements.find)


async def without_the_constraint(office) -> None:
    async with office.work() as work:
        await work.connection.execute(text("DROP INDEX uq_announcement_amendments_standing"))


async def test_two_who_correct_at_once_correct_once_and_the_second_sees_the_new_words_first(office, done):
    assert await both_correct(office, done) == (AmendmentBegun(1, 3), ChangedMeanwhile())
    assert await standing(office, done) == [JUNG]


async def test_without_the_lock_the_constraint_still_keeps_it_to_one(office, done, monkeypatch):
    without_the_lock(monkeypatch)
    assert await both_correct(office, done) == (AmendmentBegun(1, 3), BeingAmended())
    assert await standing(office, done) == [JUNG]


async def test_without_lock_and_constraint_both_would_go_out_at_once(office, done, monkeypatch):
    without_the_lock(monkeypatch)
    await without_the_constraint(office)
    assert await both_correct(office, done) == (AmendmentBegun(1, 3), AmendmentBegun(2, 3))


async def both_approve(office, number):
    office.house = House(large_audience=1)
    await office.do(corrects(JUNG, number, "It moves on Monday."))
    return await side_by_side(office, ApproveAmendment(by=LEE, amendment=1), ApproveAmendment(by=KIM, amendment=1))


async def test_two_seconds_who_say_yes_at_once_begin_it_once(office, done):
    assert await both_approve(office, done) == (AmendmentBegun(1, 3), NotSo())


async def test_without_the_lock_it_would_begin_twice(office, done, monkeypatch):
    without_the_lock(monkeypatch)
    with pytest.raises(IntegrityError, match="pk_announcement_amended"):
        await both_approve(office, done)


async def test_what_one_asks_for_is_not_overtaken_by_another_before_a_second_said_yes(office, done):
    office.house = House(large_audience=1)
    await office.do(corrects(JUNG, done, "It moves on Monday."))
    assert await office.do(corrects(LEE, done, "It moves on Friday.")) == BeingAmended()
    async with office.store.reading() as connection:
        [waiting] = await announcement_amendments.asked(connection, limit=9)
    assert (waiting.asked_by, waiting.kind) == (JUNG, Kind.CORRECTION)
