"""An owner opens a consortium: the call, the name, the idea, and everything that can be in the way."""

from dataclasses import replace

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from bot.dialogue.taps import BeginStory
from programme.tracks import Track
from services.consortia import CallOver, MyConsortia, OpenConsortium, ShopGone
from services.seats import PlacedElsewhere, WrongKind
from storage.shops import Kind
from tests.consortia.forming import IDEA, begins, opened, opens
from tests.finder.street import keeps_shop, opens_shop
from tests.player import Player

DEMO = "[Demo] Collaboration support for the self-employed (open, D-20)"


@pytest.fixture
async def baker(town, owner):
    await keeps_shop(town, owner, "Hanbit Bakery", 1)
    return owner


async def test_a_baker_opens_a_consortium_for_the_open_call(baker):
    await begins(baker)
    baker.sees("For which call do you want to form it?")
    await baker.taps(DEMO)
    baker.sees("What shall the consortium be called?")
    await baker.sends("Morning Bread")
    baker.sees("What do you want to do together?")
    await baker.sends(IDEA)
    baker.sees("Call: [Demo]", "Name: Morning Bread", IDEA, "Hanbit Bakery becomes the lead business.")
    await baker.taps("Open it")
    baker.sees("“Morning Bread” is open.", "Hanbit Bakery leads it. Now: 1 of at least 3 members.")
    baker.sees_button("✉️ Invite a shop now")
    await baker.starts()
    await baker.taps("🤝 My consortia")
    baker.sees("Morning Bread", "Hanbit Bakery: leads · 1 of at least 3 members")


async def test_without_a_shop_one_is_registered_first(owner):
    await owner.starts()
    await owner.taps("🤝 Form a consortium")
    owner.sees("You are in none yet.")
    await owner.taps("➕ Open a consortium")
    owner.sees("you need a registered shop")
    await owner.taps("🏪 Register my shop")
    owner.sees("Register a shop")


async def test_without_a_call_it_prepares_for_the_next_one(baker):
    await begins(baker)
    await baker.taps("Prepare for the next call")
    await baker.sends("Morning Bread", IDEA)
    baker.sees("No call is chosen yet")
    await baker.taps("Open it")
    baker.sees("is open")


async def test_a_name_that_is_taken_in_the_round_is_said_at_once_and_a_free_one_offered(office, town, baker, neighbour):
    shop = await keeps_shop(town, neighbour, "Dalbit Rice Cakes", 2)
    await opened(office, neighbour.person.id, shop.shop, "Morning Bread")
    await begins(baker)
    await baker.taps("Prepare for the next call")
    await baker.sends("morning  BREAD!")
    baker.sees("“morning BREAD!” is taken in this round. “morning BREAD! 2” would be free")
    await baker.taps("morning BREAD! 2")
    await baker.sends(IDEA)
    await baker.taps("Open it")
    baker.sees("“morning BREAD! 2” is open.")


async def test_a_name_taken_by_somebody_faster_is_asked_again_and_nothing_else_is_lost(office, town, baker, neighbour):
    shop = await keeps_shop(town, neighbour, "Dalbit Rice Cakes", 2)
    await begins(baker)
    await baker.taps("Prepare for the next call")
    await baker.sends("Morning Bread", IDEA)
    await opened(office, neighbour.person.id, shop.shop, "Morning Bread")
    await baker.taps("Open it")
    baker.sees("is taken in this round")
    await baker.sends("Evening Bread")
    baker.sees("please check", IDEA)
    await baker.taps("Open it")
    baker.sees("“Evening Bread” is open.")


async def test_the_same_name_is_free_in_another_round(office, town, baker, neighbour):
    shop = await keeps_shop(town, neighbour, "Dalbit Rice Cakes", 2)
    await opened(office, neighbour.person.id, shop.shop, "Morning Bread")
    await opens(baker, "Morning Bread", call=DEMO)
    baker.sees("“Morning Bread” is open.")


@pytest.mark.parametrize(("typed", "reason"), [("!!! 🥐 !!!", "needs letters or digits"), ("a" * 31, "up to 30 fit")])
async def test_a_name_nobody_could_tell_apart_is_asked_again(baker, typed, reason):
    await begins(baker)
    await baker.taps("Prepare for the next call")
    await baker.sends(typed)
    baker.sees(reason)


async def test_letters_that_nobody_sees_make_no_other_name(office, town, baker, neighbour):
    shop = await keeps_shop(town, neighbour, "Dalbit Rice Cakes", 2)
    await opened(office, neighbour.person.id, shop.shop, "Morning Bread")
    await begins(baker)
    await baker.taps("Prepare for the next call")
    await baker.sends("Morning\u200b Bread\u202e")
    baker.sees("“Morning Bread” is taken in this round.")


