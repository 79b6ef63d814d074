"""A baker registers, from the first screen to a shop that waits for its confirmation."""

import pytest

import bot.house  # noqa: F401 - all doors open
from bot.dialogue.taps import BeginStory
from services.consents import MyConsents
from services.owners import MyDetails
from services.shops import MyShops
from storage.shops import Check
from tests.player import Player
from tests.shops.registering import HANBIT, PHONE, begins, describes, number, plays_describing, plays_registering, registers, says_who


async def test_a_baker_registers_and_the_shop_waits_for_the_tax_office(office, owner):
    await registers(owner)
    owner.sees("Hanbit Bakery is registered.", "Next the number is confirmed", "🔎 Find partners")
    await owner.taps("🏪 See the shop")
    owner.sees("Hanbit Bakery", "Bakery, Mapo-gu", "001-01-0****", "Open since Tue 5 Mar 2019", "2 regular employees", "waiting")
    [shop] = await office.look(MyShops(person=owner.person.id))
    assert (shop.check_state, shop.check_due, shop.filled_in_by) == (Check.WAITING, office.clock.now(), None)


async def test_what_is_asked_and_why_comes_first_and_nothing_is_kept_before_the_end(office, owner):
    await begins(owner)
    owner.sees("I ask:", "two texts", "Shall we begin?")
    await says_who(owner)
    await describes(owner)
    owner.sees("Shall I register this shop?", "Representative: Kim Hanbit", f"Registration number: {HANBIT}")
    me = owner.person.id
    assert await office.look(MyDetails(person=me)) is None
    assert await office.look(MyConsents(person=me)) == {}
    assert await office.look(MyShops(person=me)) == ()


@pytest.mark.parametrize("at", [0, 1])
async def test_whoever_does_not_agree_is_told_what_still_works(office, at):
    player = Player(office)
    await player.wishes(BeginStory("register"))
    await player.taps("Begin", *(["I agree"] * at), "I do not agree")
    player.sees("That is all right.")
    assert {"✅ Can we apply?", "💰 How much would we get?", "🙋 Ask a person"} <= set(player.labels())
    assert await office.look(MyConsents(person=player.id)) == {}


async def test_a_child_is_not_registered(office):
    player = Player(office)
    await player.wishes(BeginStory("register"))
    await player.taps("Begin", "I agree", "I agree", "I do not agree", "No")
    player.sees("from the age of 14")
    assert await office.look(MyConsents(person=player.id)) == {}


async def test_a_shared_number_is_the_senders_own_and_a_typed_one_is_marked(office, owner, neighbour):
    await begins(owner)
    await owner.taps("Begin", "I agree", "I agree", "I do not agree", "Yes")
    await owner.sends("Kim Hanbit")
    await owner.does("shares_contact", own=False, phone_number="+821099998888")
    owner.sees("somebody else's number")
    await owner.does("shares_contact")
    await describes(owner)
    await owner.taps("Register it", "🏪 My shops", "👤 My details")
    owner.sees("confirmed by Telegram", "Kim Hanbit")
    typing = Player(office, id=neighbour.person.id)
    await plays_registering(typing, digits=number(2))
    await typing.taps("Register it", "🏪 My shops", "👤 My details")
    typing.sees(f"{PHONE} (typed, not confirmed)")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("001-01-00016", "One of the digits must be wrong"),
        ("12345", "has ten digits"),
        ("our number", "has ten digits"),
        ("001-00-00015", "No such number is ever issued"),
    ],
)
async def test_a_number_that_cannot_be_is_said_at_once(office, typed, told):
    player = await at_the_number(office)
    await player.says(typed)
    player.sees(told)
    player.sees("What is the business registration number?")
    await player.says(HANBIT)
    player.sees("Which trade is it?")


async def test_a_number_for_tests_passes_only_where_the_house_accepts_them(store, clock):
    from services.office import Office

    player = await at_the_number(Office(store, clock))
    await player.says(HANBIT)
    player.sees("No such number is ever issued")
    await player.says("124-81-00998")
    player.sees("Which trade is it?")


