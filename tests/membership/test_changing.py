"""Renaming, wording the idea, choosing the call, dissolving."""

import bot.house  # noqa: F401 - opens every door of the house
from bot.screens.consortia import ShowConsortium
from services.consortium_terms import RenameConsortium, Renamed
from tests.membership.circle import chooses, forms, looks
from tests.player import Player

DEMO = "[Demo] Collaboration support for the self-employed (open, D-20)"


async def test_a_new_name_is_told_to_everybody_and_one_that_is_taken_is_asked_again(town, circle, owner, neighbour):
    await forms(town.office, 77, serial=60, name="Evening Bread")
    await looks(owner)
    await owner.taps("⚙️ Change something", "✏️ Name")
    await owner.sends("evening bread")
    owner.sees("“evening bread” is taken in this round.")
    await owner.sends("Dawn Bread")
    owner.sees("It is called “Dawn Bread” now")
    neighbour.sees("“Morning Bread” is called “Dawn Bread” now.")
    await looks(neighbour, "Dawn Bread")


async def test_its_own_name_can_be_spelled_otherwise(circle, owner):
    await looks(owner)
    await owner.taps("⚙️ Change something", "✏️ Name")
    await owner.sends("MORNING bread")
    owner.sees("It is called “MORNING bread” now")


async def test_the_idea_is_worded_anew(circle, owner, neighbour):
    await looks(owner)
    await owner.taps("⚙️ Change something", "💡 Idea")
    await owner.sends("We sell under one name in the market.")
    await looks(neighbour)
    neighbour.sees("We sell under one name in the market.")


async def test_the_call_is_chosen_later_and_all_hear(circle, owner, neighbour):
    await looks(owner)
    await owner.taps("📅 Choose the call", DEMO)
    owner.sees("Choose this call?", "Rules and amounts are those of this call from now on.")
    await owner.taps("📅 Choose it")
    owner.sees("You apply under “[Demo] Collaboration support for the self-employed”.")
    neighbour.sees("The lead of “Morning Bread” has chosen the call")
    await looks(neighbour)
    neighbour.sees("(open, D-20)")


async def test_a_name_taken_in_the_round_of_the_call_is_said_and_nothing_moves(town, circle, owner):
    rival = await forms(town.office, 77, serial=60, name="Evening Bread")
    await chooses(town.office, rival)
    assert isinstance(await town.office.do(RenameConsortium(by=77, consortium=rival.number, name="Morning Bread")), Renamed)
    await looks(owner)
    await owner.taps("📅 Choose the call", DEMO, "📅 Choose it")
    owner.sees("Another consortium in that call is called “Morning Bread”.")
    await looks(owner)
    owner.sees("No call chosen yet")


async def test_dissolving_is_asked_twice_and_frees_every_shop(town, circle, owner, neighbour, friend):
    await looks(owner)
    await owner.taps("⚙️ Change something", "🗑 Dissolve it")
    owner.sees("Do you want to dissolve “Morning Bread”?", "it ends for all 3 members")
    await owner.taps("No, keep it")
    owner.sees("Nothing has changed")
    await owner.taps("◀ Back to the consortium", "⚙️ Change something", "🗑 Dissolve it", "Yes, dissolve it")
    owner.sees("Really dissolve “Morning Bread”?", "This cannot be undone.")
    await owner.taps("🗑 Dissolve it now")
    owner.sees("“Morning Bread” is dissolved.")
    for person in (neighbour, friend):
        person.sees("“Morning Bread” has been dissolved by its lead.", "Your shop is free")
    player = Player(town.office, id=neighbour.person.id)
    await player.wishes(ShowConsortium(circle.number))
    player.sees("has been dissolved. Its shops are free")
    assert await circle.seats(town.office) == {}
