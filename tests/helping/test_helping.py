"""A coordinator fills in a shop for an owner, who opens the link, corrects, agrees and confirms."""

import pytest
from sqlalchemy import text

import bot.house  # noqa: F401 - all doors open
from bot.dialogue.taps import BeginStory
from bot.screens.helping import AnotherLink, ShowFilledIn, ShowOneFilledIn, ThrowAway
from bot.taps import encode
from services.chores import all_chores
from services.coordinators import AppointFirstCoordinators, Forbidden
from services.helping import FilledInByMe, FillInShop, MakeNewLink
from services.shops import MyShops
from storage.shops import Check
from tests.player import Player
from tests.shops.registering import HANBIT, number, plays_describing, plays_registering

OFFICER = 7


@pytest.fixture
async def officer(office) -> Player:
    await office.do(AppointFirstCoordinators(ids=(OFFICER,)))
    return Player(office, id=OFFICER)


async def fills_in(officer: Player, shop: str = "Hanbit Bakery", digits: str = HANBIT) -> str:
    """The payload of the link to hand over."""
    await officer.wishes(BeginStory("help_owner"))
    await plays_describing(officer, shop, digits)
    await officer.taps("Make the link")
    return link_on(officer)


def link_on(officer: Player) -> str:
    [link] = [button.shares.payload for button in officer.buttons() if button.shares is not None]
    return link


async def opens(owner: Player, link: str) -> None:
    await owner.commands("start", link)


async def confirms(owner: Player) -> None:
    await owner.taps("Begin", "I agree", "I agree", "I do not agree", "Yes")
    await owner.says("Kim Hanbit")
    await owner.says("010-9876-5432")
    await owner.taps("Register it")


async def test_the_owner_sees_every_line_corrects_one_agrees_and_confirms(town, owner):
    officer = town.person("Officer")
    await officer.starts()
    await town.appoints(officer)
    await officer.does("presses_data", officer.last(), encode(BeginStory("help_owner")))
    await officer.sends("Hanbit Bakery")
    await officer.taps("Shop")
    await officer.sends(HANBIT)
    await officer.taps("Bakery")
    await officer.sends("Mapo-gu", "2019-03-05", "2")
    await officer.taps("Skip", "Skip", "Make the link")
    officer.sees("Now hand the link to the owner", "until Mon 9 Mar 2026 10:00")
    [shared] = [button.url for row in officer.last().keyboard for button in row if button.label == "📤 Send it to the owner"]
    payload = shared.split("start%3D")[1].split("&")[0]
    await owner.starts(payload)
    owner.sees("The office has filled in your shop for you", "Shall we begin?")
    await owner.taps("Begin", "I agree", "I agree", "I do not agree", "Yes")
    await owner.sends("Kim Hanbit")
    await owner.does("shares_contact")
    owner.sees("Shop name: Hanbit Bakery", f"Registration number: {HANBIT}", "Trade: Bakery", "Gu: Mapo-gu", "Tue 5 Mar 2019", "2 people")
    await owner.taps("✏️ Gu")
    await owner.sends("Jongno-gu")
    await owner.taps("Register it")
    owner.sees("Hanbit Bakery is registered.")
    officer.sees("The owner has confirmed Hanbit Bakery")
    [shop] = await town.office.look(MyShops(person=owner.person.id))
    assert (shop.filled_in_by, shop.gu, shop.check_state) == (officer.person.id, "11110", Check.WAITING)


async def test_the_audit_says_who_filled_it_in(office, officer):
    owner = Player(office, id=1)
    await opens(owner, await fills_in(officer))
    await confirms(owner)
    async with office.store.reading() as connection:
        rows = [tuple(row) for row in await connection.execute(text('SELECT who, did, "on", outcome, why FROM audit ORDER BY id'))]
    assert (OFFICER, "FillInShop", "helped_shop:1", "FilledIn", "") in rows
    assert rows[-1] == (1, "RegisterShop", "shop:1", "Registered", f"helped_by:{OFFICER}")


async def test_nothing_of_the_owner_is_asked_of_the_coordinator(officer):
    await officer.wishes(BeginStory("help_owner"))
    officer.sees("What is the shop called?")
    await plays_describing(officer)
    officer.sees("Is this what the owner told you?")
    assert "Phone" not in officer.text()
    assert "Representative" not in officer.text()


async def test_a_link_works_once(office, officer):
    link = await fills_in(officer)
    owner, neighbour = Player(office, id=1), Player(office, id=2)
    await opens(owner, link)
    await confirms(owner)
    await opens(neighbour, link)
    neighbour.sees("This link has been used already")


async def test_two_who_opened_the_same_link_cannot_both_confirm(office, officer):
    link = await fills_in(officer)
    owner, neighbour = Player(office, id=1), Player(office, id=2)
    await opens(owner, link)
    await opens(neighbour, link)
    await confirms(owner)
    await neighbour.taps("Begin", "I agree", "I agree", "I do not agree", "Yes")
    await neighbour.says("Lee Iut")
    await neighbour.says("010-1111-2222")
    neighbour.sees("registered already")
    await neighbour.says(number(2))
    await neighbour.taps("Register it")
    neighbour.sees("This link has been used or withdrawn")
    assert await office.look(MyShops(person=2)) == ()