async def at_the_number(office) -> Player:
    player = Player(office)
    await player.wishes(BeginStory("register"))
    await player.taps("Begin", "I agree", "I agree", "I do not agree", "Yes")
    for typed in ("Kim Hanbit", PHONE, "Hanbit Bakery"):
        await player.says(typed)
    await player.taps("Shop")
    return player


async def test_a_resident_number_is_refused_and_deleted_in_the_middle_of_it(owner):
    await begins(owner)
    await says_who(owner)
    await owner.sends("Hanbit Bakery")
    await owner.taps("Shop")
    await owner.sends("900101-1234567")
    owner.sees("resident registration number", "What is the business registration number?")
    assert owner.person.chat()[-2].deleted or all("900101" not in (m.text or "") for m in owner.person.chat() if not m.deleted)


async def test_bad_answers_are_answered_with_what_is_needed(office):
    player = Player(office)
    await player.wishes(BeginStory("register"))
    await player.taps("Begin", "I agree", "I agree", "I do not agree", "Yes")
    await player.says("Kim 2")
    player.sees("A name has letters and no digits")
    await player.says("Kim  Hanbit")
    await player.says("12345")
    player.sees("type it like 010-1234-5678")
    await player.says(PHONE)
    await player.says("H" * 41)
    player.sees("up to 40 fit")
    await player.says("Hanbit Bakery")
    await player.says("a bar")
    player.sees("choose one of the buttons")
    await player.taps("Shop")
    await player.says(HANBIT)
    await player.says("Another trade")
    await player.says("Bicycle repair")
    await player.says("Busan")
    player.sees("choose one of the buttons")
    await player.taps("Page 2 of 4 ▶")
    await player.says("Mapo")
    for typed, told in (("3/5", "I need the year"), ("2026-03-03", "still to come"), ("1899-12-31", "too early")):
        await player.says(typed)
        player.sees(told)
    await player.says("2019-03-05")
    await player.says("-1")
    player.sees("How many regular employees")
    await player.says("2")
    await player.says("no photo")
    player.sees("Please send a photo or a file here.")
    await player.taps("Skip", "Skip")
    player.sees("Trade in words: Bicycle repair")
    player.sees("Representative: Kim Hanbit")


async def test_employees_are_counted_together_or_later(office):
    player = await at_the_number(office)
    await player.says(HANBIT)
    await player.taps("Bakery")
    for typed in ("Mapo", "2019-03-05"):
        await player.says(typed)
    await player.taps("🧮 Count together", "Yes, always the same", "4 people", "1 person")
    player.sees("4.5")
    await player.taps("4 people", "Skip", "Skip")
    player.sees("Employees, counted: 4 people")
    await player.taps("✏️ Regular employees", "I will count later")
    player.sees("to be counted later")
    await player.taps("Register it", "🏪 See the shop")
    player.sees("Regular employees: to be counted")


async def test_a_federation_says_how_many_cooperatives_it_has_and_is_not_asked_for_a_certificate(office):
    player = Player(office)
    await player.wishes(BeginStory("register"))
    await player.taps("Begin", "I agree", "I agree", "I do not agree", "Yes")
    for typed in ("Kim Hanbit", PHONE, "Alley Federation"):
        await player.says(typed)
    await player.taps("Federation of cooperatives")
    await player.says(number(7))
    player.sees("belong to a sole proprietor")
    await player.taps("✏️ Change the number")
    await player.says(number(7, middle="82"))
    await player.says("Culture and arts")
    for typed in ("Mapo", "2019-03-05", "3", "4"):
        await player.says(typed)
    await player.taps("Skip")
    player.sees("Cooperatives: 4 cooperatives")
    await player.taps("Register it", "🏪 See the shop")
    player.sees("4 cooperatives")


async def test_a_second_shop_asks_only_about_the_shop(office, owner):
    await registers(owner)
    await owner.taps("🏪 My shops", "➕ Register another")
    owner.sees("What is the shop called?")
    await describes(owner, "Hanbit Café", number(2))
    await owner.taps("Register it", "🏪 My shops")
    owner.sees("Hanbit Bakery", "Hanbit Café")


