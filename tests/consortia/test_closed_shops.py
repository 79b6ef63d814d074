"""A shop that the tax office has as closed or suspended takes no seat, by whichever door; each screen says why and what to do now."""

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from programme.tracks import Track
from services.consortia import OpenConsortium
from services.handovers import AnswerHandover, CannotLead, LeadDeclined, LeadIsOffered, OfferLead
from services.joining import JoinByCard
from services.seats import NotTrading, Seated
from services.waiting_seats import WaitForSeat
from storage import shop_checks
from storage.shops import ENDED, Check
from tests.consortia.forming import begins, opened, sits_down
from tests.finder.street import keeps_shop, leads, opens_shop, shows_card
from tests.finder.test_inviting import meet
from tests.groups.shops import code_of
from tests.invitations.inviting import invites
from tests.membership.circle import LEAD, Circle, confirmed, forms, looks, meets

WHY, WHAT_NOW = "as closed, so it cannot take a seat", "have it asked again here, or ask a person"


@pytest.fixture
async def baker(town, owner):
    await keeps_shop(town, owner, "Hanbit Bakery", 1)
    await opened(town.office, owner.person.id, 1)
    return owner


@pytest.fixture
async def florist(town, neighbour):
    """Closed since the morning."""
    shop = await keeps_shop(town, neighbour, "Dalbit Flowers", 2)
    await closes(town.office, neighbour.person.id, shop.shop)
    return neighbour


async def closes(office, person: int, shop: int, state: str = "closed") -> None:
    await confirmed(office, Circle(0, person, {person: shop}), state)


def is_told_what_to_do(person) -> None:
    person.sees(WHY, WHAT_NOW)
    person.sees_button("🔁 Ask the tax office")
    person.sees_button("🙋 Ask a person")


@pytest.mark.parametrize("state", ["closed", "suspended"])
async def test_no_seat_is_taken_by_it(office, state):
    for person in (1, 2):
        await opens_shop(office, person, f"Shop {person}", serial=person)
    await opened(office, 1, 1)
    await closes(office, 2, 2, state)
    outcome = await sits_down(office, 2)
    assert isinstance(outcome, NotTrading)
    assert outcome.shop.id == 2
    await closes(office, 2, 2, "waiting")
    assert isinstance(await sits_down(office, 2), Seated)


async def test_what_a_coordinator_has_read_on_its_paper_counts_as_much(office, clock):
    for person in (1, 2, 3):
        await opens_shop(office, person, f"Shop {person}", serial=person)
        await closes(office, person, person, "waiting")
    await opened(office, 1, 1)
    for shop, why in ((2, ENDED), (3, "no_paper")):
        async with office.work() as work:
            found = await shop_checks.find(work.connection, shop)
            assert found is not None
            assert await shop_checks.decide(work.connection, shop, Check.REFUSED, by=9, why=why, seen=found.changed_at, now=clock.now())
    assert isinstance(await sits_down(office, 2), NotTrading)
    assert isinstance(await sits_down(office, 3), Seated)


async def test_it_opens_no_consortium(office, florist):
    await begins(florist)
    await florist.taps("Prepare for the next call")
    is_told_what_to_do(florist)
    florist.sees_button("🏪 Register my shop")
    person = florist.person.id
    deed = OpenConsortium(by=person, shop=1, track=Track.COLLABORATION, call=None, name="Evening Bread", idea="One oven for all")
    assert isinstance(await office.do(deed), NotTrading)


async def test_beside_another_shop_it_is_said_why_it_is_not_among_those_to_choose(town, florist):
    for serial, name in ((3, "Third Shop"), (4, "Fourth Shop")):
        await opens_shop(town.office, florist.person.id, name, serial=serial)
    await begins(florist)
    await florist.taps("Prepare for the next call")
    florist.sees("Which of your shops shall lead it?", "The tax office has Dalbit Flowers as closed")
    assert "Dalbit Flowers" not in florist.labels()


async def test_it_accepts_no_invitation(baker, florist):
    await florist.starts(await invites(baker))
    await florist.taps("✅ Take part")
    is_told_what_to_do(florist)