async def test_a_shop_that_sits_somewhere_says_where_and_how_to_leave(baker):
    await opens(baker)
    await baker.starts()
    await baker.taps("🤝 My consortia", "➕ Open a consortium", "Prepare for the next call")
    baker.sees("Hanbit Bakery already sits in the consortium “Morning Bread” of this round.", "leave it there")
    baker.sees_button("🤝 Morning Bread")


async def test_of_several_shops_only_free_ones_can_lead_and_the_other_is_explained(office, town, baker):
    await opens(baker)
    for serial, name in ((2, "Hanbit Cafe"), (3, "Hanbit Tea")):
        await opens_shop(office, baker.person.id, name, serial=serial)
    await baker.starts()
    await baker.taps("🤝 My consortia", "➕ Open a consortium", "Prepare for the next call")
    baker.sees("Which of your shops shall lead it?", "Hanbit Bakery already sits in the consortium “Morning Bread”")
    assert "Hanbit Bakery" not in baker.labels()
    await baker.taps("Hanbit Tea")
    await baker.sends("Tea Time", IDEA)
    await baker.taps("Open it")
    baker.sees("Hanbit Tea leads it.")


async def test_who_has_shops_and_cooperatives_is_asked_for_which_it_shall_be(office, town, baker):
    await opens_shop(office, baker.person.id, "Bread Cooperative", serial=2, kind=Kind.COOPERATIVE)
    await begins(baker)
    await baker.taps("🤝 Cooperatives")
    baker.sees("[Demo] Innovation track for cooperatives")
    await baker.taps("Prepare for the next call")
    await baker.sends("Cooperative Bread", IDEA)
    await baker.taps("Open it")
    baker.sees("Bread Cooperative leads it.")


async def test_a_double_tap_opens_one(office, town, baker):
    await begins(baker)
    await baker.taps("Prepare for the next call")
    await baker.sends("Morning Bread", IDEA)
    await baker.taps_twice("Open it")
    found = await office.look(MyConsortia(person=baker.person.id))
    assert [one.consortium.name for one in found.consortia] == ["Morning Bread"]


async def test_a_restart_in_the_middle_loses_nothing(town, baker):
    await begins(baker)
    await baker.taps("Prepare for the next call")
    await baker.sends("Morning Bread")
    await town.restarts()
    await baker.sends(IDEA)
    await baker.taps("Open it")
    baker.sees("“Morning Bread” is open.")


async def test_a_call_that_closed_while_it_was_chosen_is_asked_again(clock, baker):
    await begins(baker)
    await baker.taps(DEMO)
    await baker.sends("Morning Bread", IDEA)
    clock.passes(days=80)
    await baker.sends("/resume")
    baker.sees("(opens in")
    clock.passes(days=100)
    await baker.sends("/resume")
    baker.sees("That call can no longer be chosen", "For which call")
    await baker.taps("Prepare for the next call")
    baker.sees("please check", "Morning Bread")
    await baker.taps("Open it")
    baker.sees("“Morning Bread” is open.")


async def test_the_deed_itself_takes_no_foreign_shop_no_closed_call_and_no_wrong_kind(office_with_calls):
    office = office_with_calls
    mine, foreign = [await opens_shop(office, n, f"Shop {n}", serial=n) for n in (1, 2)]
    deed = OpenConsortium(by=1, shop=mine.shop, track=Track.COLLABORATION, call=None, name="Morning Bread", idea=IDEA)
    assert await office.do(replace(deed, shop=foreign.shop)) == ShopGone()
    assert await office.do(replace(deed, shop=999)) == ShopGone()
    assert await office.do(replace(deed, call="collaboration-2016@1")) == CallOver()
    assert await office.do(replace(deed, track=Track.INNOVATION)) == WrongKind("innovation")
    await office.do(deed)
    again = await office.do(replace(deed, name="Other"))
    assert isinstance(again, PlacedElsewhere)
    assert again.consortium.name == "Morning Bread"


async def test_the_list_turns_its_pages(office_with_calls):
    for serial in range(1, 9):
        shop = await opens_shop(office_with_calls, 1, f"Shop {serial}", serial=serial)
        await opened(office_with_calls, 1, shop.shop, f"Consortium {serial}")
    player = Player(office_with_calls, id=1, language="en")
    await player.commands("start")
    await player.taps("🤝 My consortia")
    player.sees("Consortium 8")
    await player.taps("Page 2 ▶")
    player.sees("Consortium 1")


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_the_story_is_told_in_both_languages(office_with_calls, language):
    await opens_shop(office_with_calls, 1, "한빛제과", serial=1)
    player = Player(office_with_calls, id=1, language=language)
    await player.wishes(BeginStory("open_consortium"))
    assert player.text()
