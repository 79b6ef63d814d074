"""The invited: opening the link, accepting, declining, later, and every way in which it can be too late."""

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from programme.registration import BusinessNumber
from services.dissolution import DissolveConsortium
from services.invitations import InvitePerson
from services.seats import free_seat
from storage import seats, shops
from storage.shops import Kind
from tests.consortia.forming import opened, sits_down
from tests.finder.street import keeps_shop, opens_shop
from tests.invitations.inviting import invited, invites
from tests.shops.registering import describes, number, says_who

SECRETS = ("01077770001", "010-7777-0001", "Owner1", number(1), BusinessNumber(number(1).replace("-", "")).digits)


async def test_the_invited_sees_who_invites_into_what_and_until_when(baker, florist):
    await florist.starts(await invites(baker))
    florist.sees(
        "Hanbit Bakery invites your shop into “Morning Bread”.",
        "Three bakeries share one large oven.",
        "Call: they prepare for the next one.",
        "So far 1 of at least 3 members: Hanbit Bakery",
        "You can answer until Mon 9 Mar 2026 10:00.",
    )
    florist.sees_not("the flower shop", *SECRETS)


async def test_accepting_says_first_what_it_means_and_the_lead_hears_at_once(baker, florist):
    await florist.starts(await invites(baker))
    await florist.taps("✅ Take part")
    florist.sees("Dalbit Flowers becomes a member of “Morning Bread”.", "You promise no money yet", "You can leave again.")
    assert "\n\n\n" not in florist.last().text
    await florist.taps("Yes, take part")
    florist.sees("Dalbit Flowers is a member of “Morning Bread”.", "Now: 2 of at least 3 members.")
    baker.sees("Dalbit Flowers takes part in “Morning Bread”.", "Now: 2 of at least 3 members.")
    await florist.taps("🤝 Morning Bread")
    florist.sees("Hanbit Bakery", "Dalbit Flowers")


async def test_a_double_tap_takes_one_seat(office, baker, florist):
    await florist.starts(await invites(baker))
    await florist.taps("✅ Take part")
    await florist.taps_twice("Yes, take part")
    async with office.work() as work:
        assert len(await seats.of_consortium(work.connection, 1)) == 2
    assert baker.chat().count("takes part in") == 1


async def test_declining_is_asked_twice_and_the_lead_hears_of_it(baker, florist):
    await florist.starts(await invites(baker))
    await florist.taps("Decline")
    florist.sees("Decline the invitation into “Morning Bread”?", "Hanbit Bakery hears of it at once.")
    await florist.taps("No, keep it")
    florist.sees_button("✅ Take part")
    await florist.taps("Decline", "Yes, decline")
    florist.sees("You have declined")
    baker.sees("Dalbit Flowers has declined your invitation into “Morning Bread”.")


async def test_who_declines_without_a_shop_is_called_as_the_inviter_called_them(baker, neighbour):
    await neighbour.starts(await invites(baker, "the flower shop"))
    await neighbour.taps("Decline", "Yes, decline")
    baker.sees("the flower shop has declined")


async def test_later_it_lies_under_my_consortia(baker, florist):
    await florist.starts(await invites(baker))
    await florist.taps("Not now")
    florist.sees("I keep the invitation of Hanbit Bakery until Mon 9 Mar 2026")
    await florist.starts()
    await florist.taps("🤝 Form a consortium", "✉️ Answer: Morning Bread")
    florist.sees_button("✅ Take part")


async def test_who_has_no_shop_registers_one_and_the_invitation_comes_back(baker, neighbour):
    await neighbour.starts(await invites(baker))
    await neighbour.taps("✅ Take part")
    neighbour.sees("you need a registered shop", "I keep the invitation until Mon 9 Mar 2026")
    await neighbour.taps("🏪 Register my shop")
    await says_who(neighbour, "Lee Dalbit")
    await describes(neighbour, "Dalbit Flowers", number(2))
    await neighbour.taps("Register it")
    neighbour.sees("Now you can answer the invitation into “Morning Bread”.")
    await neighbour.taps("✉️ Answer: Morning Bread", "✅ Take part", "Yes, take part")
    neighbour.sees("Dalbit Flowers is a member of “Morning Bread”.")


