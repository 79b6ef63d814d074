"""The lead invites: by link, from the contacts; sees what became of it, reminds, sends again, takes back."""

import bot.house  # noqa: F401 - opens every door of the house
from services.invitation_chasing import RenewInvitation
from services.invitations import Invited, TooManyWaiting
from services.sent_invitations import PAGE
from tests.finder.street import keeps_shop
from tests.invitations.inviting import invited, invites, link_on
from tests.player import Player


async def opens_list(person) -> None:
    await person.starts()
    await person.taps("🤝 My consortia", "🤝 Morning Bread", "📬 All invitations")


async def test_a_link_with_a_picture_and_words_to_send_names_shop_consortium_and_last_day(baker):
    await invites(baker)
    baker.sees("An invitation for the flower shop", "It works for one shop, until Mon 9 Mar 2026 10:00", "?start=inv_", "(photo)")
    [share] = [key for row in baker.last().keyboard for key in row if key.label == "📤 Send the invitation"]
    assert "Hanbit%20Bakery%20invites%20your%20shop%20into%20the%20consortium%20%E2%80%9CMorning%20Bread%E2%80%9D" in share.url
    assert "start%3Dinv_" in share.url


async def test_the_list_shows_every_invitation_with_its_state(baker, florist):
    link = await invites(baker, "the flower shop")
    await invites(baker, "the tea house")
    await opens_list(baker)
    baker.sees("Invitations into “Morning Bread”", "2 wait for an answer.", "the tea house – waiting, can answer until Mon 9 Mar 2026")
    await florist.starts(link)
    await opens_list(baker)
    baker.sees("the flower shop – has looked at it")
    await florist.taps("✅ Take part", "Yes, take part")
    await opens_list(baker)
    baker.sees("Dalbit Flowers – accepted", "1 waits for an answer.")


async def test_an_empty_list_says_what_an_invitation_is(baker):
    await opens_list(baker)
    baker.sees("Nobody is invited yet.")
    baker.sees_button("✉️ Invite a shop")


async def test_an_invitation_without_a_name_for_it_has_a_number(baker):
    await baker.starts()
    await baker.taps("🤝 My consortia", "🤝 Morning Bread", "📬 All invitations", "✉️ Invite a shop", "🔗 With a link or QR", "Skip")
    baker.sees("An invitation for another shop")
    await opens_list(baker)
    baker.sees("Invitation No. 1 – waiting")


async def test_taken_back_the_link_works_no_more_and_says_so(baker, florist):
    link = await invites(baker)
    await opens_list(baker)
    await baker.taps("the flower shop · waiting", "🗑 Take it back")
    baker.sees("Taken back: the link does not work any more.", "taken back")
    await florist.starts(link)
    florist.sees("This invitation has been taken back.")


async def test_sent_again_the_old_link_is_dead_and_the_new_one_works(baker, florist):
    old = await invites(baker)
    await opens_list(baker)
    await baker.taps("the flower shop · waiting", "🔄 Make a new link")
    new = link_on(baker)
    assert new != old
    await florist.starts(old)
    florist.sees("This invitation cannot be found.")
    await florist.starts(new)
    florist.sees("Hanbit Bakery invites your shop into “Morning Bread”.")


async def test_who_opened_the_old_link_cannot_answer_by_the_buttons_it_left(baker, florist):
    link = await invites(baker)
    await florist.starts(link)
    await opens_list(baker)
    await baker.taps("the flower shop · waiting", "🔄 Make a new link")
    await florist.taps("✅ Take part")
    florist.sees("This invitation cannot be found.")


async def test_a_declined_one_is_made_anew_by_one_tap(baker, florist):
    await florist.starts(await invites(baker))
    await florist.taps("Decline", "Yes, decline")
    await opens_list(baker)
    await baker.taps("the flower shop · declined", "🔄 Send it again")
    await florist.starts(link_on(baker))
    florist.sees_button("✅ Take part")


async def test_reminding_is_possible_once_a_day_and_only_who_looked_at_it(clock, baker, florist):
    link = await invites(baker)
    await opens_list(baker)
    await baker.taps("the flower shop · waiting", "🔔 Remind them")
    baker.sees("Nobody has opened the link yet")
    await florist.starts(link)
    await baker.taps("🔔 Remind them")
    baker.sees("They are reminded.")
    florist.sees("Hanbit Bakery waits for your answer about “Morning Bread”.")
    await baker.taps("🔔 Remind them")
    baker.sees("They were reminded less than a day ago.", "from Tue 3 Mar 2026 10:00")
    clock.passes(days=1)
    await baker.taps("🔔 Remind them")
    baker.sees("They are reminded.")


async def test_nobody_is_reminded_of_what_is_answered(baker, florist):
    link = await invites(baker)
    await florist.starts(link)
    await opens_list(baker)
    await baker.taps("the flower shop · waiting")
    card = baker.last().id
    await florist.taps("✅ Take part", "Yes, take part")
    await baker.taps_old(card, "🔔 Remind them")
    baker.sees("waits no longer", "Dalbit Flowers", "accepted")


async def test_expired_the_inviter_hears_of_it_and_sends_it_again_from_the_letter(town, clock, baker, florist):
    link = await invites(baker)
    clock.passes(days=7, minutes=1)
    await town.settles()
    baker.sees("The invitation for the flower shop into “Morning Bread” was not answered in time.")
    await florist.starts(link)
    florist.sees("This invitation was not answered in time.")
    await baker.taps("🔄 Send it again")
    await florist.starts(link_on(baker))
    florist.sees_button("✅ Take part")


