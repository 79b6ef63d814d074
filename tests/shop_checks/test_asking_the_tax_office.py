"""A registered shop is asked about at the tax office: what the owner hears, on good days and on bad ones."""

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update

import bot.house  # noqa: F401 - all doors open
from playground.tax_office import KEY, Mood
from services import tax_questions
from services.office import Office
from services.shop_checks import LONGEST_PAUSE, RecordAnswer, TakeOnDueShops, pause
from services.shop_rechecks import AskedAgain, CheckAgain, FreshEnough, TooSoon
from storage import shop_checks
from storage.shops import Check, ShopRecord
from storage.tax_office import TaxAnswer
from tests.shops.registering import HANBIT, number, registers

DIGITS = HANBIT.replace("-", "")
NEIGHBOURS = number(2)
BEFORE_DAWN = datetime(2026, 3, 2, 19, 30, tzinfo=UTC)  # 04:30 in Seoul


@pytest.fixture
def tax_office(town):
    return town.emulator.tax_office


async def sees_state(person, words: str) -> None:
    await person.sends("/shops")
    person.sees(words)


async def test_a_business_the_tax_office_knows_is_confirmed_within_a_moment(town, owner, tax_office):
    tax_office.knows(DIGITS, name="Kim Hanbit", opened_on=date(2019, 3, 5))
    await registers(owner)
    await sees_state(owner, "waiting for confirmation")
    await town.does_chores()
    owner.sees("Hanbit Bakery is confirmed.", "under your name and opening date", "🔎 Find partners", "🤝 My consortia")
    await owner.taps("🏪 See the shop")
    owner.sees("Confirmed by the tax office on")


async def test_who_registers_at_dawn_has_the_answer_at_once(town, clock, owner):
    clock.at = BEFORE_DAWN
    await registers(owner)
    await town.does_chores()
    owner.sees("Hanbit Bakery is confirmed.")


async def test_an_answer_that_comes_much_later_at_night_waits_until_the_morning(town, clock, owner, tax_office):
    clock.at = BEFORE_DAWN
    tax_office.goes_away()
    await registers(owner)
    await town.does_chores()
    tax_office.comes_back()
    clock.passes(minutes=15)
    await town.does_chores()
    assert "Bakery is confirmed" not in owner.chat()
    clock.passes(hours=4)
    await town.does_chores()
    owner.sees("Hanbit Bakery is confirmed.")


async def test_an_answer_that_a_partner_asked_for_at_night_waits_and_one_the_owner_asked_for_does_not(
    town, clock, owner, officers, tax_office
):
    await registers(owner)
    await town.does_chores()
    clock.at = BEFORE_DAWN + timedelta(days=1)
    [shop] = await town.shops_of(owner)
    tax_office.suspends(DIGITS)
    await town.office.do(CheckAgain(by=officers[0].person.id, shop=shop.id))
    await town.does_chores()
    assert "as suspended" not in owner.chat()
    tax_office.closes(DIGITS, on=date(2026, 3, 2))
    clock.passes(minutes=10)
    await town.office.do(CheckAgain(by=owner.person.id, shop=shop.id))
    await town.does_chores()
    owner.sees("as closed since Mon 2 Mar 2026")


async def test_an_outage_means_waiting_and_it_is_confirmed_when_the_office_is_back(town, clock, owner, tax_office):
    tax_office.goes_away()
    await registers(owner)
    await town.does_chores()
    owner.sees_not("confirmed.", "could not")
    await sees_state(owner, "waiting for confirmation")
    tax_office.comes_back()
    await town.does_chores()
    assert tax_office.asked == []  # not before the pause is over
    clock.passes(minutes=1)
    await town.does_chores()
    owner.sees("Hanbit Bakery is confirmed.")


@pytest.mark.parametrize("mood", [Mood.BROKEN, Mood.CUT_OFF, Mood.GARBLED])
async def test_every_kind_of_bad_day_is_neither_yes_nor_no(town, clock, owner, tax_office, mood):
    tax_office.goes_away(mood)
    await registers(owner)
    await town.does_chores()
    await sees_state(owner, "waiting for confirmation")
    tax_office.comes_back()
    clock.passes(hours=1)
    await town.does_chores()
    await sees_state(owner, "confirmed by the tax office")


async def test_an_office_that_answers_byte_by_byte_without_end_is_away(town, clock, owner, tax_office, monkeypatch):
    monkeypatch.setattr(tax_questions, "LONGEST", 0.3)
    tax_office.goes_away(Mood.DRIPPING)
    await registers(owner)
    async with asyncio.timeout(20):
        await town.does_chores()
    await sees_state(owner, "waiting for confirmation")
    tax_office.comes_back()
    clock.passes(minutes=1)
    await town.does_chores()
    await sees_state(owner, "confirmed by the tax office")