async def test_of_several_shops_one_is_chosen(office, baker, florist):
    await opens_shop(office, florist.person.id, "Dalbit Tea", serial=3)
    await florist.starts(await invites(baker))
    await florist.taps("✅ Take part", "Dalbit Tea")
    florist.sees("Shop: Dalbit Tea")
    await florist.taps("Yes, take part")
    baker.sees("Dalbit Tea takes part")


async def test_a_shop_that_sits_elsewhere_says_where_and_how_to_leave(office, baker, florist):
    [shop] = await _shops(office, florist)
    await opened(office, florist.person.id, shop.id, "Flower Power")
    await florist.starts(await invites(baker))
    await florist.taps("✅ Take part")
    florist.sees("Dalbit Flowers already sits in the consortium “Flower Power” of this round.", "leave it there")
    florist.sees_button("🤝 Flower Power")


async def test_a_shop_seated_elsewhere_between_question_and_answer_keeps_the_invitation_open(office, baker, florist):
    await florist.starts(await invites(baker))
    await florist.taps("✅ Take part")
    [shop] = await _shops(office, florist)
    await opened(office, florist.person.id, shop.id, "Flower Power")
    await florist.taps("Yes, take part")
    florist.sees("already sits in the consortium “Flower Power”")
    await florist.starts()
    await florist.taps("🤝 My consortia")
    florist.sees_button("✉️ Answer: Morning Bread")


async def test_a_cooperative_cannot_join_shops(town, baker, neighbour):
    await keeps_shop(town, neighbour, "Bread Cooperative", 2, kind=Kind.COOPERATIVE)
    await neighbour.starts(await invites(baker))
    await neighbour.taps("✅ Take part")
    neighbour.sees("your shop is not of the kind that can take part there")


async def test_a_used_link_is_used(town, baker, florist):
    link = await invites(baker)
    await florist.starts(link)
    await florist.taps("✅ Take part", "Yes, take part")
    third = town.person("Third")
    await third.starts(link)
    third.sees("This invitation has been used: it works once.")
    await florist.starts(link)
    florist.sees("Your shop is a member of “Morning Bread” already.")


async def test_two_look_at_one_link_and_the_first_who_answers_has_it(town, baker, florist):
    third = town.person("Third")
    await keeps_shop(town, third, "Saebyeok Tea", 3)
    link = await invites(baker)
    for person in (florist, third):
        await person.starts(link)
    await florist.taps("✅ Take part", "Yes, take part")
    await third.taps("✅ Take part")
    third.sees("This invitation has been used")


async def test_declined_by_oneself_or_by_another_reads_differently(town, baker, florist):
    third = town.person("Third")
    link = await invites(baker)
    await florist.starts(link)
    await florist.taps("Decline", "Yes, decline")
    await florist.starts(link)
    florist.sees("You have declined this invitation.")
    await third.starts(link)
    third.sees("This invitation has been declined.")


async def test_ones_own_invitation_is_to_be_sent_to_others(baker):
    await baker.starts(await invites(baker))
    baker.sees("an invitation you have made yourself")


@pytest.mark.parametrize("token", ["", "x", "_", "A" * 32, "a" * 60])
async def test_a_made_up_link_ends_kindly(owner, token):
    await owner.starts(f"inv_{token}")
    owner.sees("This invitation cannot be found.")


async def test_expired_says_so(clock, baker, florist):
    link = await invites(baker)
    await florist.starts(link)
    clock.passes(days=7)
    await florist.taps("✅ Take part")
    florist.sees("This invitation was not answered in time.")


async def test_expired_between_question_and_answer(clock, baker, florist):
    await florist.starts(await invites(baker))
    await florist.taps("✅ Take part")
    clock.passes(days=7)
    await florist.taps("Yes, take part")
    florist.sees("This invitation was not answered in time.")


async def test_who_looked_and_did_not_answer_is_reminded_twice_and_nobody_else(town, clock, baker, florist):
    await florist.starts(await invites(baker))
    clock.passes(days=2)
    await town.settles()
    florist.sees("Hanbit Bakery waits for your answer about “Morning Bread”.")
    clock.passes(days=4)
    await town.settles()
    assert florist.chat().count("waits for your answer") == 2
    await florist.taps("✉️ Answer: Morning Bread", "✅ Take part", "Yes, take part")
    clock.passes(days=2)
    await town.settles()
    assert "not answered in time" not in baker.chat()


