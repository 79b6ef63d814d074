"""The one way into a seat: places, rounds, held places; and its races, each also with the guard off."""

import asyncio

import pytest
from sqlalchemy import insert, text

from programme.tracks import Track
from services import chosen_call
from services import seats as seating
from services.consortia import OpenConsortium, Opened
from services.preparing import NameTaken
from services.seats import AlreadyHere, Full, NotForming, PlacedElsewhere, Seated, WrongKind, free_seat
from storage import seats, waiting_seats
from storage.seats import Role
from storage.shops import Kind
from storage.tables import table_of
from storage.work import Conflict
from tests.consortia.forming import IDEA, opened, sits_down
from tests.finder.street import opens_shop

MOST = 4  # kept small, so that a test can fill it


@pytest.fixture
async def street(office_with_calls, monkeypatch):
    """Ten owners with a shop each; the first leads a consortium of at most four."""
    from programme.consortium_size import Size

    async def small(work, consortium) -> Size:
        return Size(fewest=3, most=MOST)

    monkeypatch.setattr(chosen_call, "size", small)
    for person in range(1, 11):
        await opens_shop(office_with_calls, person, f"Shop {person}", serial=person)
    await opened(office_with_calls, 1, 1)
    return office_with_calls


async def members(office, consortium: int = 1) -> list[tuple[int, int]]:
    async with office.store.reading() as connection:
        return [(seat.place, seat.shop) for seat in await seats.of_consortium(connection, consortium)]


async def test_the_smallest_free_place_is_taken_and_a_freed_one_again(street):
    for shop in (2, 3):
        await sits_down(street, shop)
    async with street.work() as work:
        seat = await seats.of_shop(work.connection, 2, "collaboration")
        assert seat is not None
        assert await free_seat(work, seat, by=2, why="moved away")
        assert not await free_seat(work, seat, by=2)
    assert await sits_down(street, 4) == Seated(seat=4, place=2)
    assert await members(street) == [(1, 1), (2, 4), (3, 3)]


async def test_each_reason_not_to_be_seated(street):
    cooperative = await opens_shop(street, 11, "Cooperative", serial=11, kind=Kind.COOPERATIVE)
    second = await opens_shop(street, 2, "Second shop", serial=12)
    other = await opened(street, 5, 5, "Another one")
    assert await sits_down(street, cooperative.shop) == WrongKind("collaboration")
    assert isinstance(await sits_down(street, 2), Seated)
    assert isinstance(await sits_down(street, 2), AlreadyHere)
    assert isinstance(await sits_down(street, second.shop), AlreadyHere)
    elsewhere = await sits_down(street, 5)
    assert isinstance(elsewhere, PlacedElsewhere)
    assert elsewhere.consortium.id == other.number
    for shop in (3, 4):
        await sits_down(street, shop)
    assert await sits_down(street, 6) == Full(MOST)
    async with street.work() as work:
        await work.connection.execute(text("UPDATE consortia SET dissolved_at = opened_at WHERE id = 1"))
    assert await sits_down(street, 6) == NotForming()


async def test_every_outcome_is_audited_without_what_anybody_typed(street):
    await sits_down(street, 2)
    await sits_down(street, 2)
    async with street.store.reading() as connection:
        rows = (await connection.execute(text("SELECT who, did, outcome, why FROM audit WHERE did = 'TakeSeat' ORDER BY id"))).all()
    assert [tuple(row) for row in rows] == [
        (1, "TakeSeat", "Seated", "lead"),
        (2, "TakeSeat", "Seated", "member"),
        (2, "TakeSeat", "AlreadyHere", "member"),
    ]


async def hold(office, place: int, shop: int) -> None:
    async with office.work() as work:
        row = {"consortium": 1, "shop": shop, "person": shop, "asked_at": work.now, "place": place}
        offered = {"offered_at": work.now, "offer_ends_at": work.now}
        await work.connection.execute(insert(table_of(waiting_seats.WaitingSeatRecord)).values(row | offered))


async def test_a_held_place_is_only_for_whom_it_is_held(street):
    for shop in (2, 3):
        await sits_down(street, shop)
    await hold(street, 4, 7)
    assert await sits_down(street, 6) == Full(MOST)
    await sits_down(street, 7)
    assert (4, 7) in await members(street)
    async with street.store.reading() as connection:
        assert (await connection.scalar(text("SELECT ended FROM waiting_seats"))) == "seated"


