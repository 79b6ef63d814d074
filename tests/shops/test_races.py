"""Two people, one number: on both databases exactly one gets it. With the guard off both would."""

import asyncio
from datetime import date

import pytest
from sqlalchemy import text

from programme.consents import Purpose
from programme.districts import District
from programme.registration import BusinessNumber
from programme.trades import Trade
from services import registration, shop_changes, shops
from services.owners import OwnerDetails
from services.registration import Registered, RegisterShop, ShopLines
from services.shop_changes import Corrected, CorrectShop
from services.shops import AlreadyYours, Free, NumberTaken
from storage import people
from storage.shops import Kind
from tests.shops.registering import number

NUMBER = BusinessNumber(number(1).replace("-", ""))


def registering(person: int, digits: BusinessNumber = NUMBER) -> RegisterShop:
    return RegisterShop(
        by=person,
        language="ko",
        agreed=(Purpose.MEMBERSHIP, Purpose.ABROAD),
        details=OwnerDetails(name="Kim Hanbit", phone=f"0101234{person:04d}", phone_verified=True),
        lines=ShopLines(
            name=f"Shop {person}",
            kind=Kind.SHOP,
            number=digits,
            trade=Trade.BAKERY,
            trade_words="",
            gu=District.MAPO,
            opened_on=date(2019, 3, 5),
            employees=2,
            founders=None,
            cooperatives=None,
            paper=None,
        ),
    )


@pytest.fixture
async def crowd(office) -> range:
    ids = range(1, 21)
    async with office.work() as work:
        await people.desks(work, dict.fromkeys(ids, "ko"))
    return ids


async def count(store, table: str) -> int:
    async with store.reading() as connection:
        return int(await connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0)


async def nobody_looks(*args: object) -> Free:
    """The look that would have found the number taken: everybody has looked before anybody wrote."""
    return Free()


async def test_of_twenty_who_register_one_number_at_once_one_gets_it_and_the_others_leave_no_trace(office, store, crowd):
    outcomes = await asyncio.gather(*(office.do(registering(person)) for person in crowd))
    assert sum(isinstance(outcome, Registered) for outcome in outcomes) == 1
    assert sum(outcome == NumberTaken() for outcome in outcomes) == len(crowd) - 1
    assert (await count(store, "shops"), await count(store, "owners"), await count(store, "consents")) == (1, 1, 2)


async def test_the_database_is_the_last_guard_when_all_have_looked_before(office, store, crowd, monkeypatch):
    monkeypatch.setattr(registration, "standing_of", nobody_looks)
    outcomes = await asyncio.gather(*(office.do(registering(person)) for person in crowd))
    assert sum(isinstance(outcome, Registered) for outcome in outcomes) == 1
    assert (await count(store, "shops"), await count(store, "owners")) == (1, 1)


async def test_without_that_guard_both_have_it(office, store, crowd, monkeypatch):
    """The twin of the one above."""
    monkeypatch.setattr(registration, "standing_of", nobody_looks)
    async with store.transaction() as connection:
        await connection.execute(text("DROP INDEX uq_shops_number_index"))
    await asyncio.gather(*(office.do(registering(person)) for person in crowd))
    assert await count(store, "shops") == len(crowd)


async def test_two_who_correct_to_one_number_at_once(office, crowd, monkeypatch):
    for person in (1, 2):
        await office.do(registering(person, BusinessNumber(number(10 + person).replace("-", ""))))
    monkeypatch.setattr(shop_changes, "standing_of", nobody_looks)
    outcomes = await asyncio.gather(*(office.do(CorrectShop(by=p, shop=p, lines={}, number=NUMBER)) for p in (1, 2)))
    assert {type(outcome) for outcome in outcomes} == {Corrected, NumberTaken}


async def test_the_same_person_twice_at_once_is_told_that_it_is_theirs(office, crowd):
    outcomes = await asyncio.gather(*(office.do(registering(1)) for _ in range(5)))
    assert sum(isinstance(outcome, Registered) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, AlreadyYours) for outcome in outcomes) == 4


async def test_without_consent_nothing_is_written(office, store, crowd):
    from dataclasses import replace

    from services.registration import ConsentsMissing, DetailsMissing

    assert await office.do(replace(registering(1), agreed=(Purpose.ABROAD,))) == ConsentsMissing((Purpose.MEMBERSHIP,))
    assert await office.do(replace(registering(1), details=None)) == DetailsMissing()
    assert [await count(store, table) for table in ("shops", "owners", "consents")] == [0, 0, 0]


async def test_an_owner_writes_no_other_lines_than_theirs():
    with pytest.raises(ValueError, match="check_state"):
        CorrectShop(by=1, shop=1, lines={"check_state": "active"})


async def test_a_number_nobody_holds_is_free(office):
    assert await office.look(shops.NumberStanding(person=1, number=NUMBER.digits)) == Free()
