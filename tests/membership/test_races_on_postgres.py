"""Two transactions held open side by side, which only PostgreSQL allows; each race also with the lock off, where it must be lost."""

import pytest

from services.calls import LoadCalls, read_packaged
from services.dissolution import DissolveConsortium, Dissolved
from services.handovers import AnswerHandover, LeadTaken, NoOffer
from services.members import NotTheLead
from services.membership import LastLead, LeaveConsortium, LeftConsortium
from services.office import Office
from services.seats import NotForming, Seated
from storage.engine import Store
from storage.seals import Seal
from tests.conftest import SECRET
from tests.membership.circle import BINNA, CHORONG, LEAD, forms
from tests.membership.racing import Join, leads_of, offered, side_by_side, without_the_lock


@pytest.fixture
async def office(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        office = Office(store, clock)
        await office.do(LoadCalls(files=read_packaged(), on=clock.now().date()))
        yield office


@pytest.fixture
async def trio(office):
    return await forms(office, LEAD, BINNA, CHORONG)


async def test_who_leaves_while_the_same_phone_takes_the_lead_does_not_take_it(office, trio):
    number = await offered(office, trio, BINNA)
    left, taken = await side_by_side(
        office, LeaveConsortium(by=BINNA, consortium=trio.number), AnswerHandover(by=BINNA, handover=number, takes=True)
    )
    assert isinstance(left, LeftConsortium)
    assert taken == NoOffer()
    assert await leads_of(office, trio) == [LEAD]


async def test_without_the_lock_nobody_would_lead(office, trio, monkeypatch):
    number = await offered(office, trio, BINNA)
    without_the_lock(monkeypatch)
    monkeypatch.setattr("services.handover_ending.end_of_seat", nothing)  # it would stop the second by the row of the offer
    left, taken = await side_by_side(
        office, LeaveConsortium(by=BINNA, consortium=trio.number), AnswerHandover(by=BINNA, handover=number, takes=True)
    )
    assert isinstance(left, LeftConsortium)
    assert isinstance(taken, LeadTaken)
    assert await leads_of(office, trio) == []


async def nothing(*_: object) -> None:
    pass


async def test_the_lead_who_leaves_while_it_is_taken_over_is_a_member_by_then(office, trio):
    number = await offered(office, trio, BINNA)
    taken, left = await side_by_side(
        office, AnswerHandover(by=BINNA, handover=number, takes=True), LeaveConsortium(by=LEAD, consortium=trio.number)
    )
    assert isinstance(taken, LeadTaken)
    assert isinstance(left, LeftConsortium)
    assert await leads_of(office, trio) == [BINNA]


async def test_without_the_lock_the_lead_would_be_refused_for_a_lead_already_given_away(office, trio, monkeypatch):
    number = await offered(office, trio, BINNA)
    without_the_lock(monkeypatch)
    _, left = await side_by_side(
        office, AnswerHandover(by=BINNA, handover=number, takes=True), LeaveConsortium(by=LEAD, consortium=trio.number)
    )
    assert isinstance(left, LastLead)


async def test_who_no_longer_leads_dissolves_nothing(office, trio):
    number = await offered(office, trio, BINNA)
    taken, dissolved = await side_by_side(
        office, AnswerHandover(by=BINNA, handover=number, takes=True), DissolveConsortium(by=LEAD, consortium=trio.number)
    )
    assert isinstance(taken, LeadTaken)
    assert isinstance(dissolved, NotTheLead)


async def test_who_joins_while_it_is_dissolved_is_refused(office, trio):
    await office.do(LeaveConsortium(by=CHORONG, consortium=trio.number))
    dissolved, joined = await side_by_side(office, DissolveConsortium(by=LEAD, consortium=trio.number), Join(trio, CHORONG))
    assert isinstance(dissolved, Dissolved)
    assert joined == NotForming()
    assert await trio.seats(office) == {}


async def test_without_the_lock_a_seat_would_be_left_in_what_is_dissolved(office, trio, monkeypatch):
    await office.do(LeaveConsortium(by=CHORONG, consortium=trio.number))
    without_the_lock(monkeypatch)
    dissolved, joined = await side_by_side(office, DissolveConsortium(by=LEAD, consortium=trio.number), Join(trio, CHORONG))
    assert isinstance(dissolved, Dissolved)
    assert isinstance(joined, Seated)
    assert list(await trio.seats(office)) == [CHORONG]
