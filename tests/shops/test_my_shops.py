"""A registered shop is looked at, corrected and removed by its owner, and by nobody else."""

from datetime import date

import pytest
from sqlalchemy import text

import bot.house  # noqa: F401 - all doors open
from bot.dialogue.taps import BeginStory
from bot.screens.shops import AskToRemove, ChooseLine, Line, RemoveThisShop, ShowDetails, ShowNumber, ShowPaper, ShowShop, ShowShops
from programme.tracks import Track
from services.certificates import MyCertificates, WatchCertificate
from services.consortia import OpenConsortium, Opened
from services.owners import MyDetails
from services.shops import MyShops
from storage import shops
from storage.shops import Check
from tests.player import Player
from tests.shops.registering import HANBIT, PHONE, number, plays_describing, plays_registering, registers


@pytest.fixture
async def player(office) -> Player:
    """Has registered one shop."""
    player = Player(office)
    await plays_registering(player)
    await player.taps("Register it")
    return player


async def the_shop(office, person: int = 1):
    return (await office.look(MyShops(person=person)))[-1]


async def is_confirmed(store, shop: int) -> None:
    async with store.transaction() as connection:
        await connection.execute(
            text(f"UPDATE shops SET check_state = 'active', check_due = NULL, checked_at = registered_at WHERE id = {shop}")
        )


async def leads(office, name: str = "Alley Oven") -> int:
    """The owner of the first shop opens a consortium with it."""
    deed = OpenConsortium(by=1, shop=1, track=Track.COLLABORATION, call=None, name=name, idea="One oven for three of us")
    opened = await office.do(deed)
    assert isinstance(opened, Opened)
    return opened.number


async def test_an_empty_list_says_what_a_shop_is_for(office):
    player = Player(office)
    await player.wishes(ShowShops())
    player.sees("No shop is registered yet")
    await player.taps("➕ Register a shop")
    player.sees("Shall we begin?")


async def test_the_number_is_masked_until_its_owner_asks_for_it(player):
    await player.wishes(ShowShops())
    await player.taps("🏪 Hanbit Bakery")
    player.sees("001-01-0****")
    assert HANBIT not in player.text()
    await player.taps("👁 Show the number")
    player.sees(HANBIT)


@pytest.mark.parametrize(
    ("line", "typed", "told"),
    [
        ("Name of the shop", ["Hanbit Bread"], "Hanbit Bread"),
        ("Trade", ["Another trade", "Bicycle repair"], "Bicycle repair, Mapo-gu"),
        ("Gu", ["Jongno"], "Bakery, Jongno-gu"),
        ("Regular employees", ["7"], "7 regular employees"),
        ("Opening date", ["2020-01-31"], "Open since Fri 31 Jan 2020"),
        ("Registration number", ["001-01-00029"], "001-01-0****"),
    ],
)
async def test_a_line_is_corrected(player, line, typed, told):
    await player.wishes(ShowShop(1))
    await player.taps("✏️ Correct something", line)
    for answer in typed:
        await player.says(answer)
    player.sees("Corrected.")
    await player.taps("🏪 See the shop")
    player.sees(told)


async def test_a_photo_is_sent_later_and_taken_away_again(owner):
    await registers(owner)
    await owner.taps("🏪 See the shop", "✏️ Correct something", "Photo of the certificate")
    await owner.does("sends_photo")
    await owner.taps("Done (1 sent)", "🏪 See the shop")
    owner.sees("Photo of the certificate: sent")
    await owner.taps("✏️ Correct something", "Photo of the certificate", "Skip", "🏪 See the shop")
    owner.sees("Photo of the certificate: none")


@pytest.mark.parametrize(("line", "typed"), [("Registration number", "001-01-00029"), ("Opening date", "2020-01-31")])
async def test_what_the_tax_office_compares_is_checked_again(office, store, player, line, typed):
    await is_confirmed(store, 1)
    await player.wishes(ChooseLine(1))
    await player.taps(line)
    await player.says(typed)
    player.sees("The tax office is asked again")
    shop = await the_shop(office)
    assert (shop.check_state, shop.check_due, shop.checked_at) == (Check.WAITING, office.clock.now(), None)


async def test_a_new_name_of_the_shop_is_not_checked_again_and_the_reminder_bears_it(office, store, player):
    await is_confirmed(store, 1)
    await office.do(WatchCertificate(by=1, shop_id=1, expires=date(2026, 12, 31)))
    await player.wishes(ChooseLine(1))
    await player.taps("Name of the shop")
    await player.says("Hanbit Bread")
    assert (await the_shop(office)).is_confirmed
    [certificate] = (await office.look(MyCertificates(person=1))).certificates
    assert certificate.shop == "Hanbit Bread"