async def test_the_longer_the_office_is_away_the_more_seldom_it_is_asked_but_at_least_hourly(town, clock, owner, tax_office):
    tax_office.goes_away()
    await registers(owner)
    for tries in range(9):
        await town.does_chores()
        clock.passes(seconds=pause(tries).total_seconds() - 1)
        assert await town.office.do(TakeOnDueShops()) == ()
        clock.passes(seconds=1)
    assert pause(9) == pause(1000) == LONGEST_PAUSE
    tax_office.comes_back()
    await town.does_chores()
    owner.sees("Hanbit Bakery is confirmed.")


async def test_a_refused_key_is_an_outage_for_the_owner_and_an_error_for_the_operator(town, clock, owner, tax_office):
    tax_office.key = "renewed"
    await registers(owner)
    await town.does_chores()
    await sees_state(owner, "waiting for confirmation")
    tax_office.key = KEY
    clock.passes(hours=1)
    await town.does_chores()
    await sees_state(owner, "confirmed by the tax office")


async def test_a_closed_business_is_told_since_when_and_what_to_do(town, owner, tax_office):
    tax_office.closes(DIGITS, on=date(2024, 12, 31))
    await registers(owner)
    await town.does_chores()
    owner.sees("has Hanbit Bakery as closed since Tue 31 Dec 2024", "have it asked again here, or ask a person")
    owner.sees_button("🙋 Ask a person")


async def test_a_suspended_business_reports_itself_open_and_has_the_office_asked_again(town, clock, owner, tax_office):
    tax_office.suspends(DIGITS)
    await registers(owner)
    await town.does_chores()
    owner.sees("as suspended", "Report to the tax office")
    tax_office.knows(DIGITS)
    await owner.taps("🔁 Ask the tax office")
    owner.sees("only just answered")
    clock.passes(minutes=10)
    await owner.taps_old(owner_letter(owner, "as suspended"), "🔁 Ask the tax office")
    owner.sees("It is being checked again.")
    await town.does_chores()
    owner.sees("Hanbit Bakery is confirmed.")


async def test_an_unknown_number_is_corrected_and_asked_about_again(town, owner, tax_office):
    tax_office.forgets(DIGITS)
    await registers(owner)
    await town.does_chores()
    owner.sees("does not know the number of Hanbit Bakery", "compare it with the certificate")
    await owner.taps("✏️ Correct something", "Registration number")
    await owner.sends(number(7))
    await town.does_chores()
    owner.sees("Hanbit Bakery is confirmed.")


async def test_a_name_or_day_that_does_not_belong_to_the_number_is_said_without_telling_whose_it_is(town, owner, tax_office):
    tax_office.knows(DIGITS, name="Hong Gildong", opened_on=date(2015, 3, 2))
    await registers(owner)
    await town.does_chores()
    owner.sees("could not be confirmed", "do not belong together")
    owner.sees_not("Hong", "2015")
    assert tax_office.asked == [("validate", 1), ("status", 1)]


async def test_an_owner_who_has_nothing_to_do_hears_nothing_twice(town, clock, owner, tax_office):
    await registers(owner)
    await town.does_chores()
    chat = owner.chat()
    clock.passes(hours=25)
    [shop] = await town.shops_of(owner)
    assert await town.office.do(CheckAgain(by=owner.person.id, shop=shop.id)) == AskedAgain()
    await town.does_chores()
    assert owner.chat() == chat
    assert tax_office.asked == [("validate", 1), ("validate", 1)]


async def test_an_answer_of_today_is_not_asked_for_again(town, clock, owner, tax_office):
    await registers(owner)
    await town.does_chores()
    [shop] = await town.shops_of(owner)
    clock.passes(hours=23)
    assert await town.office.do(CheckAgain(by=owner.person.id, shop=shop.id)) == FreshEnough()
    await owner.sends("/shops")
    await owner.taps("🏪 Hanbit Bakery", "✏️ Correct something", "Opening date")
    await owner.sends("2019-03-06")
    await town.does_chores()
    assert tax_office.asked == [("validate", 1), ("validate", 1)]
    await owner.sends("/shops")
    await owner.taps("🏪 Hanbit Bakery", "✏️ Correct something", "Opening date")
    await owner.sends("2019-03-05")
    await town.does_chores()
    assert tax_office.asked == [("validate", 1), ("validate", 1)]
    await sees_state(owner, "confirmed by the tax office")


async def test_a_confirmed_shop_stays_confirmed_while_it_is_asked_about_again(town, clock, owner, tax_office):
    await registers(owner)
    await town.does_chores()
    clock.passes(days=2)
    tax_office.goes_away()
    [shop] = await town.shops_of(owner)
    await town.office.do(CheckAgain(by=owner.person.id, shop=shop.id))
    await town.does_chores()
    await sees_state(owner, "confirmed by the tax office")
    tax_office.comes_back()
    tax_office.closes(DIGITS, on=date(2026, 3, 1))
    clock.passes(minutes=1)
    await town.does_chores()
    owner.sees("as closed since Sun 1 Mar 2026")