async def all_at_once(office, *wanted: int):
    return await asyncio.gather(*(sits_down(office, shop) for shop in wanted), return_exceptions=True)


async def test_of_six_who_want_the_last_seats_at_once_three_get_one_each(street):
    outcomes = await all_at_once(street, *range(2, 8))
    assert sum(isinstance(outcome, Seated) for outcome in outcomes) == MOST - 1
    assert sum(outcome == Full(MOST) for outcome in outcomes) == 4 - 1
    assert [place for place, _ in await members(street)] == [1, 2, 3, 4]


async def nobody_looks(*args: object) -> int:
    """As if everybody had looked before anybody wrote: the fourth place is free."""
    return MOST


async def test_the_database_gives_one_place_to_one_shop_only(street, monkeypatch):
    monkeypatch.setattr(seating, "_smallest", nobody_looks)
    outcomes = await all_at_once(street, 2, 3)
    assert {type(outcome) for outcome in outcomes} == {Seated, Conflict}
    assert len(await members(street)) == 2


async def test_without_that_guard_two_sit_on_one_place(street, store, monkeypatch):
    """The twin of the one above."""
    monkeypatch.setattr(seating, "_smallest", nobody_looks)
    async with store.transaction() as connection:
        await connection.execute(text("DROP INDEX uq_seats_place"))
    await all_at_once(street, 2, 3)
    assert [place for place, _ in await members(street)] == [1, 4, 4]


async def test_one_shop_into_two_consortia_at_once_gets_into_one(street):
    await opened(street, 5, 5, "Another one")
    outcomes = await asyncio.gather(sits_down(street, 2, 1), sits_down(street, 2, 2))
    assert {type(outcome) for outcome in outcomes} == {Seated, PlacedElsewhere}


async def not_placed(*args: object) -> None:
    """As if both had looked before either wrote."""


async def test_the_database_lets_a_shop_sit_once_in_a_round(street, monkeypatch):
    await opened(street, 5, 5, "Another one")
    monkeypatch.setattr(seating, "placed", not_placed)
    outcomes = await asyncio.gather(sits_down(street, 2, 1), sits_down(street, 2, 2), return_exceptions=True)
    assert {type(outcome) for outcome in outcomes} == {Seated, Conflict}
    assert len(await members(street, 1)) + len(await members(street, 2)) == 3


async def test_without_that_guard_it_sits_in_both(street, store, monkeypatch):
    """The twin of the one above."""
    await opened(street, 5, 5, "Another one")
    monkeypatch.setattr(seating, "placed", not_placed)
    async with store.transaction() as connection:
        await connection.execute(text("DROP INDEX uq_seats_shop_round"))
    await asyncio.gather(sits_down(street, 2, 1), sits_down(street, 2, 2))
    assert len(await members(street, 1)) + len(await members(street, 2)) == 4


async def test_two_open_one_name_at_once_and_one_has_it(street):
    async def open_(person: int):
        deed = OpenConsortium(by=person, shop=person, track=Track.COLLABORATION, call=None, name="Evening Bread", idea=IDEA)
        return await street.do(deed)

    outcomes = await asyncio.gather(*(open_(person) for person in (8, 9, 10)))
    assert sum(isinstance(outcome, Opened) for outcome in outcomes) == 1
    assert sum(outcome == NameTaken(name="Evening Bread", free="Evening Bread 2") for outcome in outcomes) == 2


async def test_one_shop_opens_two_consortia_at_once_and_leads_one(street, store):
    async def open_(name: str):
        deed = OpenConsortium(by=8, shop=8, track=Track.COLLABORATION, call=None, name=name, idea=IDEA)
        return await street.do(deed)

    outcomes = await asyncio.gather(*(open_(name) for name in ("One", "Two", "Three")))
    assert sum(isinstance(outcome, Opened) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, PlacedElsewhere) for outcome in outcomes) == 2
    async with store.reading() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM consortia WHERE name IN ('One', 'Two', 'Three')")) == 1


async def test_a_consortium_has_one_lead(street):
    with pytest.raises(Conflict):
        await sits_down(street, 2, role=Role.LEAD)
