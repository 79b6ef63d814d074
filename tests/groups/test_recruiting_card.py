"""A recruiting card is shared, and people join by it."""

from programme.districts import District
from programme.trades import Trade
from services.joining import JoinByCard, TakenOut
from services.membership import LeaveConsortium, RemoveMember
from services.owners import CorrectName
from services.shop_changes import CorrectShop
from services.shop_seats import shop_changed
from services.waiting_seats import NotAsked, WaitForSeat
from tests.groups.shops import code_of, runs_a_shop
from tests.invitations.inviting import invited
from tests.membership.circle import confirmed, forms, joins, looks
from tests.shops.registering import describes, number, says_who


async def shares(person, friend) -> None:
    """Into the talk of the two."""
    await person.switches("📤 Share in a chat", to=friend)
    await person.picks_result("Morning Bread")


async def test_a_card_shows_numbers_and_no_names(recruiting, owner, friend):
    await shares(owner, friend)
    card = friend.reads_in(owner)
    assert "Morning Bread" in card
    assert "2/3 confirmed" in card
    assert "Bakery ×2" in card
    assert "Mapo-gu ×2" in card
    assert "Hanbit" not in card
    assert "Owner1" not in card


async def test_one_tap_joins_and_every_copy_counts(office, town, recruiting, owner, neighbour, friend):
    group = await town.gathers("Yeonnam alley", owner, friend, with_bot=False)
    await shares(owner, friend)
    await owner.switches("📤 Share in a chat", to=group)
    await owner.picks_result()
    await runs_a_shop(office, friend)
    await friend.taps_card("🙋 Join", where=group)
    friend.sees("Morning Bread", "One tap and you are in")
    await friend.taps("🙋 Join with Byeolbit Tea")
    friend.sees("Byeolbit Tea is in", "Morning Bread")
    owner.sees("Byeolbit Tea has joined", "You are 3 now")
    for place in (friend.reads_in(owner), group.ever_said()):
        assert "2/3 confirmed" in place
        assert "1 more has joined and is being checked" in place


async def test_a_confirmed_shop_is_counted(office, town, recruiting, owner, neighbour, friend):
    await shares(owner, friend)
    await confirmed(office, recruiting, "waiting", neighbour.person.id)
    async with office.work() as work:
        await shop_changed(work, recruiting.shops[neighbour.person.id])
    await town.settles()
    assert "1/3 confirmed" in friend.reads_in(owner)


async def test_a_corrected_line_stands_on_every_copy(office, town, recruiting, owner, neighbour, friend):
    await shares(owner, friend)
    person = neighbour.person.id
    await office.do(
        CorrectShop(by=person, shop=recruiting.shops[person], lines={"trade": Trade.RICE_CAKE.value, "gu": District.JONGNO.value})
    )
    await town.settles()
    assert "Bakery ×2" not in friend.reads_in(owner)
    assert "Jongno-gu" in friend.reads_in(owner)


async def test_a_name_corrected_by_its_owner_is_checked_again_and_counted_no_longer(office, town, recruiting, owner, neighbour, friend):
    await shares(owner, friend)
    await office.do(CorrectName(by=neighbour.person.id, name="Another Name"))
    await town.settles()
    assert "1/3 confirmed" in friend.reads_in(owner)


async def test_a_double_tap_joins_once(office, recruiting, owner, friend):
    await shares(owner, friend)
    await runs_a_shop(office, friend)
    await friend.taps_card("🙋 Join", where=owner)
    await friend.taps_twice("🙋 Join with Byeolbit Tea")
    assert len(await recruiting.seats(office)) == 3
    friend.sees_not("Something has changed")


async def test_the_lead_stops_recruiting_and_all_copies_say_so(office, recruiting, owner, friend):
    await shares(owner, friend)
    await runs_a_shop(office, friend)
    await friend.taps_card("🙋 Join", where=owner)
    await owner.taps("⏸ Stop recruiting")
    owner.sees("Nobody can join by the card any more", "Recruiting is off")
    assert "It takes no more shops now" in friend.reads_in(owner)
    await friend.taps("🙋 Join with Byeolbit Tea")
    friend.sees("Something has changed", "It takes no more shops now")
    assert len(await recruiting.seats(office)) == 2
    await owner.taps("▶ Recruit again")
    assert "Looking for more shops" in friend.reads_in(owner)


async def test_a_member_shares_but_does_not_decide(recruiting, owner, neighbour, friend):
    await looks(neighbour)
    await neighbour.taps("📣 Recruiting card")
    assert "⏸ Stop recruiting" not in neighbour.labels()
    await shares(neighbour, friend)
    assert "2/3 confirmed" in friend.reads_in(neighbour)