async def test_all_that_are_due_go_in_one_question(town, owner, neighbour, tax_office):
    await registers(owner)
    await registers(neighbour, "Corner Tofu", NEIGHBOURS)
    await town.does_chores()
    assert tax_office.asked == [("validate", 2)]
    owner.sees("Hanbit Bakery is confirmed.")
    neighbour.sees("Corner Tofu is confirmed.")


async def test_two_processes_do_not_both_ask_about_a_shop(office, clock, owner):
    await registers(owner)
    other = Office(office.store, clock)
    assert len(await office.do(TakeOnDueShops())) == 1
    assert await other.do(TakeOnDueShops()) == ()


async def test_when_a_process_dies_over_its_question_another_asks(office, clock, owner):
    await registers(owner)
    assert len(await office.do(TakeOnDueShops())) == 1
    clock.passes(minutes=5)
    assert len(await office.do(TakeOnDueShops())) == 1


async def test_an_answer_about_a_number_that_was_corrected_meanwhile_is_dropped(town, owner):
    await registers(owner)
    due = await town.office.do(TakeOnDueShops())
    await owner.taps("🏪 See the shop", "✏️ Correct something", "Registration number")
    await owner.sends(number(7))
    await town.office.do(RecordAnswer(due=due[0], answer=TaxAnswer(answer=Check.CLOSED.value)))
    await town.settles()
    assert "closed" not in owner.chat()
    await sees_state(owner, "waiting for confirmation")


async def test_without_the_claim_the_answer_about_the_old_number_would_count(town, owner, monkeypatch):
    """The negative control of the test above."""
    monkeypatch.setattr(shop_checks, "_claimed", lambda due: shop_checks._t.c.id == due.id)
    await registers(owner)
    due = await town.office.do(TakeOnDueShops())
    await owner.taps("🏪 See the shop", "✏️ Correct something", "Registration number")
    await owner.sends(number(7))
    await town.office.do(RecordAnswer(due=due[0], answer=TaxAnswer(answer=Check.CLOSED.value)))
    await town.settles()
    assert "closed" in owner.chat()


async def test_one_that_cannot_be_read_does_not_hold_up_the_others(town, owner, neighbour, tax_office):
    tax_office.chokes_on(DIGITS)
    await registers(owner)
    await registers(neighbour, "Corner Tofu", NEIGHBOURS)
    await town.does_chores()
    neighbour.sees("Corner Tofu is confirmed.")
    await sees_state(owner, "waiting for confirmation")
    assert [shop.check_state for shop in await town.shops_of(owner)] == [Check.BY_HAND]


async def test_a_shop_whose_seal_is_broken_does_not_hold_up_the_others(town, owner, neighbour):
    await registers(owner)
    await registers(neighbour, "Corner Tofu", NEIGHBOURS)
    [shop] = await town.shops_of(owner)
    async with town.store.transaction() as connection:
        await connection.execute(update(ShopRecord).where(ShopRecord.id == shop.id).values(number="sealed by somebody else"))
    await town.does_chores()
    neighbour.sees("Corner Tofu is confirmed.")
    assert [one.check_state for one in await town.shops_of(owner)] == [Check.WAITING]


async def test_an_answer_that_cannot_be_written_down_does_not_hold_up_the_others(town, owner, neighbour, monkeypatch):
    await registers(owner)
    await registers(neighbour, "Corner Tofu", NEIGHBOURS)
    [shop] = await town.shops_of(owner)
    settles = shop_checks.settle

    async def stumbles(connection, due, *rest, **more):
        if due.id == shop.id:
            raise LookupError("a bug")
        return await settles(connection, due, *rest, **more)

    monkeypatch.setattr(shop_checks, "settle", stumbles)
    await town.does_chores()
    neighbour.sees("Corner Tofu is confirmed.")


async def test_somebody_elses_shop_is_not_asked_about(town, owner, neighbour):
    await registers(owner)
    [shop] = await town.shops_of(owner)
    await neighbour.starts()
    assert type(await town.office.do(CheckAgain(by=neighbour.person.id, shop=shop.id))).__name__ == "Forbidden"


async def test_asking_again_and_again_is_told_to_wait(town, owner, tax_office):
    tax_office.forgets(DIGITS)
    await registers(owner)
    await town.does_chores()
    [shop] = await town.shops_of(owner)
    assert await town.office.do(CheckAgain(by=owner.person.id, shop=shop.id)) == TooSoon()


def owner_letter(person, words: str):
    return next(m.id for m in reversed(person.person.chat()) if m.from_bot and words in (m.text or ""))
