"""A card is reported, hidden, judged; the owner is told what the office decided."""

import pytest

import bot.house  # noqa: F401 - all doors open
from bot.screens.finder_taps import Judge, ShowReport, ShowReports, TakeDown
from services.coordinators import AppointFirstCoordinators, Forbidden
from services.finder import ProlongCard
from services.finder_matches import BestMatches
from services.finder_reports import JudgeCard, Judged, Reason, ReportCard, ReportedBefore, ReportsWaiting, ReportTaken, Verdict
from storage import finder
from tests.finder.street import keeps_shop, makes_card, opens_shop, shows_card
from tests.player import Player

RUDE = "Only for people who can really bake."


@pytest.fixture
async def officer(town):
    one = town.person("Officer")
    await one.starts()
    await town.appoints(one)
    return one


@pytest.fixture
async def rude(town, owner, neighbour):
    """The owner sees the rude card of the neighbour."""
    await keeps_shop(town, owner, "Hanbit Bakery", 1)
    rude = await keeps_shop(town, neighbour, "Rude Cakes", 2)
    await makes_card(owner, "Joint brand")
    await makes_card(neighbour, "Joint brand", sentence=RUDE)
    return rude


async def reports(person) -> None:
    await person.taps("⭐ See the best matches", "1. Bakery in Mapo-gu", "🚩 Report", "It is rude")


async def test_a_report_hides_the_card_and_reaches_the_office_without_names(owner, neighbour, officer, rude):
    before = neighbour.chat()
    await reports(owner)
    owner.sees("The office looks at it", "Nobody else is looking")
    assert neighbour.chat() == before
    officer.sees("was reported", "It is rude", "1 person has reported it")
    assert "Rude Cakes" not in officer.chat()


async def test_a_blocked_card_is_seen_by_nobody_and_its_owner_told_what_to_do(office, owner, neighbour, officer, rude):
    await reports(owner)
    await officer.taps("Look at it")
    officer.sees(RUDE, "It is rude: 1")
    await officer.taps("🚫 Out of sight")
    officer.sees("The card is out of sight", "out of sight since")
    neighbour.sees("The card of Rude Cakes was taken out of sight", "ask a person")
    await neighbour.taps("🔎 My card")
    neighbour.sees("The office has taken this card out of sight")
    other = await opens_shop(office, 77, "Other Bakery", serial=7)
    await shows_card(office, other)
    assert (await office.look(BestMatches(person=77, mine=other.shop))).total == 1  # the owner's


async def test_what_was_blocked_can_be_shown_again_by_the_office_only(owner, neighbour, officer, rude):
    await reports(owner)
    await officer.taps("Look at it", "🚫 Out of sight")
    await neighbour.taps("🔎 My card", "✏️ Change my card", "✏️ Sentence")
    await neighbour.sends("Everybody who bakes is welcome.")
    await neighbour.taps("Show my card")
    neighbour.sees("The office has taken this card out of sight")
    await officer.taps("All reported cards" if "All reported cards" in officer.labels() else f"No. {rude.shop} Bakery in Mapo-gu")
    officer.sees("Everybody who bakes is welcome.")
    await officer.taps("✅ It is fine")
    officer.sees("The card is fine", "No card is reported")
    neighbour.sees("shown in the partner finder again")


async def test_a_card_that_is_fine_is_shown_on_and_its_owner_hears_nothing(owner, neighbour, officer, rude):
    await reports(owner)
    before = neighbour.chat()
    await officer.taps("Look at it", "✅ It is fine")
    officer.sees("Its reports are settled")
    assert neighbour.chat() == before


async def test_taking_a_blocked_card_down_and_making_it_anew_does_not_unblock_it(office, clock):
    offender, _ = await reported(office, people=1)
    await office.do(JudgeCard(by=500, shop=offender.shop, verdict=Verdict.BLOCKED))
    player = Player(office, id=offender.person)
    await player.wishes(TakeDown(offender.shop))
    player.sees("taken down and deleted")
    assert (await office.do(ProlongCard(by=offender.person, shop=offender.shop))).__class__.__name__ == "NoCard"
    clock.passes(days=100)
    await shows_card(office, offender)
    async with office.work() as work:
        card = await finder.find(work.connection, offender.shop, work.now)
    assert card is not None
    assert card.blocked_at is not None
    assert not card.seen


