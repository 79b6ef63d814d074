"""A card that should not be shown is told to the office, which takes it out of sight; the other side does not learn by whom."""

import pytest

import bot.house  # noqa: F401 - all doors open
from bot.screens.introduction_taps import JudgeOne, PairNow, ShowCards, ShowOneCard, TellTheOffice
from programme.events import Answer
from programme.trades import Trade
from services.coordinators import Forbidden
from services.introduction_answers import AgreeToMeet
from services.introduction_letters import Introduced
from services.introduction_reports import CardGone, JudgeIntroduction, ReportIntroduction
from services.introductions import NoCard, TakeBackCard
from services.letter_places import place_of
from services.letter_renewal import as_of_now
from services.registrations import AnswerEvent
from tests.events.making import COORDINATOR, letters_to, registers
from tests.finder.street import keeps_shop
from tests.introductions.meeting import are_introduced, circles, held, introduces, shows, with_cards, writes_card
from tests.player import Player

RUDE = "Only people who can really bake."
A, B, C = 801, 802, 803


@pytest.fixture
async def officer(town):
    one = town.person("Officer")
    await one.starts()
    await town.appoints(one)
    return one


@pytest.fixture
async def rude(town, clock, owner, neighbour, officer):
    """The owner was introduced to a rude card."""
    event = await held(town.office, by=officer.person.id)
    await keeps_shop(town, owner, "Hanbit Bakery", 1)
    await keeps_shop(town, neighbour, "Rude Meat", 2, trade=Trade.MEAT)
    await registers(town.office, event, owner.person.id, neighbour.person.id)
    await writes_card(owner, event)
    await writes_card(neighbour, event, RUDE)
    await are_introduced(town, clock)
    return event


async def test_a_report_reaches_the_office_without_names(owner, neighbour, officer, rude):
    before = neighbour.chat()
    await owner.taps("🤝 My introductions", "🚩 No. 1: tell the office")
    owner.sees("The office looks at it", "You said no to this one")
    assert neighbour.chat() == before
    officer.sees("A card of a networking meeting was reported: No. 2")
    await officer.taps("Look at it")
    officer.sees(RUDE, "shown")
    assert [name for name in ("Rude Meat", "Hanbit") if name in officer.chat()] == []


async def test_out_of_sight_it_is_seen_by_nobody_and_its_owner_told(owner, neighbour, officer, rude):
    await owner.taps("🤝 My introductions", "🚩 No. 1: tell the office")
    await officer.taps("Look at it", "🚫 Out of sight")
    officer.sees("The card is out of sight.", "out of sight since")
    neighbour.sees("Your card for “Mapo owners meet” was taken out of sight")
    await neighbour.taps("🤝 My introductions")
    neighbour.sees("The office has taken this card out of sight")
    await owner.taps("🔄 Look again")
    owner.sees("This card is no longer there.")
    await officer.taps("✅ Show it again")
    officer.sees("The card is shown again.")
    neighbour.sees("is shown again")


async def test_writing_it_anew_does_not_undo_the_block(office):
    event = await held(office)
    shops = await with_cards(office, event, A, B)
    await office.do(JudgeIntroduction(by=COORDINATOR, card=1, blocked=True))
    await shows(office, event, shops[A], "Something nicer")
    await introduces(office, event)
    assert await circles(office, event) == []


async def test_only_the_office_judges_and_only_what_was_shown_is_reported(office):
    event = await held(office)
    await with_cards(office, event, A, B)
    await introduces(office, event)
    await with_cards(office, event, C)
    [one] = await circles(office, event)
    assert await office.do(JudgeIntroduction(by=A, card=2, blocked=True)) == Forbidden()
    assert await office.do(JudgeIntroduction(by=COORDINATOR, card=99, blocked=True)) == CardGone()
    assert await office.do(ReportIntroduction(by=A, introduction=one.id, card=3)) == CardGone()
    stranger = Player(office, id=C)
    for wish in (ShowCards(event.id), ShowOneCard(1), JudgeOne(1, blocked=True), PairNow(event.id)):
        await stranger.wishes(wish)
        stranger.sees("Only the coordinators of the office see this.")
    await stranger.wishes(TellTheOffice(one.id, 1))
    stranger.sees("There is no such introduction of yours.")
    assert await office.do(TakeBackCard(by=COORDINATOR, event=event.id)) == NoCard()


async def test_the_office_reads_many_cards_page_by_page(office):
    event = await held(office)
    await with_cards(office, event, *range(801, 813))
    officer = Player(office, id=COORDINATOR)
    await officer.wishes(ShowCards(event.id))
    officer.sees("Cards: 12, introductions: 0")
    await officer.taps("Page 2 ▶", "Page 3 ▶")
    officer.sees("No. 12")
    await officer.taps("🪪 Card No. 12", "◀ All cards")
    officer.sees("No. 1")


async def as_it_goes_out(office, person: int) -> list[Introduced | None]:
    facts = [(person, fact) for fact in await letters_to(office, person, "event_introduction")]
    async with office.work() as work:
        return await as_of_now(work, facts)


async def test_a_card_put_out_of_sight_before_its_letter_went_is_not_in_it(office):
    event = await held(office)
    shops = await with_cards(office, event, A, B)
    await shows(office, event, shops[B], RUDE)
    await introduces(office, event)
    [before] = await as_it_goes_out(office, A)
    assert before is not None
    assert before.offers == (RUDE,)
    await office.do(JudgeIntroduction(by=COORDINATOR, card=2, blocked=True))
    assert await as_it_goes_out(office, A) == [None]


async def test_nor_is_its_owner_named_who_had_just_agreed(office):
    event = await held(office)
    await with_cards(office, event, A, B)
    await introduces(office, event)
    [one] = await circles(office, event)
    for person in (A, B):
        await office.do(AgreeToMeet(by=person, introduction=one.id))
    [met] = await letters_to(office, A, "event_introduction_met")
    async with office.work() as work:
        assert await place_of(work, met) is not None
    await office.do(JudgeIntroduction(by=COORDINATOR, card=2, blocked=True))
    async with office.work() as work:
        assert await place_of(work, met) is None


async def test_nor_is_the_card_of_somebody_who_does_not_come_any_more(office):
    event = await held(office)
    await with_cards(office, event, A, B)
    await introduces(office, event)
    await office.do(AnswerEvent(by=B, event=event.id, answer=Answer.NOT_COMING))
    assert await as_it_goes_out(office, A) == [None]
