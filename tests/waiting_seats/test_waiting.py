"""A full consortium: standing in the queue, 48 hours for whoever is next, and the seat goes on when they do not want it."""

import pytest
from sqlalchemy import text

import bot.house  # noqa: F401 - opens every door of the house
from bot.screens.waiting_seats import WaitForSeat, WaitWith
from services.seats import Full, take_seat
from services.shop_changes import RemoveShop
from services.shops import MyShops
from services.waiting_seats import MyQueues
from services.waiting_seats import WaitForSeat as Wait
from storage import consortia, shops
from tests.consortia.forming import opened
from tests.finder.street import keeps_shop, opens_shop
from tests.membership.circle import Circle, chooses, confirmed, looks
from tests.player import Player
from tests.waiting_seats.queueing import card_of


@pytest.fixture
async def waiting(town, full):
    """Two more owners, the first of them first in the queue."""
    first, second = town.person("First"), town.person("Second")
    for serial, person in ((11, first), (12, second)):
        kept = await keeps_shop(town, person, f"Shop {serial}", serial)
        code = await card_of(town.office, full.number)
        await town.office.do(Wait(by=person.person.id, consortium=full.number, shop=kept.shop, code=code))
    await town.settles()
    return first, second


async def leaves(person) -> None:
    await looks(person)
    await person.taps("🚪 Leave", "Skip", "🚪 Yes, leave")


async def test_the_next_in_the_queue_gets_the_freed_seat_for_48_hours(full, waiting, friend, owner):
    first, second = waiting
    await leaves(friend)
    first.sees("A seat in “Morning Bread” is free, and it is your turn.", "held for Shop 11 until Wed 4 Mar 2026 10:00")
    second.sees_not("A seat in")
    await first.taps("🪑 Take the seat")
    first.sees("Welcome to “Morning Bread”. Your shop has its seat.")
    await looks(owner)
    owner.sees("Shop 11", "3 members")


async def test_declining_frees_the_seat_for_the_next_at_once(full, waiting, friend):
    first, second = waiting
    await leaves(friend)
    await first.taps("No, let the next have it")
    first.sees("You let the seat in “Morning Bread” go. The next one is asked.")
    second.sees("is free, and it is your turn", "until Wed 4 Mar 2026 10:00")


async def test_an_offer_nobody_answers_is_recalled_reminded_and_goes_on_after_48_hours(town, clock, full, waiting, friend):
    first, second = waiting
    await leaves(friend)
    offer = first.last().id
    clock.passes(hours=36)
    await town.does_chores()
    clock.passes(hours=10)  # Wednesday 08:00: nothing is pushed at night
    await town.does_chores()
    first.sees("is held for you only until Wed 4 Mar 2026 10:00")
    second.sees_not("your turn")
    clock.passes(hours=2)
    await first.taps_old(offer, "🪑 Take the seat")
    first.sees_not("Welcome")
    await town.does_chores()
    first.sees("The 48 hours for the seat in “Morning Bread” are over")
    second.sees("is free, and it is your turn", "until Fri 6 Mar 2026 10:00")
    await first.taps_old(offer, "🪑 Take the seat")
    first.sees("You no longer wait there")


async def test_who_let_it_lapse_can_stand_in_the_queue_again_at_its_end(town, clock, full, waiting, friend):
    first, second = waiting
    await leaves(friend)
    clock.passes(hours=48, minutes=1)
    await town.does_chores()
    await first.taps("⏳ Wait for a seat")
    first.sees("Shop 11 waits for a seat in “Morning Bread”.", "You are the next.")
    await second.taps("🪑 Take the seat")
    second.sees("Welcome to “Morning Bread”.")


async def test_a_seat_that_is_held_is_nobody_elses(town, full, waiting, friend):
    third = town.person("Third")
    kept = await keeps_shop(town, third, "Third Shop", 13)
    await leaves(friend)
    async with town.office.work() as work:
        consortium, shop = await consortia.find(work.connection, full.number), await shops.find(work.connection, kept.shop)
        assert consortium is not None
        assert shop is not None
        assert isinstance(await take_seat(work, consortium, shop), Full)
    await waiting[0].taps("🪑 Take the seat")
    waiting[0].sees("Welcome")


async def test_leaving_the_queue_moves_the_others_up(town, full, waiting, friend):
    first, second = waiting
    player = Player(town.office, id=second.person.id)
    await player.wishes(WaitForSeat(full.number))
    player.sees("1 shop is ahead of you.")
    mine = Player(town.office, id=first.person.id)
    await mine.wishes(WaitForSeat(full.number))
    await mine.taps("🚶 Leave the queue")
    mine.sees("You no longer wait for a seat")
    await player.wishes(WaitForSeat(full.number))
    player.sees("You are the next.")
    await leaves(friend)
    second.sees("it is your turn")