async def reported(office, *, people: int):
    """A card that so many have reported, and somebody who has not. 500 is a coordinator."""
    offender = await opens_shop(office, 2, "Rude Cakes", serial=2)
    await shows_card(office, offender, sentence=RUDE)
    seers = [await opens_shop(office, 10 + n, f"Shop {n}", serial=10 + n) for n in range(people + 1)]
    for one in seers:
        await shows_card(office, one)
    await office.do(AppointFirstCoordinators(ids=(500,)))
    for one in seers[:-1]:
        outcome = await office.do(ReportCard(by=one.person, mine=one.shop, other=offender.shop, reason=Reason.RUDE))
        assert outcome == ReportTaken()
    return offender, seers[-1]


@pytest.mark.parametrize(("people", "seen"), [(2, True), (3, False)])
async def test_a_card_three_people_have_reported_is_hidden_until_it_is_looked_at(office, people, seen):
    offender, other = await reported(office, people=people)
    page = await office.look(BestMatches(person=other.person, mine=other.shop))
    assert (offender.shop in {one.card.shop for one in page.suggestions}) is seen
    player = Player(office, id=offender.person)
    await player.wishes(ShowReports())
    player.sees("Only the coordinators")
    assert await office.do(JudgeCard(by=500, shop=offender.shop, verdict=Verdict.FINE)) == Judged(Verdict.FINE)
    page = await office.look(BestMatches(person=other.person, mine=other.shop))
    assert offender.shop in {one.card.shop for one in page.suggestions}


async def test_one_person_reporting_over_and_over_counts_once(office):
    offender, other = await reported(office, people=1)
    outcomes = [
        await office.do(ReportCard(by=other.person, mine=other.shop, other=offender.shop, reason=reason))
        for reason in (Reason.RUDE, Reason.CONTACT, Reason.OTHER)
    ]
    assert outcomes == [ReportTaken(), ReportedBefore(), ReportedBefore()]
    async with office.work() as work:
        card = await finder.find(work.connection, offender.shop, work.now)
    assert card is not None
    assert card.seen


async def test_only_coordinators_see_and_judge_whatever_is_forged(office):
    offender, _ = await reported(office, people=1)
    stranger = Player(office, id=10)
    for wish in (ShowReports(), ShowReport(offender.shop), Judge(offender.shop, Verdict.BLOCKED)):
        await stranger.wishes(wish)
        stranger.sees("Only the coordinators")
        assert RUDE not in stranger.text()
    assert await office.do(JudgeCard(by=10, shop=offender.shop, verdict=Verdict.BLOCKED)) == Forbidden()
    assert await office.look(ReportsWaiting(by=10)) == 0
    assert await office.look(ReportsWaiting(by=500)) == 1


async def test_a_second_coordinator_finds_it_judged(office):
    offender, _ = await reported(office, people=1)
    colleague = Player(office, id=500)
    await colleague.wishes(ShowReport(offender.shop))
    await office.do(JudgeCard(by=500, shop=offender.shop, verdict=Verdict.FINE))
    await colleague.taps("🚫 Out of sight")
    colleague.sees("a colleague was faster")
    async with office.work() as work:
        card = await finder.find(work.connection, offender.shop, work.now)
    assert card is not None
    assert card.blocked_at is None


async def test_the_list_of_reported_cards_turns_its_pages(office):
    await office.do(AppointFirstCoordinators(ids=(500,)))
    mine = await opens_shop(office, 1, "Hanbit Bakery", serial=1)
    await shows_card(office, mine)
    for serial in range(2, 9):
        other = await opens_shop(office, serial, f"Shop {serial}", serial=serial)
        await shows_card(office, other)
        await office.do(ReportCard(by=1, mine=mine.shop, other=other.shop, reason=Reason.OTHER))
    officer = Player(office, id=500)
    await officer.wishes(ShowReports())
    assert sum(label.startswith("No. ") for label in officer.labels()) == 5
    await officer.taps("Page 2 ▶")
    assert sum(label.startswith("No. ") for label in officer.labels()) == 2
