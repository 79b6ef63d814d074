"""Several at once, on both databases. The twins with the lock off are in `test_races_on_postgres`."""

import asyncio

import pytest
from sqlalchemy import text

from services.dissolution import DissolveConsortium, Dissolved
from services.handovers import AnswerHandover, LeadDeclined, LeadTaken, NoOffer, OfferLead, OfferWithdrawn, WithdrawOffer
from services.members import NotTheLead
from services.membership import LastLead, LeaveConsortium, LeftConsortium, RemoveMember
from services.promises import PromisePart
from storage.seats import Role
from tests.membership.circle import BINNA, CHORONG, LEAD, forms
from tests.membership.racing import Join, leads_of, offered


@pytest.fixture
async def trio(office_with_calls):
    return await forms(office_with_calls, LEAD, BINNA, CHORONG)


async def test_taking_the_lead_while_the_lead_leaves_leaves_one_lead(office, trio):
    number = await offered(office, trio, BINNA)
    taken, left = await asyncio.gather(
        office.do(AnswerHandover(by=BINNA, handover=number, takes=True)), office.do(LeaveConsortium(by=LEAD, consortium=trio.number))
    )
    assert isinstance(taken, LeadTaken)
    assert isinstance(left, LastLead | LeftConsortium)
    assert await leads_of(office, trio) == [BINNA]


async def test_taking_the_lead_and_leaving_at_once_leaves_one_lead(office, trio):
    number = await offered(office, trio, BINNA)
    taken, left = await asyncio.gather(
        office.do(AnswerHandover(by=BINNA, handover=number, takes=True)), office.do(LeaveConsortium(by=BINNA, consortium=trio.number))
    )
    assert (isinstance(taken, LeadTaken), isinstance(left, LastLead)) in {(True, True), (False, False)}
    assert len(await leads_of(office, trio)) == 1


async def test_ten_answers_to_one_offer_are_one_answer(office, trio):
    number = await offered(office, trio, BINNA)
    answers = (office.do(AnswerHandover(by=BINNA, handover=number, takes=turn % 2 == 0)) for turn in range(10))
    outcomes = await asyncio.gather(*answers)
    assert sum(isinstance(outcome, LeadTaken | LeadDeclined) for outcome in outcomes) == 1
    assert len(await leads_of(office, trio)) == 1


async def test_an_offer_is_taken_or_taken_back_never_both(office, trio):
    number = await offered(office, trio, BINNA)
    taken, back = await asyncio.gather(
        office.do(AnswerHandover(by=BINNA, handover=number, takes=True)), office.do(WithdrawOffer(by=LEAD, consortium=trio.number))
    )
    assert (isinstance(taken, LeadTaken), isinstance(back, OfferWithdrawn)) in {(True, False), (False, True)}
    assert isinstance(taken, NoOffer) or isinstance(back, NotTheLead)


async def test_of_many_offers_at_once_one_stands(office, trio):
    seats = await trio.seats(office)
    await asyncio.gather(*(office.do(OfferLead(by=LEAD, seat=seats[person].id)) for person in (BINNA, CHORONG) * 5))
    async with office.store.reading() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM handovers WHERE answer IS NULL")) == 1
        assert await connection.scalar(text("SELECT count(*) FROM letters WHERE kind = 'lead_offered' AND state = 'waiting'")) == 1


async def test_dissolving_while_somebody_joins_leaves_nobody_behind(office, trio):
    await office.do(LeaveConsortium(by=CHORONG, consortium=trio.number))
    outcome, _ = await asyncio.gather(office.do(DissolveConsortium(by=LEAD, consortium=trio.number)), office.do(Join(trio, CHORONG)))
    assert isinstance(outcome, Dissolved)
    assert await trio.seats(office) == {}


async def test_removing_and_leaving_at_once_ends_the_seat_once(office, trio):
    seat = (await trio.seats(office))[BINNA]
    await asyncio.gather(
        office.do(RemoveMember(by=LEAD, seat=seat.id, why="We could not reach you.")),
        office.do(LeaveConsortium(by=BINNA, consortium=trio.number)),
    )
    async with office.store.reading() as connection:
        told = "SELECT count(*) FROM letters WHERE kind IN ('member_left', 'removed_from')"
        assert await connection.scalar(text(told)) == 1


async def test_everybody_promising_at_once_tells_the_lead_once(office, trio):
    await asyncio.gather(
        *(office.do(PromisePart(by=person, consortium=trio.number, amount=1_000, of=None)) for person in (LEAD, BINNA, CHORONG) * 4)
    )
    seats = await trio.seats(office)
    assert {seat.pledged for seat in seats.values()} == {1_000}
    assert [seat.role for seat in seats.values()].count(Role.LEAD) == 1
    async with office.store.reading() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM letters WHERE kind = 'promises_complete'")) <= 1
