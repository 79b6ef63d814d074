"""The card: who sits there, what is promised, and everything that is still needed, each with its button."""

from datetime import date

import pytest
from sqlalchemy import text

import bot.house  # noqa: F401 - opens every door of the house
from bot.screens.consortia import ShowConsortium
from bot.screens.consortium_taps import ShowMembers, ShowOwnShare
from programme.tracks import SupportField, Track
from services.agreement_confirming import ConfirmAgreement
from services.agreement_drawing import DrawnUp, DrawUpAgreement
from services.certificates import WatchCertificate
from services.membership import AppointAccountant
from services.project_cost import SetProjectCost
from services.promises import PromisePart
from storage.shops import Kind
from tests.consortia.forming import opened
from tests.finder.street import opens_shop
from tests.membership.circle import NAME, Circle, chooses, confirmed, joins, looks, meets
from tests.player import Player


async def test_a_lone_lead_sees_at_once_all_that_is_missing(town, owner):
    circle = await meets(town, owner)
    await confirmed(town.office, circle, "waiting")
    await looks(owner)
    owner.sees("🤝 Morning Bread", "No call chosen yet", "0 of 3 confirmed · 1 member", "Hanbit Bakery (leads, you): Bakery, Mapo-gu")
    owner.sees("2 more members are needed.", "Being checked: Hanbit Bakery (yours)", "No call is chosen yet.")
    owner.sees("The project cost is not set yet.", "agreement is not drawn up yet", "Advice: name a member who keeps the books.")
    for way in ("✉️ Invite a shop", "📅 Choose the call", "💰 Set the project cost", "📝 Agreement", "🏪 See my shop"):
        owner.sees_button(way)


async def test_members_see_the_card_without_the_buttons_of_the_lead(circle, neighbour):
    await looks(neighbour)
    neighbour.sees("Hanbit Bakery (leads)", "Dalbit Cakes (you)", "Byeolbit Tea", "3 of 3 confirmed · 3 members")
    assert "⚙️ Change something" not in neighbour.labels()
    assert "💰 Set the project cost" not in neighbour.labels()
    neighbour.sees_button("🚪 Leave")


async def test_the_count_follows_the_tax_office(town, circle, owner, neighbour):
    await confirmed(town.office, circle, "waiting")
    await confirmed(town.office, circle, "active", owner.person.id)
    await looks(owner)
    owner.sees("1 of 3 confirmed", "✅ confirmed by the tax office", "Being checked: Dalbit Cakes, Byeolbit Tea")
    await confirmed(town.office, circle, "closed", neighbour.person.id)
    await looks(owner)
    owner.sees("Reported as closed: Dalbit Cakes.")
    await looks(neighbour)
    neighbour.sees("Reported as closed: Dalbit Cakes (yours).")
    await neighbour.taps("🏪 See my shop")
    neighbour.sees("reported as closed")


async def test_a_chosen_call_brings_its_window_its_certificates_and_its_rules(town, circle, owner, neighbour):
    await chooses(town.office, circle)
    await looks(neighbour)
    neighbour.sees(
        "[Demo] Collaboration support for the self-employed (open, D-20)", "Last day of the micro enterprise certificate missing"
    )
    await town.office.do(WatchCertificate(by=neighbour.person.id, shop_id=circle.shops[neighbour.person.id], expires=date(2026, 3, 10)))
    await looks(neighbour)
    neighbour.sees("The certificate ends before the call closes: Dalbit Cakes (yours) (Tue 10 Mar 2026).")
    await neighbour.taps("⏰ Certificate's last day")
    neighbour.sees("the new certificate of Dalbit Cakes")
    await neighbour.sends("2027-03-10")
    await looks(neighbour)
    neighbour.sees_not("ends before the call closes")


async def test_a_stranger_learns_nothing_but_a_coordinator_may_look(town, circle, owner):
    stranger, officer = town.person("Stranger"), town.person("Officer")
    for person in (stranger, officer):
        await person.starts()
    await town.appoints(officer)
    player = Player(town.office, id=stranger.person.id)
    for wish in (ShowConsortium(circle.number), ShowMembers(circle.number), ShowOwnShare(circle.number), ShowConsortium(999)):
        await player.wishes(wish)
        player.sees("Only its members can see this consortium")
        assert NAME not in player.text()
    desk = Player(town.office, id=officer.person.id)
    await desk.wishes(ShowConsortium(circle.number))
    desk.sees("You see this as a coordinator")
    assert desk.labels() == ["👥 Members", "🏠 Home"]


async def test_reminding_writes_each_their_own_gaps_once_a_day(town, clock, circle, owner, neighbour, friend):
    await confirmed(town.office, circle, "unknown", neighbour.person.id)
    await town.office.do(SetProjectCost(by=owner.person.id, consortium=circle.number, cost=30_000_000))
    await town.settles()
    await looks(owner)
    await owner.taps("🔔 Remind the others")
    owner.sees("2 members have been reminded")
    neighbour.sees("“Morning Bread” waits for you.", "• your shop is not confirmed", "• your part of the own share")
    friend.sees("• your part of the own share")
    friend.sees_not("not confirmed")
    await owner.taps("🔔 Remind the others")
    owner.sees("You can remind them again from Tue 3 Mar 2026 10:00")
    clock.passes(days=1)
    await owner.taps("🔔 Remind the others")
    owner.sees("2 members have been reminded")