async def test_opened_again_the_owner_goes_on_where_they_were(office, officer):
    link = await fills_in(officer)
    owner = Player(office, id=1)
    await opens(owner, link)
    await owner.taps("Begin", "I agree")
    await opens(owner, link)
    owner.sees("Chat data abroad (required): do you agree?")


async def test_somebody_registered_already_goes_straight_to_the_summary(office, officer):
    owner = Player(office, id=1)
    await plays_registering(owner, digits=number(2))
    await owner.taps("Register it")
    await opens(owner, await fills_in(officer))
    owner.sees("Shall I register this shop?")
    await owner.taps("Register it")
    owner.sees("Hanbit Bakery is registered.")


async def test_a_link_that_ended_or_was_never_made_says_so(office, clock, officer):
    link = await fills_in(officer)
    owner = Player(office, id=1)
    await opens(owner, "own_nobodymadethis")
    owner.sees("does not work any more")
    await opens(owner, "own_")
    owner.sees("does not work any more")
    clock.passes(days=7)
    await opens(owner, link)
    owner.sees("This link ended on Mon 9 Mar 2026 10:00")


async def test_the_coordinator_who_opens_it_is_told_to_send_it_on(officer):
    await opens(officer, await fills_in(officer))
    officer.sees("This link is for the owner")


async def test_another_link_replaces_the_first(office, officer):
    first = await fills_in(officer)
    await officer.taps("🧑‍🤝‍🧑 Waiting for owners")
    officer.sees("Filled in, not yet confirmed")
    await officer.taps("Hanbit Bakery · until Mon 9 Mar 2026", "🔁 Another link")
    second = link_on(officer)
    owner = Player(office, id=1)
    await opens(owner, first)
    owner.sees("does not work any more")
    await opens(owner, second)
    owner.sees("The office has filled in your shop for you")


async def test_thrown_away_the_link_leads_nowhere(office, officer):
    link = await fills_in(officer)
    await officer.wishes(ShowOneFilledIn(1))
    await officer.taps("🗑 Throw it away")
    officer.sees("Thrown away.")
    owner = Player(office, id=1)
    await opens(owner, link)
    owner.sees("does not work any more")


@pytest.mark.parametrize("wish", [BeginStory("help_owner"), ShowFilledIn(), ShowOneFilledIn(1), AnotherLink(1), ThrowAway(1)], ids=str)
async def test_only_coordinators_help(office, officer, wish):
    await fills_in(officer)
    stranger = Player(office, id=9)
    await stranger.wishes(wish)
    stranger.sees("Only the coordinators")
    assert "Hanbit" not in stranger.text()
    assert len((await office.look(FilledInByMe(by=OFFICER))).shops) == 1


async def test_a_coordinator_dismissed_in_the_middle_makes_no_link(office, officer):
    await officer.wishes(BeginStory("help_owner"))
    await plays_describing(officer)
    await office.do(AppointFirstCoordinators(ids=()))
    await officer.taps("Make the link")
    officer.sees("Only the coordinators")
    assert await office.do(FillInShop(by=OFFICER, answers={})) == Forbidden()
    assert await office.do(MakeNewLink(by=OFFICER, number=1)) == Forbidden()


async def test_a_colleague_does_not_see_what_another_filled_in(office, officer):
    await fills_in(officer)
    await office.do(AppointFirstCoordinators(ids=(OFFICER, 8)))
    colleague = Player(office, id=8)
    await colleague.wishes(ShowOneFilledIn(1))
    colleague.sees("no longer waiting")
    assert "Hanbit" not in colleague.text()


async def test_what_was_filled_in_lies_sealed_and_is_cleared_away(office, store, clock, officer):
    link = await fills_in(officer)
    async with store.reading() as connection:
        row = str((await connection.execute(text("SELECT * FROM helped_shops"))).one())
    assert [trace for trace in (link.removeprefix("own_"), "Hanbit", HANBIT, HANBIT.replace("-", "")) if trace in row] == []
    clock.passes(days=14, minutes=1)
    [chore] = [chore for chore in all_chores() if chore.name == "clear_filled_in_shops"]
    await chore.run(office)
    async with store.reading() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM helped_shops")) == 0


async def test_fifty_waiting_are_the_most_and_the_list_has_pages(office, officer):
    for serial in range(50):
        await office.do(FillInShop(by=OFFICER, answers={"shop_name": f"Shop {serial}"}))
    await officer.wishes(ShowFilledIn(page=8))
    officer.sees("not yet confirmed")
    assert "◀ Page 8" in officer.labels()
    await officer.wishes(BeginStory("help_owner"))
    await plays_describing(officer)
    await officer.taps("Make the link")
    officer.sees("50 shops you filled in")