async def test_somebody_without_a_shop_registers_first_and_is_led_back(recruiting, owner, friend):
    await shares(owner, friend)
    await friend.taps_card("🙋 Join", where=owner)
    friend.sees("register your shop first")
    await friend.taps("🏪 Register my shop")
    await says_who(friend)
    await describes(friend, "Byeolbit Tea", number(41))
    await friend.taps("Register it")
    friend.sees("You wanted to join “Morning Bread”")
    await friend.taps_card("🙋 Go on to joining", where=None)
    await friend.taps("🙋 Join with Byeolbit Tea")
    friend.sees("Byeolbit Tea is in")


async def test_a_shop_that_sits_elsewhere_is_told_where(office, recruiting, owner, friend):
    await shares(owner, friend)
    await friend.starts()
    await forms(office, friend.person.id, serial=51, name="Evening Bread")
    await friend.taps_card("🙋 Join", where=owner)
    friend.sees("already in the consortium “Evening Bread”", "leave that one first")


async def test_a_member_who_follows_the_card_is_in_already(recruiting, owner, neighbour):
    await shares(owner, neighbour)
    await neighbour.taps_card("🙋 Join", where=owner)
    neighbour.sees("You are in already")


async def test_an_unknown_card_leads_home(owner):
    await owner.starts("con_nosuchcd")
    owner.sees("no longer in use")
    owner.sees_button("❓ Help and settings")


async def test_typing_finds_only_ones_own_cards(recruiting, office, owner, stranger):
    await owner.types_inline()
    assert owner.inline_titles() == ["Morning Bread"]
    await owner.types_inline("morning")
    assert owner.inline_titles() == ["Morning Bread"]
    await owner.types_inline("evening")
    assert owner.inline_titles() == []
    await stranger.types_inline(await code_of(office, recruiting))
    assert stranger.inline_titles() == []


async def test_how_it_stands_is_told_to_the_one_who_taps(recruiting, owner, neighbour, stranger):
    await shares(owner, stranger)
    await stranger.taps_card("📊 How it stands", where=owner)
    stranger.sees("2/3 confirmed. Would you like to take part?")
    await owner.taps_card("📊 How it stands", where=stranger)
    owner.sees("You are in. 2/3 confirmed")


async def test_a_full_consortium_offers_the_queue(office, recruiting, owner, friend, town):
    people = [town.person(f"Person {n}") for n in range(18)]
    for n, person in enumerate(people):
        opened = await runs_a_shop(office, person, f"Shop {n}", serial=60 + n)
        recruiting.shops[person.person.id] = opened.shop
        await joins(office, recruiting, person.person.id)
    await runs_a_shop(office, friend)
    await friend.starts("con_" + await code_of(office, recruiting))
    friend.sees("All seats are taken")
    await friend.taps("⏳ Wait for a seat")
    friend.sees("queue")


async def test_whom_the_lead_has_removed_comes_back_by_an_invitation_and_not_by_the_card(office, recruiting, owner, neighbour):
    await shares(owner, neighbour)
    seat = (await recruiting.seats(office))[neighbour.person.id]
    await office.do(RemoveMember(by=owner.person.id, seat=seat.id, why="We could not reach you."))
    await neighbour.taps_card("🙋 Join", where=owner)
    neighbour.sees("The lead has taken your shop out", "ask the lead for an invitation")
    assert not [label for label in neighbour.labels() if label.startswith("🙋")]
    code, shop = await code_of(office, recruiting), recruiting.shops[neighbour.person.id]
    assert await office.do(JoinByCard(by=neighbour.person.id, code=code, shop=shop)) == TakenOut()
    queueing = WaitForSeat(by=neighbour.person.id, consortium=recruiting.number, shop=shop, code=code)
    assert await office.do(queueing) == NotAsked()
    made = await invited(office, owner.person.id, recruiting.number)
    await neighbour.starts(f"inv_{made.token}")
    await neighbour.taps("✅ Take part", "Yes, take part")
    assert neighbour.person.id in await recruiting.seats(office)


async def test_who_left_by_themselves_may_join_by_the_card_again(office, recruiting, owner, neighbour):
    await shares(owner, neighbour)
    await office.do(LeaveConsortium(by=neighbour.person.id, consortium=recruiting.number))
    await neighbour.taps_card("🙋 Join", where=owner)
    await neighbour.taps("🙋 Join with Dalbit Cakes")
    neighbour.sees("Dalbit Cakes is in")
