"""Consents are seen, given and taken back as easily as they were given."""

import asyncio

import pytest
from sqlalchemy import insert, text

import bot.house  # noqa: F401 - all doors open
from bot.screens.consents import AgreeTo, ShowConsents, TakeConsentBack
from programme import consents as programme
from programme.consents import Purpose, Terms
from services.consents import GiveConsents, MissingConsents, WithdrawConsent, has
from services.shops import MyShops
from storage import consents, people
from storage.consents import all_of
from tests.player import Player
from tests.shops.registering import plays_registering


@pytest.fixture
async def player(office) -> Player:
    player = Player(office)
    await plays_registering(player)
    await player.taps("Register it")
    return player


async def agrees(office, purpose: Purpose, person: int = 1) -> bool:
    async with office.work() as work:
        return await has(work, person, purpose)


async def ledger(office, person: int = 1) -> list[tuple[str, int, str, bool]]:
    async with office.work() as work:
        return [(c.purpose, c.version, c.language, c.withdrawn_at is None) for c in await all_of(work.connection, person)]


async def test_registering_writes_down_what_was_agreed_in_which_version_and_language(office, player):
    assert await ledger(office) == [("membership", 1, "en", True), ("abroad", 1, "en", True)]
    await player.wishes(ShowConsents())
    player.sees("Taking part (required)")
    player.sees("agreed on Mon 2 Mar 2026, version 1")
    player.sees("News (your choice)\nnot agreed")


async def test_the_full_text_says_purpose_items_period_and_the_right_to_refuse(player):
    await player.wishes(ShowConsents())
    await player.taps("Chat data abroad")
    for part in ("Purpose", "What is kept", "How long", "Who receives it", "We do not know it either", "You may refuse"):
        player.sees(part)


async def test_an_optional_one_is_given_and_taken_back_by_a_tap(office, player):
    await player.wishes(ShowConsents())
    await player.taps("News", "I agree")
    player.sees("You have agreed to “News”.")
    assert await agrees(office, Purpose.NEWS)
    await player.taps("All my consents")
    await player.wishes(TakeConsentBack(Purpose.NEWS))
    player.sees("“News” is taken back")
    assert not await agrees(office, Purpose.NEWS)
    assert ("news", 1, "en", False) in await ledger(office)


async def test_taking_back_a_required_one_deletes_nothing_by_surprise(office, player):
    await player.wishes(TakeConsentBack(Purpose.MEMBERSHIP))
    player.sees("ends your registration")
    player.sees("Nothing has changed yet.")
    assert await agrees(office, Purpose.MEMBERSHIP)
    assert await office.look(MyShops(person=1))


async def test_whoever_is_not_registered_takes_back_a_required_one_at_once(office):
    player = Player(office)
    await player.wishes(AgreeTo(Purpose.MEMBERSHIP))
    await player.wishes(TakeConsentBack(Purpose.MEMBERSHIP))
    player.sees("is taken back")
    await player.wishes(TakeConsentBack(Purpose.MEMBERSHIP))
    player.sees("nothing to take back")


async def test_a_newer_text_is_asked_for_again_and_the_older_consent_ends(office, player, monkeypatch):
    newer = Terms(
        purpose=Purpose.MEMBERSHIP,
        version=2,
        required=True,
        items=programme.terms(Purpose.MEMBERSHIP).items,
        period=programme.terms(Purpose.MEMBERSHIP).period,
        refusing=programme.terms(Purpose.MEMBERSHIP).refusing,
    )
    monkeypatch.setitem(programme._TERMS, Purpose.MEMBERSHIP, newer)
    assert await office.look(MissingConsents(person=1)) == (Purpose.MEMBERSHIP,)
    await player.wishes(ShowConsents())
    player.sees("there is a newer text")
    await player.wishes(AgreeTo(Purpose.MEMBERSHIP))
    assert await ledger(office) == [("membership", 1, "en", False), ("abroad", 1, "en", True), ("membership", 2, "en", True)]


async def test_a_second_shop_asks_for_a_text_that_has_changed_since(office, player, monkeypatch):
    from dataclasses import replace

    from bot.dialogue.taps import BeginStory

    monkeypatch.setitem(programme._TERMS, Purpose.ABROAD, replace(programme.terms(Purpose.ABROAD), version=2))
    await player.wishes(BeginStory("register"))
    player.sees("Chat data abroad (required): do you agree?")
    await player.taps("I agree")
    player.sees("What is the shop called?")


async def twenty_taps(office) -> int:
    async with office.work() as work:
        await people.desks(work, {1: "ko"})
    await asyncio.gather(*(office.do(GiveConsents(by=1, purposes=(Purpose.NEWS,), language="ko")) for _ in range(20)))
    async with office.store.reading() as connection:
        return int(await connection.scalar(text("SELECT count(*) FROM consents")) or 0)


async def test_twenty_taps_at_once_are_one_consent(office):
    assert await twenty_taps(office) == 1


async def given_twice(office) -> int:
    """By two who have both looked before either wrote."""
    async with office.work() as work:
        await people.desks(work, {1: "ko"})
    for _ in range(2):
        async with office.work() as work:
            await consents.give(work.connection, person=1, purpose="news", version=1, language="ko", now=work.now)
    async with office.store.reading() as connection:
        return int(await connection.scalar(text("SELECT count(*) FROM consents")) or 0)


async def test_given_twice_it_stands_once(office):
    assert await given_twice(office) == 1


async def test_without_the_constraint_it_would_stand_twice(office, monkeypatch):
    """The twin of the one above."""
    async with office.store.transaction() as connection:
        await connection.execute(text("DROP INDEX uq_consents_standing"))
    plain = insert(consents.ConsentRecord).returning(consents.ConsentRecord.id)
    monkeypatch.setattr(consents, "_GIVE", {"sqlite": plain, "postgresql": plain})
    assert await given_twice(office) == 2


async def test_the_audit_holds_codes_only(office, player):
    await office.do(GiveConsents(by=1, purposes=(Purpose.NEWS,), language="en"))
    await office.do(WithdrawConsent(by=1, purpose=Purpose.NEWS))
    async with office.store.reading() as connection:
        rows = [tuple(row) for row in await connection.execute(text('SELECT did, "on", outcome, why FROM audit ORDER BY id'))]
    assert rows[-2:] == [
        ("GiveConsents", "person:1", "Given", "news@1"),
        ("WithdrawConsent", "person:1", "Withdrawn", "news@1"),
    ]
    assert ("RegisterShop", "shop:1", "Registered", "") in rows
    assert not [row for row in rows if any(trace in str(row) for trace in ("Hanbit", "Kim", "010", "001-01", "00101"))]
