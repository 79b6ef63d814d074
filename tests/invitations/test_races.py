"""Many who answer one invitation at once, on both databases; the guard also off."""

import asyncio

import pytest
from sqlalchemy import text, true

from programme.consortium_size import Size
from services import chosen_call
from services.invitation_cards import Ended, NoInvitation, SitsThere
from services.invitation_chasing import AnsweredAlready, WithdrawInvitation, Withdrawn
from services.invitations import Invite, TooManyWaiting
from services.invited import Accepted, AcceptInvitation, Declined, DeclineInvitation
from storage import consortia, invitations, seats
from tests.consortia.forming import opened
from tests.finder.street import opens_shop
from tests.invitations.inviting import follows, invited

HUNDRED, TWENTY = range(2, 102), range(2, 22)


@pytest.fixture(autouse=True)
def seats_for_all(monkeypatch):
    async def for_all(work, consortium) -> Size:
        return Size(fewest=3, most=200)

    monkeypatch.setattr(chosen_call, "size", for_all)


async def all_hold_one_link(office, crowd: range) -> int:
    """Owners of shops; the number of the invitation."""
    for person in (1, *crowd):
        await opens_shop(office, person, f"Shop {person}", serial=person)
    await opened(office, 1, 1)
    made = await invited(office, 1, 1)
    for person in crowd:
        await follows(office, person, made)
    return made.number


async def members(office) -> int:
    async with office.store.reading() as connection:
        return len(await seats.of_consortium(connection, 1))


async def everybody_accepts(office, crowd: range):
    number = await all_hold_one_link(office, crowd)
    return await asyncio.gather(*(office.do(AcceptInvitation(by=person, number=number, shop=person)) for person in crowd))


async def test_of_a_hundred_redemptions_at_once_exactly_one_is_good(office_with_calls):
    outcomes = await everybody_accepts(office_with_calls, HUNDRED)
    assert sum(isinstance(outcome, Accepted) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, Ended) for outcome in outcomes) == 99
    assert await members(office_with_calls) == 2
    async with office_with_calls.store.reading() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM letters WHERE kind = 'invitation_accepted'")) == 1


async def test_without_the_check_in_that_statement_all_would_be_in(office_with_calls, monkeypatch):
    """The negative control of the test above, with fewer: each that comes in is told to all who are there."""
    monkeypatch.setattr(invitations, "_open", true())
    outcomes = await everybody_accepts(office_with_calls, TWENTY)
    assert sum(isinstance(outcome, Accepted) for outcome in outcomes) == 20
    assert await members(office_with_calls) == 21


@pytest.fixture
async def pair(office_with_calls):
    for person in (1, 2, 3):
        await opens_shop(office_with_calls, person, f"Shop {person}", serial=person)
    await opened(office_with_calls, 1, 1)
    made = await invited(office_with_calls, 1, 1)
    for person in (2, 3):
        await follows(office_with_calls, person, made)
    return office_with_calls


async def test_the_same_person_twice_at_once_has_one_seat(pair):
    outcomes = await asyncio.gather(*(pair.do(AcceptInvitation(by=2, number=1, shop=2)) for _ in range(5)))
    assert sum(isinstance(outcome, Accepted) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, SitsThere) for outcome in outcomes) == 4


async def test_accepting_and_taking_back_at_once_one_of_them_holds(pair):
    accepted, withdrawn = await asyncio.gather(
        pair.do(AcceptInvitation(by=2, number=1, shop=2)), pair.do(WithdrawInvitation(by=1, number=1))
    )
    held = (isinstance(accepted, Accepted), isinstance(withdrawn, Withdrawn))
    assert held in {(True, False), (False, True)}
    assert isinstance(withdrawn, Withdrawn | AnsweredAlready)
    assert await members(pair) == 1 + held[0]


async def test_accepting_and_declining_at_once_one_of_them_holds(pair):
    accepted, declined = await asyncio.gather(pair.do(AcceptInvitation(by=2, number=1, shop=2)), pair.do(DeclineInvitation(by=3, number=1)))
    assert isinstance(accepted, Accepted) is not isinstance(declined, Declined)


async def test_the_most_waiting_invitations_hold_however_many_are_made_at_once(pair):
    made = await asyncio.gather(*(pair.do(Invite(by=1, consortium=1)) for _ in range(40)))
    assert sum(isinstance(outcome, TooManyWaiting) for outcome in made) == 11


async def test_a_link_that_is_renewed_while_its_holder_accepts_seats_nobody(pair, monkeypatch):
    """What the lead commits before the lock is had counts: here, that the openings of the old link are closed."""
    lock = consortia.lock

    async def renewed_just_before(connection, number):
        await invitations.close_openings(connection, 1)
        return await lock(connection, number)

    monkeypatch.setattr(consortia, "lock", renewed_just_before)
    assert isinstance(await pair.do(AcceptInvitation(by=2, number=1, shop=2)), NoInvitation)
    assert await members(pair) == 1