async def test_with_several_shops_one_chooses_and_without_any_one_registers(town, full):
    player = Player(town.office, id=55)
    await player.commands("start")
    code = await card_of(town.office, full.number)
    await player.wishes(WaitForSeat(full.number, code))
    player.sees("you need a registered shop")
    await opens_shop(town.office, 55, "Cafe One", serial=21)
    await opens_shop(town.office, 55, "Cafe Two", serial=22)
    await player.taps("⏳ Wait for a seat")
    await player.taps("🏪 Cafe Two")
    player.sees("Cafe Two waits for a seat in “Morning Bread”.")
    await player.taps("⏳ Where I wait")
    player.sees("• Morning Bread: place 1 in the queue")
    await player.taps("⏳ Morning Bread")
    player.sees("You are the next.")


async def test_a_shop_that_sits_elsewhere_is_told_where_and_keeps_the_offer(town, full, waiting, friend):
    first, _ = waiting
    async with town.store.reading() as connection:
        [shop] = await shops.of_owner(connection, first.person.id)
    await leaves(friend)
    other = await opened(town.office, first.person.id, shop.id, "Evening Bread")
    await chooses(town.office, Circle(other.number, first.person.id, {}))
    offer = first.last().id
    await first.taps("🪑 Take the seat")
    first.sees("Shop 11 sits in “Evening Bread” in this round", "Leave that one first")
    await looks(first, "Evening Bread")
    await first.taps("⚙️ Change something", "🗑 Dissolve it", "Yes, dissolve it", "🗑 Dissolve it now")
    await first.taps_old(offer, "🪑 Take the seat")
    first.sees("Welcome to “Morning Bread”.")


async def test_a_shop_that_found_a_seat_elsewhere_meanwhile_is_passed_over_and_told(town, full, waiting, friend):
    first, second = waiting
    async with town.store.reading() as connection:
        [shop] = await shops.of_owner(connection, first.person.id)
    other = await opened(town.office, first.person.id, shop.id, "Evening Bread")
    await chooses(town.office, Circle(other.number, first.person.id, {}))
    await leaves(friend)
    first.sees("A seat in “Morning Bread” was free, but the next in the queue is asked.", "Shop 11 sits in “Evening Bread”")
    first.sees_not("it is your turn")
    second.sees("is free, and it is your turn", "until Wed 4 Mar 2026 10:00")
    assert await town.office.look(MyQueues(person=first.person.id)) == ()


async def test_a_shop_that_closed_meanwhile_is_passed_over_and_told(town, full, waiting, friend):
    first, second = waiting
    async with town.store.reading() as connection:
        [shop] = await shops.of_owner(connection, first.person.id)
    await confirmed(town.office, Circle(0, first.person.id, {first.person.id: shop.id}), "closed")
    await leaves(friend)
    first.sees("but the next in the queue is asked", "Shop 11 is reported as closed or suspended")
    second.sees("is free, and it is your turn")


async def test_members_and_strangers_do_not_queue(town, full, neighbour):
    player = Player(town.office, id=neighbour.person.id)
    await player.wishes(WaitForSeat(full.number))
    player.sees("You sit in this consortium already.")
    await stranger_is_turned_away(town, full, code="")
    await stranger_is_turned_away(town, full, code="aaaaaaaa")
    async with town.store.transaction() as connection:
        await connection.execute(text("UPDATE consortia SET recruits = false"))
    await stranger_is_turned_away(town, full, code=await card_of(town.office, full.number))


async def stranger_is_turned_away(town, full, code: str) -> None:
    stranger = Player(town.office, id=66)
    if not await town.office.look(MyShops(person=66)):
        await opens_shop(town.office, 66, "Stranger Shop", serial=31)
    [shop] = await town.office.look(MyShops(person=66))
    for wish in (WaitForSeat(full.number, code), WaitWith(full.number, shop.id, code), WaitForSeat(999, code)):
        await stranger.wishes(wish)
        stranger.sees("takes in nobody by itself")
        assert "Morning Bread" not in stranger.text()


async def test_a_shop_that_is_removed_lets_its_held_seat_go_at_once(town, full, waiting, friend):
    first, second = waiting
    await leaves(friend)
    [shop] = await town.office.look(MyShops(person=first.person.id))
    await town.office.do(RemoveShop(by=first.person.id, shop=shop.id))
    await town.settles()
    second.sees("is free, and it is your turn")
    assert await town.office.look(MyQueues(person=first.person.id)) == ()


async def test_everybody_who_waited_hears_that_it_is_dissolved(full, waiting, owner):
    await looks(owner)
    await owner.taps("⚙️ Change something", "🗑 Dissolve it", "Yes, dissolve it", "🗑 Dissolve it now")
    for person in waiting:
        person.sees("“Morning Bread” has been dissolved by its lead.", "You no longer wait")


async def test_my_consortia_leads_to_where_i_wait(full, waiting):
    first, _ = waiting
    await first.starts()
    await first.taps("🤝 Form a consortium", "⏳ Where I wait", "⏳ Morning Bread", "🚶 Leave the queue", "⏳ Where I wait")
    first.sees("You wait nowhere.")
