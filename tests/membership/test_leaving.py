"""Leaving, being removed, and keeping the books."""

import bot.house  # noqa: F401 - opens every door of the house
from bot.dialogue.taps import BeginStory
from tests.membership.circle import looks
from tests.player import Player


async def test_a_member_leaves_with_a_reason_that_only_the_lead_reads(town, circle, owner, neighbour, friend):
    await looks(neighbour)
    await neighbour.taps("🚪 Leave")
    neighbour.sees("Would you like to say why you leave?")
    await neighbour.sends("We are moving to Busan.")
    neighbour.sees("Leave “Morning Bread”?", "Reason: We are moving to Busan.", "Your seat, your promise and your confirmation end")
    await friend.starts()
    await neighbour.taps("🚪 Yes, leave")
    neighbour.sees("You have left “Morning Bread”. Your shop is free")
    owner.sees("Dalbit Cakes has left “Morning Bread”.", "Their reason: We are moving to Busan.")
    friend.sees_not("Busan")
    await neighbour.starts()
    neighbour.sees_button("🤝 Form a consortium")


async def test_leaving_twice_is_leaving_once(circle, neighbour):
    await looks(neighbour)
    await neighbour.taps("🚪 Leave", "Skip")
    await neighbour.taps_twice("🚪 Yes, leave")
    neighbour.sees("You have left “Morning Bread”.")
    assert neighbour.chat().count("You have left") == 1


async def test_the_lead_is_told_what_to_do_instead_of_leaving(circle, owner):
    await looks(owner)
    await owner.taps("👥 Members", "Hanbit Bakery")
    assert "🚪 Leave" not in owner.labels()
    await owner.sends("/start")
    player = Player(owner.town.office, id=owner.person.id)
    await player.wishes(BeginStory("leave_consortium", str(circle.number)))
    player.sees("the others need somebody in your place")
    assert {"👑 Hand over the lead", "🗑 Dissolve it"} <= set(player.labels())


async def test_a_removed_member_reads_the_reason_and_nobody_else_does(circle, owner, neighbour, friend):
    await looks(owner)
    await owner.taps("👥 Members", "Dalbit Cakes", "✂️ Remove")
    owner.sees("Why shall Dalbit Cakes no longer be a member?")
    await owner.sends("no")
    owner.sees("at least 5 characters")
    await owner.sends("We could not reach you for weeks.")
    await friend.starts()
    await owner.taps("✂️ Yes, remove")
    owner.sees("Dalbit Cakes is no longer a member.")
    neighbour.sees("Dalbit Cakes is no longer a member of “Morning Bread”.", "We could not reach you for weeks.")
    neighbour.sees_button("🙋 Ask a person")
    friend.sees_not("reach you")
    await looks(friend)
    friend.sees("2 members")


async def test_a_member_who_left_meanwhile_cannot_be_removed(circle, owner, neighbour):
    await looks(owner)
    await owner.taps("👥 Members", "Dalbit Cakes", "✂️ Remove")
    await owner.sends("We could not reach you.")
    await looks(neighbour)
    await neighbour.taps("🚪 Leave", "Skip", "🚪 Yes, leave")
    await owner.taps("✂️ Yes, remove")
    owner.sees("not one of them now")


async def test_one_member_keeps_the_books_and_the_one_before_is_told(circle, owner, neighbour, friend):
    await looks(owner)
    await owner.taps("📒 Name an accountant", "Dalbit Cakes")
    owner.sees("Dalbit Cakes keeps the books from now on")
    neighbour.sees("asked your shop to keep the books")
    await owner.taps("◀ Back to the consortium", "👥 Members", "Byeolbit Tea", "📒 Keeps the books")
    owner.sees("Byeolbit Tea keeps the books from now on")
    neighbour.sees("Your shop no longer keeps the books")
    friend.sees("asked your shop to keep the books")
    await owner.taps("📒 No longer the books")
    owner.sees("Byeolbit Tea no longer keeps the books", "Participating business")
