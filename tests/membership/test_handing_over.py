"""The lead changes hands only when both have said so."""

import bot.house  # noqa: F401 - opens every door of the house
from tests.membership.circle import looks, meets


async def offers(owner, shop: str = "Dalbit Cakes") -> None:
    await looks(owner)
    await owner.taps("⚙️ Change something", "👑 Hand over the lead", shop, "👑 Yes, offer it")


async def test_the_lead_is_offered_and_taken_and_all_hear(circle, owner, neighbour, friend):
    await looks(owner)
    await owner.taps("⚙️ Change something", "👑 Hand over the lead", "Dalbit Cakes")
    owner.sees("Offer the lead to Dalbit Cakes?", "They have 72 hours to take it.")
    await owner.taps("👑 Yes, offer it")
    owner.sees("the offer stands until Thu 5 Mar 2026 10:00", "Until then you lead.")
    neighbour.sees("Hanbit Bakery would like to hand over the lead of “Morning Bread” to you.")
    await looks(owner)
    owner.sees("Hanbit Bakery (leads, you)")
    await neighbour.taps("👑 I take the lead")
    neighbour.sees("Your shop leads “Morning Bread” now.")
    owner.sees("Dalbit Cakes leads “Morning Bread” now.", "You stay a member.")
    friend.sees("Dalbit Cakes leads “Morning Bread” now.")
    await looks(owner)
    owner.sees("Dalbit Cakes (leads)", "Hanbit Bakery (you)")
    owner.sees_button("🚪 Leave")
    await looks(neighbour)
    neighbour.sees_button("⚙️ Change something")


async def test_on_a_member_s_own_page_it_is_that_member_who_is_meant(circle, owner, friend):
    await looks(owner)
    await owner.taps("👥 Members", "Byeolbit Tea", "👑 Hand over the lead")
    owner.sees("Offer the lead to Byeolbit Tea?")
    await owner.taps("👑 Yes, offer it")
    friend.sees("would like to hand over the lead")


async def test_taking_it_twice_is_taking_it_once(circle, owner, neighbour):
    await offers(owner)
    letter = neighbour.last().id
    await neighbour.taps("👑 I take the lead")
    await neighbour.taps_old(letter, "👑 I take the lead")
    neighbour.sees("This offer is no longer open")
    await looks(owner)
    owner.sees("Dalbit Cakes (leads)")


async def test_declining_changes_nothing_but_that_the_lead_hears(circle, owner, neighbour):
    await offers(owner)
    await neighbour.taps("No, thank you")
    owner.sees("Dalbit Cakes does not want to take the lead of “Morning Bread”. You still lead.")
    await looks(owner)
    owner.sees("Hanbit Bakery (leads, you)")


async def test_one_offer_at_a_time_and_it_can_be_taken_back(circle, owner, neighbour, friend):
    await offers(owner)
    letter = neighbour.last().id
    await looks(owner)
    await owner.taps("👥 Members")
    owner.sees("The lead is offered to Dalbit Cakes, until Thu 5 Mar 2026 10:00.")
    await owner.taps("Byeolbit Tea", "👑 Hand over the lead")
    owner.sees("offered to somebody already")
    await owner.taps("↩️ Take the offer back")
    owner.sees("The offer is taken back. You still lead.")
    neighbour.sees("no longer offered to you")
    await neighbour.taps_old(letter, "👑 I take the lead")
    neighbour.sees("This offer is no longer open")
    await offers(owner, "Byeolbit Tea")
    friend.sees("would like to hand over the lead")


async def test_an_offer_lapses_after_72_hours_and_both_hear(town, clock, circle, owner, neighbour):
    await offers(owner)
    letter = neighbour.last().id
    clock.passes(hours=71, minutes=59)
    await town.does_chores()
    neighbour.sees_not("no longer offered")
    clock.passes(minutes=2)
    await neighbour.taps_old(letter, "👑 I take the lead")
    neighbour.sees("This offer is no longer open")
    await town.does_chores()
    owner.sees("Dalbit Cakes has not answered within 72 hours. You still lead")
    neighbour.sees("no longer offered to you")
    before = owner.chat()
    await town.does_chores()
    assert owner.chat() == before


async def test_an_offer_ends_with_the_seat_it_was_made_to(circle, owner, neighbour):
    await offers(owner)
    letter = neighbour.last().id
    await looks(neighbour)
    await neighbour.taps("🚪 Leave", "Skip", "🚪 Yes, leave")
    await neighbour.taps_old(letter, "👑 I take the lead")
    neighbour.sees("This offer is no longer open")
    await offers(owner, "Byeolbit Tea")
    owner.sees("I have asked Byeolbit Tea.")


async def test_the_draft_of_an_offer_survives_a_restart(town, circle, owner, neighbour):
    await looks(owner)
    await owner.taps("⚙️ Change something", "👑 Hand over the lead", "Dalbit Cakes")
    await town.restarts()
    await owner.taps("👑 Yes, offer it")
    owner.sees("I have asked Dalbit Cakes.")
    neighbour.sees("would like to hand over the lead")


async def test_without_another_member_there_is_nobody_to_hand_over_to(town, owner):
    await meets(town, owner)
    await looks(owner)
    await owner.taps("⚙️ Change something", "👑 Hand over the lead")
    owner.sees("There is no other member yet.")
