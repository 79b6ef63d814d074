"""Without a tax office to ask, coordinators look at a paper and decide; the owner hears what it means."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import true

import bot.house  # noqa: F401 - all doors open
from bot.screens.shop_checks import AskAgain, ChooseProof, ChooseReason, Confirm, Refuse, ShowCertificateOf, ShowCheck, ShowChecks
from services.coordinators import Forbidden
from services.shop_proofs import ChangedMeanwhile, Proof, Proven, RecordProof, Refused, RefuseShop, ShopForOffice, WhyNot
from storage import shop_checks
from tests.player import Player
from tests.shops.registering import HANBIT, begins, describes, number, registers, says_who


@pytest.fixture
def without_a_key(town):
    town.has_no_tax_office()


async def registers_with_photo(owner) -> None:
    await begins(owner)
    await says_who(owner)
    await owner.sends("Hanbit Bakery")
    await owner.taps("Shop")
    await owner.sends(HANBIT)
    await owner.taps("Bakery")
    await owner.sends("Mapo-gu", "2019-03-05", "2")
    await owner.does("sends_photo")
    await owner.taps("Done (1 sent)", "Skip", "Register it")


async def looks(officer) -> None:
    await officer.taps("🧾 Look at it")


async def test_without_a_key_every_coordinator_hears_of_a_new_shop_once(town, owner, officers, without_a_key):
    await registers(owner)
    await town.does_chores()
    await town.does_chores()
    for officer in officers:
        officer.sees("A shop to confirm: Hanbit Bakery")
        assert officer.chat().count("A shop to confirm") == 1
        officer.sees_not(HANBIT, "Kim Hanbit")


async def test_a_coordinator_compares_the_photo_and_confirms(town, owner, officers, without_a_key):
    await registers_with_photo(owner)
    await town.does_chores()
    await looks(officers[0])
    officers[0].sees(HANBIT, "Representative: Kim Hanbit", "Open since Tue 5 Mar 2019", "Photo of the certificate: sent")
    await officers[0].taps("📄 Show the photo")
    officers[0].sees("(photo)")
    await officers[0].taps("✅ Confirm")
    officers[0].sees("Which paper shows all three?", HANBIT, "Kim Hanbit")
    await officers[0].taps("📄 Certificate sent here")
    officers[0].sees("Hanbit Bakery is confirmed. The owner hears of it.", "None is waiting")
    owner.sees("Hanbit Bakery is confirmed.", "A coordinator has looked at your paper.")
    await owner.taps("🏪 See the shop")
    owner.sees("Confirmed by a coordinator on")


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("No paper was sent", "Please add a photo of it"),
        ("Photo not readable", "Please send a sharper one"),
        ("Other name, number, date", "Please correct what differs"),
        ("Closed or suspended", "Such a business cannot take part"),
    ],
)
async def test_what_cannot_be_confirmed_is_told_with_the_reason_and_what_to_do(town, owner, officers, without_a_key, reason, told):
    await registers(owner)
    await town.does_chores()
    await looks(officers[0])
    await officers[0].taps("✖️ Cannot confirm", reason)
    officers[0].sees("Hanbit Bakery is not confirmed.")
    owner.sees("A coordinator could not confirm Hanbit Bakery", told)
    await officers[0].taps("🧾 Hanbit Bakery")
    officers[0].sees(f"not confirmed: {reason}")


async def test_after_a_refusal_a_photo_brings_the_shop_back_to_the_coordinators(town, owner, officers, without_a_key):
    await registers(owner)
    await town.does_chores()
    await looks(officers[0])
    await officers[0].taps("✖️ Cannot confirm", "No paper was sent")
    await owner.taps("✏️ Correct something", "Photo of the certificate")
    await owner.does("sends_photo")
    await owner.taps("Done (1 sent)")
    await town.does_chores()
    officers[1].sees("A shop to confirm: Hanbit Bakery")
    await looks(officers[1])
    await officers[1].taps("✅ Confirm", "📄 Certificate sent here")
    owner.sees("Hanbit Bakery is confirmed.")


async def test_during_an_outage_a_coordinator_can_confirm_and_the_late_answer_changes_nothing(town, clock, owner, officers):
    town.emulator.tax_office.goes_away()
    await registers(owner)
    await town.does_chores()
    officer = Player(town.office, id=officers[0].person.id)
    await officer.wishes(ShowChecks())
    officer.sees("the tax office has not answered so far")
    await officer.taps("🧾 Hanbit Bakery", "✅ Confirm", "👀 Original seen")
    await town.settles()
    owner.sees("Hanbit Bakery is confirmed.")
    town.emulator.tax_office.comes_back()
    town.emulator.tax_office.forgets(HANBIT.replace("-", ""))
    clock.passes(hours=2)
    await town.does_chores()
    assert town.emulator.tax_office.asked == []
    assert "does not know" not in owner.chat()


async def test_the_second_of_two_coordinators_is_told(town, clock, owner, officers, without_a_key):
    await registers(owner)
    await town.does_chores()
    for officer in officers:
        await looks(officer)
    await officers[0].taps("✅ Confirm")
    clock.passes(seconds=1)
    await officers[1].taps("✖️ Cannot confirm", "No paper was sent")
    await officers[0].taps("👀 Original seen")
    officers[0].sees("Something has changed meanwhile", "not confirmed: No paper was sent")
    assert "Hanbit Bakery is confirmed" not in owner.chat()


async def test_a_number_corrected_while_a_coordinator_looks_is_not_confirmed_by_mistake(town, clock, owner, officers, without_a_key):
    await registers(owner)
    await town.does_chores()
    await looks(officers[0])
    await officers[0].taps("✅ Confirm")
    clock.passes(seconds=1)
    await owner.taps("🏪 See the shop", "✏️ Correct something", "Registration number")
    await owner.sends(number(7))
    await officers[0].taps("👀 Original seen")
    officers[0].sees("Something has changed meanwhile", number(7))
    assert "Hanbit Bakery is confirmed" not in owner.chat()


async def seen_shop(town, owner, officers):
    await registers(owner)
    await town.does_chores()
    town.clock.passes(seconds=1)  # a decision is never in the same microsecond as what it is about
    [shop] = await town.shops_of(owner)
    found = await town.office.look(ShopForOffice(by=officers[0].person.id, shop=shop.id))
    return shop.id, found.changed_at


async def decide_at_once(town, officers, shop, seen):
    deeds = (
        RecordProof(by=officers[0].person.id, shop=shop, proof=Proof.ORIGINAL, seen=seen),
        RefuseShop(by=officers[1].person.id, shop=shop, why=WhyNot.NO_PAPER, seen=seen),
    )
    return {type(outcome) for outcome in await asyncio.gather(*(town.office.do(deed) for deed in deeds))}


async def test_of_two_decisions_at_the_very_same_time_one_counts(town, owner, officers, without_a_key):
    shop, seen = await seen_shop(town, owner, officers)
    outcomes = await decide_at_once(town, officers, shop, seen)
    assert ChangedMeanwhile in outcomes
    assert len(outcomes & {Proven, Refused}) == 1


async def test_without_comparing_what_was_seen_both_would_count(town, owner, officers, without_a_key, monkeypatch):
    """The negative control of the test above."""
    shop, seen = await seen_shop(town, owner, officers)
    monkeypatch.setattr(shop_checks, "_unchanged", lambda seen: true())
    monkeypatch.setattr(shop_checks, "_unconfirmed", true())
    assert await decide_at_once(town, officers, shop, seen) == {Proven, Refused}


async def test_nobody_confirms_their_own_shop(town, officers, without_a_key):
    await registers(officers[0])
    await town.does_chores()
    await looks(officers[0])
    await officers[0].taps("✅ Confirm", "👀 Original seen")
    officers[0].sees("This is your own shop")
    await looks(officers[1])
    await officers[1].taps("✅ Confirm", "👀 Original seen")
    officers[0].sees("Hanbit Bakery is confirmed.")


async def test_somebody_who_is_no_coordinator_sees_and_decides_nothing_whatever_they_forge(town, owner, officers, without_a_key):
    shop, seen = await seen_shop(town, owner, officers)
    stranger = Player(town.office, id=999)
    for wish in (
        ShowChecks(),
        ShowCheck(shop),
        ShowCertificateOf(shop),
        ChooseProof(shop),
        ChooseReason(shop),
        Confirm(shop, Proof.ORIGINAL, 0),
        Refuse(shop, WhyNot.ENDED, 0),
    ):
        await stranger.wishes(wish)
        stranger.sees("Only the coordinators")
    await stranger.wishes(AskAgain(shop))
    stranger.sees("not among yours")
    owners = Player(town.office, id=owner.person.id)
    await owners.wishes(Confirm(shop, Proof.ORIGINAL, 0))
    owners.sees("Only the coordinators")
    assert await town.office.do(RecordProof(by=999, shop=shop, proof=Proof.ORIGINAL, seen=seen)) == Forbidden()


@pytest.mark.parametrize("shop", [0, -1, 9999, 2**63 - 1])
async def test_a_shop_that_is_not_there_ends_in_the_list(town, officers, shop):
    officer = Player(town.office, id=officers[0].person.id)
    for wish in (ShowCheck(shop), ShowCertificateOf(shop), ChooseProof(shop), Refuse(shop, WhyNot.ENDED, 1)):
        await officer.wishes(wish)
        officer.sees("The owner has removed this shop.")
    await officer.wishes(AskAgain(shop))
    officer.sees("not among yours")


@pytest.mark.parametrize("seen", [2**63 - 1, -(2**63 - 1)])
async def test_a_moment_that_is_none_is_an_old_button(town, owner, officers, without_a_key, seen):
    shop, _ = await seen_shop(town, owner, officers)
    officer = Player(town.office, id=officers[0].person.id)
    await officer.wishes(Confirm(shop, Proof.ORIGINAL, seen))
    officer.sees("from an earlier message")


async def test_the_list_turns_its_pages(town, owner, officers, without_a_key):
    await registers(owner)
    for serial in range(2, 9):
        await owner.taps("🏪 My shops", "➕ Register another")
        await describes(owner, f"Shop {serial}", number(serial))
        await owner.taps("Register it")
    await town.does_chores()
    officer = Player(town.office, id=officers[0].person.id)
    await officer.wishes(ShowChecks())
    officer.sees("Shop 6")
    assert "Shop 7" not in officer.text()
    await officer.taps("Page 2 ▶")
    officer.sees("Shop 8")
    await officer.taps("◀ Page 1")
    officer.sees("Hanbit Bakery")


async def test_what_a_coordinator_saw_survives_the_button():
    from bot.screens.shop_proofs import as_seen, seen_at

    moment = datetime(2026, 3, 2, 1, 2, 3, 456789, tzinfo=UTC)
    assert seen_at(as_seen(moment)) == moment


async def test_without_a_key_no_coordinator_is_offered_to_ask_the_tax_office(town, owner, officers, without_a_key):
    await registers(owner)
    await town.does_chores()
    await looks(officers[0])
    assert "🔁 Ask the tax office" not in officers[0].labels()
    officer = Player(town.office, id=officers[0].person.id)
    [shop] = await town.shops_of(owner)
    await officer.wishes(AskAgain(shop.id))
    officer.sees("please look at the paper and decide")


async def test_a_coordinator_has_the_tax_office_asked_at_once_instead_of_later(town, clock, owner, officers):
    town.emulator.tax_office.goes_away()
    await registers(owner)
    for _ in range(8):
        await town.does_chores()
        clock.passes(hours=1)
    await town.does_chores()
    town.emulator.tax_office.comes_back()
    officer = Player(town.office, id=officers[0].person.id)
    await officer.wishes(ShowChecks())
    await officer.taps("🧾 Hanbit Bakery", "🔁 Ask the tax office")
    officer.sees("It is being checked again.")
    await town.does_chores()
    owner.sees("Hanbit Bakery is confirmed.")