async def test_closing_between_the_questions_and_the_last_yes_is_noticed_and_the_invitation_stays(town, baker, neighbour):
    shop = await keeps_shop(town, neighbour, "Dalbit Flowers", 2)
    await neighbour.starts(await invites(baker))
    await neighbour.taps("✅ Take part")
    await closes(town.office, neighbour.person.id, shop.shop, "suspended")
    await neighbour.taps("Yes, take part")
    neighbour.sees("as suspended, so it cannot take a seat")
    await closes(town.office, neighbour.person.id, shop.shop, "active")
    await neighbour.starts()
    await neighbour.taps("💌 Invitations for me (1)", "✉️ Answer: Morning Bread", "✅ Take part", "Yes, take part")
    neighbour.sees("is a member of")


async def test_it_joins_by_no_card(town, baker, florist):
    code = await code_of(town.office, Circle(1, 0, {}))
    await florist.starts(f"con_{code}")
    is_told_what_to_do(florist)
    assert not [label for label in florist.labels() if label.startswith("🙋 Join")]
    assert isinstance(await town.office.do(JoinByCard(by=florist.person.id, code=code, shop=2)), NotTrading)


async def test_closing_while_the_card_is_read_is_told_on_the_card(town, baker, neighbour):
    shop = await keeps_shop(town, neighbour, "Dalbit Flowers", 2)
    await neighbour.starts(f"con_{await code_of(town.office, Circle(1, 0, {}))}")
    await closes(town.office, neighbour.person.id, shop.shop)
    await neighbour.taps("🙋 Join with Dalbit Flowers")
    neighbour.sees("Something has changed just now")
    is_told_what_to_do(neighbour)


async def test_it_stands_in_no_queue(town, baker, florist):
    code = await code_of(town.office, Circle(1, 0, {}))
    deed = WaitForSeat(by=florist.person.id, consortium=1, shop=2, code=code)
    assert isinstance(await town.office.do(deed), NotTrading)


async def test_the_lead_is_not_offered_to_its_owner(town, owner, neighbour):
    circle = await meets(town, owner, neighbour)
    await closes(town.office, neighbour.person.id, circle.shops[neighbour.person.id])
    await looks(owner)
    await owner.taps("⚙️ Change something", "👑 Hand over the lead", "Dalbit Cakes")
    owner.sees("Dalbit Cakes is reported as closed or suspended, so it cannot lead")
    owner.sees_button("👑 Hand over the lead")
    neighbour.sees_not("hand over the lead")


async def test_nor_taken_by_them_while_declining_stays_possible(office):
    circle = await forms(office, LEAD, 2)
    seat = (await circle.seats(office))[2]
    assert isinstance(await office.do(OfferLead(by=LEAD, seat=seat.id)), LeadIsOffered)
    await closes(office, 2, circle.shops[2])
    assert isinstance(await office.do(AnswerHandover(by=2, handover=1, takes=True)), CannotLead)
    assert isinstance(await office.do(AnswerHandover(by=2, handover=1, takes=False)), LeadDeclined)
    assert isinstance(await office.do(OfferLead(by=LEAD, seat=seat.id)), CannotLead)


async def test_who_takes_the_lead_too_late_is_told_what_to_do(town, owner, neighbour):
    circle = await meets(town, owner, neighbour)
    await looks(owner)
    await owner.taps("⚙️ Change something", "👑 Hand over the lead", "Dalbit Cakes", "👑 Yes, offer it")
    await closes(town.office, neighbour.person.id, circle.shops[neighbour.person.id])
    await neighbour.taps("👑 I take the lead")
    neighbour.sees("The tax office has Dalbit Cakes as closed, so it cannot lead", WHAT_NOW)


async def test_whom_one_met_in_the_finder_is_not_invited_while_they_are_closed(town, owner, neighbour):
    hanbit = await keeps_shop(town, owner, "Hanbit Bakery", 1)
    namu = await keeps_shop(town, neighbour, "Namu Cakes", 2)
    await leads(town.office, hanbit, "Mapo Bread")
    await shows_card(town.office, hanbit)
    await meet(town.office, hanbit, namu)
    await town.settles()
    await owner.starts()
    await owner.sends("/finder")
    await owner.taps("🤝 Those I met (1)", "🏪 Namu Cakes")
    await closes(town.office, neighbour.person.id, namu.shop)
    await owner.taps("✉️ Invite to Mapo Bread")
    owner.sees("Namu Cakes cannot take a seat at the moment")