async def test_ones_own_number_again_leads_to_that_shop(owner):
    await registers(owner)
    await owner.taps("🏪 My shops", "➕ Register another")
    await owner.sends("Hanbit Café")
    await owner.taps("Shop")
    await owner.sends(HANBIT)
    owner.sees("You have registered this number already", "Hanbit Bakery", "001-01-0****")


async def test_a_number_of_somebody_else_is_not_given_twice_and_nobody_is_told_whose_it_is(owner, neighbour):
    await registers(owner)
    await begins(neighbour)
    await says_who(neighbour, "Lee Iut")
    await neighbour.sends("Iut Bakery")
    await neighbour.taps("Shop")
    await neighbour.sends(HANBIT)
    neighbour.sees("registered already", "ask a person", "What is the business registration number?")
    neighbour.sees_not("Hanbit", "Kim")
    neighbour.sees_button("🙋 Ask a person")
    await neighbour.sends(number(2))
    neighbour.sees("Which trade is it?")


async def test_a_number_registered_elsewhere_before_the_last_tap_is_asked_again(office):
    first, second = Player(office, id=1), Player(office, id=2)
    await plays_registering(first)
    await plays_registering(second)
    await first.taps("Register it")
    await second.taps("Register it")
    second.sees("registered already")
    await second.says(number(2))
    second.sees("Shall I register this shop?")
    await second.taps("Register it")
    second.sees("is registered.")


async def test_a_double_tap_at_the_end_registers_one_shop(office, owner):
    await begins(owner)
    await says_who(owner)
    await describes(owner)
    await owner.taps_twice("Register it")
    owner.sees("Hanbit Bakery is registered.")
    assert len(await office.look(MyShops(person=owner.person.id))) == 1


async def test_a_restart_in_the_middle_and_back_lose_nothing(town, owner):
    await begins(owner)
    await says_who(owner)
    await owner.sends("Hanbit Bakery")
    await town.restarts()
    await owner.taps("Shop", "◀ Back", "Keep my answer")
    owner.sees("What is the business registration number?")
    await owner.sends(HANBIT)
    await owner.taps("Bakery")
    await owner.sends("Mapo-gu", "2019-03-05", "2")
    await owner.taps("Skip", "Skip", "✏️ Shop name")
    await owner.sends("Hanbit Bread")
    owner.sees("Shop name: Hanbit Bread", "Gu: Mapo-gu")
    await owner.taps("Register it")
    owner.sees("Hanbit Bread is registered.")


async def test_the_certificate_is_watched_and_belongs_to_the_shop(town, clock, owner):
    await begins(owner)
    await says_who(owner)
    await owner.sends("Hanbit Bakery")
    await owner.taps("Shop")
    await owner.sends(HANBIT)
    await owner.taps("Bakery")
    await owner.sends("Mapo-gu", "2019-03-05", "2")
    await owner.does("sends_photo")
    await owner.taps("Done (1 sent)")
    await owner.sends("2026-04-15")
    await owner.taps("Register it", "🏪 See the shop")
    owner.sees("Micro enterprise certificate until Wed 15 Apr 2026", "Photo of the certificate: sent")
    before = len(owner.person.chat())
    await owner.taps("📄 Show the photo")
    assert any(message.photo for message in owner.person.chat()[before:])
    clock.passes(days=14)
    await town.settles()
    owner.sees("The certificate of Hanbit Bakery ends on Wed 15 Apr 2026")


async def test_ten_shops_are_the_most(office):
    player = Player(office)
    await plays_registering(player, "Shop 0", number(100))
    await player.taps("Register it")
    for serial in range(1, 10):
        await player.wishes(BeginStory("register"))
        await plays_describing(player, f"Shop {serial}", number(100 + serial))
        await player.taps("Register it")
    await player.wishes(BeginStory("register"))
    player.sees("You have registered 10 shops")