async def test_who_has_answered_is_not_reminded(town, clock, baker, florist):
    await florist.starts(await invites(baker))
    await florist.taps("Decline", "Yes, decline")
    clock.passes(days=8)
    await town.settles()
    assert "waits for your answer" not in florist.chat()
    assert "not answered in time" not in baker.chat()


async def test_dissolved_it_says_so_and_nobody_is_written_to_any_more(town, office, clock, baker, florist):
    link = await invites(baker)
    await florist.starts(link)
    await florist.taps("✅ Take part")
    await office.do(DissolveConsortium(by=baker.person.id, consortium=1))
    await florist.taps("Yes, take part")
    florist.sees("The consortium “Morning Bread” has been dissolved, so this invitation has ended.")
    await florist.starts(link)
    florist.sees("has been dissolved")
    clock.passes(days=8)
    await town.settles()
    assert "waits for your answer" not in florist.chat()
    assert "not answered in time" not in baker.chat()


async def test_who_came_by_another_door_is_asked_no_more(town, office, clock, baker, florist):
    await office.do(InvitePerson(by=baker.person.id, consortium=1, invited=florist.person.id))
    await town.settles()
    florist.sees("Hanbit Bakery invites your shop into the consortium “Morning Bread”.")
    [shop] = await _shops(office, florist)
    await sits_down(office, shop.id)
    clock.passes(days=8)
    await town.settles()
    assert "waits for your answer" not in florist.chat()
    assert "not answered in time" not in baker.chat()


async def test_a_full_consortium_offers_to_wait(office, baker, florist):
    await _fill(office, 20)
    await florist.starts(await invites(baker))
    florist.sees("All 20 seats are taken just now.")
    assert "✅ Take part" not in florist.labels()
    florist.sees_button("⏳ Wait for a seat")


async def test_full_between_question_and_answer_keeps_the_invitation_open(office, baker, florist):
    await florist.starts(await invites(baker))
    await florist.taps("✅ Take part")
    await _fill(office, 20)
    await florist.taps("Yes, take part")
    florist.sees("All 20 seats are taken just now.", "You can wait for one")
    async with office.work() as work:
        [*_, last] = await seats.of_consortium(work.connection, 1)
        await free_seat(work, last, by=last.person)
    await florist.starts()
    await florist.taps("🤝 Form a consortium", "✉️ Answer: Morning Bread", "✅ Take part", "Yes, take part")
    florist.sees("Dalbit Flowers is a member of “Morning Bread”.")


async def _shops(office, person):
    async with office.store.reading() as connection:
        return await shops.of_owner(connection, person.person.id)


async def _fill(office, most: int) -> None:
    for place in range(2, most + 1):
        shop = await opens_shop(office, 900 + place, f"Shop {place}", serial=100 + place)
        await sits_down(office, shop.shop)


async def test_a_whole_invitation_in_korean(office, town, baker, sajangnim):
    await keeps_shop(town, sajangnim, "수제화 골목", 3)
    made = await invited(office, baker.person.id, 1)
    await sajangnim.starts(f"inv_{made.token}")
    sajangnim.sees("Hanbit Bakery", "‘Morning Bread’에 초대했어요.", "지금까지 구성원 1곳(최소 3곳)", "2026. 3. 9.(월) 10:00까지")
    await sajangnim.taps("✅ 함께하기")
    sajangnim.sees("수제화 골목이 ‘Morning Bread’의 구성원이 돼요.")
    await sajangnim.taps("네, 함께할게요")
    sajangnim.sees("이제 수제화 골목은 ‘Morning Bread’ 구성원이에요.", "지금 구성원 2곳(최소 3곳)이에요.")


async def test_home_counts_only_the_invitations_that_can_be_answered(town, office, baker, florist):
    await florist.starts(await invites(baker))
    await florist.starts(f"inv_{(await invited(office, baker.person.id, 1)).token}")
    await florist.starts()
    florist.sees_button("💌 Invitations for me (2)")
    await sits_down(office, 2)
    await florist.starts()
    assert not [label for label in florist.labels() if label.startswith("💌")]