async def test_another_persons_number_is_no_correction(office, player):
    neighbour = Player(office, id=2)
    await plays_registering(neighbour, digits=number(2))
    await neighbour.taps("Register it")
    await neighbour.wishes(ChooseLine(2))
    await neighbour.taps("Registration number")
    await neighbour.says(HANBIT)
    neighbour.sees("registered already")
    await neighbour.says(number(2))
    neighbour.sees("That is the number this shop has already")


async def test_a_number_of_another_shop_of_ones_own_is_no_correction(player):
    await player.wishes(BeginStory("register"))
    await plays_describing(player, "Hanbit Café", number(2))
    await player.taps("Register it")
    await player.wishes(ChooseLine(2))
    await player.taps("Registration number")
    await player.says(HANBIT)
    player.sees("Another shop of yours has that number")


async def test_the_owners_name_is_corrected_and_every_shop_checked_again(office, store, player):
    await is_confirmed(store, 1)
    await player.wishes(ShowDetails())
    player.sees("Kim Hanbit")
    await player.taps("✏️ Correct the name")
    await player.says("Kim Hanbyeol")
    player.sees("The tax office is asked again about your shops")
    assert (await office.look(MyDetails(person=1))).name == "Kim Hanbyeol"
    assert not (await the_shop(office)).is_confirmed


async def test_the_phone_is_corrected_and_nothing_is_checked_again(office, store, player):
    await is_confirmed(store, 1)
    await player.wishes(ShowDetails())
    await player.taps("✏️ Correct the phone")
    await player.says("02-2133-5480")
    await player.taps("👤 My details")
    player.sees("02-2133-5480 (typed, not confirmed)")
    assert (await the_shop(office)).is_confirmed


async def test_a_removed_shop_is_gone_with_its_number_and_its_reminder(office, store, player):
    await office.do(WatchCertificate(by=1, shop_id=1, expires=date(2026, 12, 31)))
    await player.wishes(ShowShop(1))
    await player.taps("🗑 Remove the shop")
    player.sees("Remove Hanbit Bakery?")
    await player.taps("Yes, remove it")
    player.sees("Hanbit Bakery is removed.")
    assert (await office.look(MyCertificates(person=1))).certificates == ()
    async with store.reading() as connection:
        assert await shops.number_of(connection, 1) is None
        assert (await shops.of_ids(connection, [1]))[1].name == "Hanbit Bakery"
    await player.taps("➕ Register a shop")
    await plays_describing(player)
    await player.taps("Register it")
    player.sees("Hanbit Bakery is registered.")


async def test_a_shop_in_a_consortium_stays_and_says_which_one_it_leaves_first(office, player):
    consortium = await leads(office)
    await player.wishes(ShowShop(1))
    player.sees("In the consortium “Alley Oven”")
    await player.wishes(RemoveThisShop(1))
    player.sees("“Alley Oven”, so it cannot be removed yet")
    assert [b.tap.number for b in player.buttons() if player.label(b) == "🤝 Alley Oven"] == [consortium]
    assert await the_shop(office)


async def test_removing_twice_changes_nothing_more(player):
    for _ in range(2):
        await player.wishes(RemoveThisShop(1))
    player.sees("not among yours any more")


FORGED = [
    *(kind(1) for kind in (ShowShop, ShowNumber, ShowPaper, ChooseLine, AskToRemove, RemoveThisShop)),
    *(BeginStory("correct_shop", f"1 {line.value}") for line in Line),
    BeginStory("correct_shop", "1"),
    BeginStory("correct_shop", "x gu"),
    BeginStory("certificate", "1"),
]


@pytest.mark.parametrize("wish", FORGED, ids=str)
async def test_nobody_else_sees_or_changes_anything_of_it(office, player, wish):
    """Planted: each of these would be found on the screen if it leaked."""
    before = await the_shop(office)
    stranger = Player(office, id=9)
    await stranger.wishes(wish)
    shown = stranger.text() + "".join(stranger.labels())
    assert [trace for trace in ("Hanbit", "Kim", HANBIT, HANBIT[:8], PHONE, "Mapo") if trace in shown] == []
    assert await the_shop(office) == before


async def test_the_certificate_story_offers_ones_own_shops(player):
    await player.wishes(BeginStory("certificate"))
    await player.taps("Hanbit Bakery")
    await player.says("2026-12-31")
    await player.taps("Remind me")
    await player.wishes(ShowShop(1))
    player.sees("Micro enterprise certificate until Thu 31 Dec 2026")


async def test_the_certificate_of_another_shop_can_still_be_watched(player):
    await player.wishes(BeginStory("certificate"))
    await player.taps("Another shop")
    await player.says("My sister's shop")
    await player.says("2026-12-31")
    await player.taps("Remind me")
    player.sees("My sister's shop")