async def test_nothing_private_is_on_anybodys_card(town, circle, owner, neighbour):
    """Not even for the members: a name, a phone or a business number is nobody else's."""
    for person in (owner, neighbour):
        await looks(person)
        shown = person.news()
        await person.taps("👥 Members", "Byeolbit Tea")
        shown += person.news()
        for secret in ("Owner3", "0107777", "010-7777", "001-01", "00101"):
            assert secret not in shown


async def test_twenty_members_with_the_longest_words_fit_on_a_card(office_with_calls):
    office = office_with_calls
    kept = {}
    for number in range(1, 21):
        kept[number] = (await opens_shop(office, number, f"{number} " + "가" * 37, serial=number)).shop
    found = await opened(office, 1, kept[1], "나" * 30)
    circle = Circle(found.number, 1, kept)
    for number in range(2, 21):
        await joins(office, circle, number)
    await office.do(SetProjectCost(by=1, consortium=circle.number, cost=99_999_999))
    player = Player(office, id=1, language="ko")
    for wish in (ShowConsortium(circle.number), ShowMembers(circle.number, 3), ShowOwnShare(circle.number)):
        await player.wishes(wish)  # the player checks that Telegram would take it


@pytest.fixture
async def cooperatives(town, owner, neighbour):
    return await meets(town, owner, neighbour, kind=Kind.COOPERATIVE, track=Track.INNOVATION)


async def counts(town, circle, **values) -> None:
    async with town.store.transaction() as connection:
        for column, count in values.items():
            await connection.execute(text(f"UPDATE shops SET {column} = :count"), {"count": count})


async def test_cooperatives_are_told_what_the_law_asks_of_them(town, cooperatives, owner):
    await chooses(town.office, cooperatives, "innovation-demo")
    await looks(owner)
    owner.sees("Fewer than 5 founders, or not told: Hanbit Bakery (yours), Dalbit Cakes", "Framework Act on Cooperatives, art. 15")
    await owner.taps("🏪 See my shop")
    owner.sees("Cooperative")
    await counts(town, cooperatives, founders=5)
    await looks(owner)
    owner.sees_not("founders")
    async with town.store.transaction() as connection:
        await connection.execute(text("UPDATE shops SET kind = 'federation', cooperatives = 2 WHERE name = 'Dalbit Cakes'"))
        await connection.execute(text("UPDATE shops SET kind = 'social_cooperative' WHERE name = 'Hanbit Bakery'"))
    await looks(owner)
    owner.sees("Fewer than 3 cooperatives in the federation, or not told: Dalbit Cakes.", "art. 71")
    owner.sees("have the ministry's approval at hand: Hanbit Bakery (yours)", "art. 85 and 114")
    async with town.store.transaction() as connection:
        await connection.execute(text("UPDATE shops SET kind = 'shop' WHERE name = 'Dalbit Cakes'"))
    await looks(owner)
    owner.sees("Does not fit the track", "Dalbit Cakes")


async def becomes_ready(town, circle, lead: int) -> None:
    """Everything done that can be done, without the chat."""
    office = town.office
    await chooses(office, circle)
    await office.do(SetProjectCost(by=lead, consortium=circle.number, cost=90_000_000))
    seats = await circle.seats(office)
    for person, shop in circle.shops.items():
        await office.do(WatchCertificate(by=person, shop_id=shop, expires=date(2027, 3, 10)))
        await office.do(PromisePart(by=person, consortium=circle.number, amount=3_000_000, of=3_000_000))
    other = next(seat for person, seat in seats.items() if person != lead)
    await office.do(AppointAccountant(by=lead, seat=other.id))
    fields = (SupportField.JOINT_BRAND.value,)
    drawn_up = await office.do(DrawUpAgreement(by=lead, consortium=circle.number, fields=fields, ends_on=date(2026, 12, 31)))
    assert isinstance(drawn_up, DrawnUp), drawn_up
    for person in circle.shops:
        await office.do(ConfirmAgreement(by=person, consortium=circle.number, version=drawn_up.version))
    await town.settles()


async def test_when_all_is_done_it_is_ready_and_a_change_makes_it_unready_again(town, circle, owner, neighbour):
    await becomes_ready(town, circle, owner.person.id)
    await looks(owner)
    owner.sees("3 of 3 confirmed", "KRW 9,000,000 of KRW 9,000,000 promised", "Agreement: confirmed by everybody", "✅ Ready to apply.")
    owner.sees_not("Still needed")
    await looks(neighbour)
    await neighbour.taps("💰 Own share", "✏️ Promise another amount")
    await neighbour.sends("2900000")
    await neighbour.taps("✅ Yes, I promise it")
    await looks(owner)
    owner.sees("Still needed", "The promises are KRW 100,000 below the own share.")
    owner.sees_not("Ready to apply")


async def test_a_hand_over_makes_the_agreement_void(town, circle, owner, neighbour):
    await becomes_ready(town, circle, owner.person.id)
    await looks(owner)
    await owner.taps("⚙️ Change something", "👑 Hand over the lead", "Dalbit Cakes", "👑 Yes, offer it")
    await looks(owner)
    owner.sees("Agreement: confirmed by everybody")
    await neighbour.taps("👑 I take the lead")
    await looks(owner)
    owner.sees("Agreement: not drawn up")