async def picks(baker, person) -> None:
    await baker.starts()
    await baker.taps("🤝 My consortia", "🤝 Morning Bread", "📬 All invitations", "✉️ Invite a shop", "👤 From my contacts")
    await baker.does("shares_people", [person.person])
    await baker.sends("my florist")


async def test_somebody_from_the_contacts_who_knows_the_bot_gets_a_letter_and_no_link_is_needed(baker, florist):
    await picks(baker, florist)
    baker.sees("The invitation is on its way.")
    baker.sees_not("?start=inv_")
    florist.sees("Hanbit Bakery invites your shop into the consortium “Morning Bread”.")
    await florist.taps("See the invitation", "✅ Take part", "Yes, take part")
    baker.sees("Dalbit Flowers takes part in “Morning Bread”.")


async def test_somebody_who_never_spoke_to_the_bot_gets_a_link_that_works_for_nobody_else(town, baker, florist):
    stranger = town.person("Stranger")
    await picks(baker, stranger)
    baker.sees("I cannot write to this person myself.", "?start=inv_")
    await florist.starts(link_on(baker))
    florist.sees("This invitation is meant for somebody else.")
    await stranger.starts(link_on(baker))
    stranger.sees("Hanbit Bakery invites your shop")


async def test_who_has_an_invitation_already_is_not_written_to_twice(baker, florist):
    await picks(baker, florist)
    await picks(baker, florist)
    baker.sees("has an invitation already")
    await baker.taps("See that invitation")
    baker.sees("my florist")


async def test_who_sits_there_need_not_be_invited(baker, florist):
    await florist.starts(await invites(baker))
    await florist.taps("✅ Take part", "Yes, take part")
    await picks(baker, florist)
    baker.sees("is a member of the consortium already")


async def test_who_declined_is_left_in_peace_and_gets_no_second_letter(baker, florist):
    await picks(baker, florist)
    await florist.taps("See the invitation", "Decline", "Yes, decline")
    letter = florist.last().id
    await picks(baker, florist)
    baker.sees("I cannot write to this person myself.")
    assert florist.last().id == letter


async def test_thirty_waiting_ones_are_the_most(office, baker):
    for number in range(30):
        await invited(office, baker.person.id, 1, f"shop {number}")
    await baker.starts()
    await baker.taps("🤝 My consortia", "🤝 Morning Bread", "📬 All invitations", "✉️ Invite a shop", "🔗 With a link or QR", "Skip")
    baker.sees("30 invitations are waiting for an answer")
    await baker.taps("📬 All invitations")
    baker.sees("shop 29")
    await baker.taps("Page 2 ▶")
    baker.sees(f"shop {29 - PAGE}")


async def test_the_token_is_kept_nowhere_but_hashed(office, store, baker):
    from sqlalchemy import text

    token = (await invites(baker)).removeprefix("inv_")
    assert len(token) == 32
    async with store.reading() as connection:
        for table in ("invitations", "drafts", "audit", "letters"):
            rows = (await connection.execute(text(f"SELECT * FROM {table}"))).all()
            assert token not in repr(rows), table


async def test_a_member_who_does_not_lead_invites_nobody(town, office, baker, florist):
    await florist.starts(await invites(baker))
    await florist.taps("✅ Take part", "Yes, take part")
    player = Player(office, id=florist.person.id, language="en")
    from bot.dialogue.taps import BeginStory

    await player.wishes(BeginStory("invite", "1"))
    player.sees("Only the lead business")


async def test_a_third_shop_sees_the_names_of_those_who_are_in(town, baker, florist):
    await florist.starts(await invites(baker))
    await florist.taps("✅ Take part", "Yes, take part")
    third = town.person("Third")
    await keeps_shop(town, third, "Saebyeok Tea", 3)
    await third.starts(await invites(baker, "the tea house"))
    third.sees("So far 2 of at least 3 members: Hanbit Bakery, Dalbit Flowers")


async def test_a_tap_on_an_old_list_takes_nothing_back_that_was_accepted(office, baker, florist):
    made = await invited(office, baker.person.id, 1, "the flower shop")
    await opens_list(baker)
    await baker.taps("the flower shop · waiting")
    await florist.starts(f"inv_{made.token}")
    await florist.taps("✅ Take part", "Yes, take part")
    await baker.taps("🗑 Take it back")
    baker.sees("waits no longer", "accepted")


async def test_an_expired_one_is_not_sent_again_beside_a_newer_one(town, clock, baker, florist):
    await picks(baker, florist)
    clock.passes(days=7, minutes=1)
    await town.settles()
    await picks(baker, florist)
    await opens_list(baker)
    await baker.taps("my florist · expired", "🔄 Send it again")
    baker.sees("has an invitation already")
    await baker.taps("See that invitation")
    baker.sees("waiting")


async def test_an_expired_one_is_not_sent_again_beside_thirty_others(office, clock, baker):
    await invited(office, baker.person.id, 1, "the flower shop")
    clock.passes(days=7, minutes=1)
    made = [await invited(office, baker.person.id, 1, f"shop {number}") for number in range(30)]
    assert isinstance(await office.do(RenewInvitation(by=baker.person.id, number=1)), TooManyWaiting)
    # A waiting one is among the thirty: it may be renewed.
    assert isinstance(await office.do(RenewInvitation(by=baker.person.id, number=made[0].number)), Invited)
