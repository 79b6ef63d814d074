"""A coordinator of some gu, or of one track, manages the events of those alone."""

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from bot.screens.event_desk_taps import PublishThis, ShowOfficeEvent
from bot.screens.introduction_taps import JudgeOne, PairNow
from programme.districts import District
from programme.events import Answer
from programme.rights import Role, Scope
from services.event_cancelling import CancelEvent, EventIsOff
from services.event_changing import Changed
from services.event_cloning import CloneEvent
from services.event_guests import PutAhead, WhyAhead
from services.event_making import Drafted, DropDraft, MakeEvent, PublishEvent, TooWide
from services.introduction_reports import JudgeIntroduction
from services.introduction_rounds import IntroducePeople
from services.survey_sharing import ShareResults
from storage import roles
from tests.events.making import COORDINATOR, drafted, has_coordinator, meets, plan, published, registers
from tests.events.test_changing import changes
from tests.events.test_making import makes
from tests.introductions.meeting import with_cards
from tests.player import Player
from tests.surveys.asking import said, thanked

LOCAL = 7003
MAPO, GANGNAM = District.MAPO.value, District.GANGNAM.value


@pytest.fixture
async def office(office_with_calls):
    office = office_with_calls
    await has_coordinator(office)
    async with office.work() as work:
        await meets(work, LOCAL)
        await roles.grant(work.connection, LOCAL, Role.COORDINATOR, Scope(gus=frozenset({MAPO})), by=COORDINATOR, until=None, now=work.now)
    return office


async def test_what_is_for_mapo_alone_they_make_change_and_cancel(office):
    outcome = await office.do(MakeEvent(by=LOCAL, plan=plan(gus=(MAPO,))))
    assert isinstance(outcome, Drafted)
    await office.do(PublishEvent(by=LOCAL, event=outcome.event.id))
    assert isinstance(await changes(office, outcome.event, by=LOCAL, place="합정역"), Changed)
    assert await changes(office, outcome.event, by=LOCAL, gus=()) == TooWide()
    assert isinstance(await office.do(CancelEvent(by=LOCAL, event=outcome.event.id, why="비")), EventIsOff)


@pytest.mark.parametrize("gus", [(), (GANGNAM,), (MAPO, GANGNAM)])
async def test_what_reaches_further_they_leave_to_others(office, gus):
    event, draft = await published(office, gus=gus, seats=1), await drafted(office, gus=gus)
    (waits,) = await registers(office, event, 101, answer=Answer.WAITING)
    assert await office.do(MakeEvent(by=LOCAL, plan=plan(gus=gus))) == TooWide()
    assert await changes(office, event, by=LOCAL, place="합정역") == TooWide()
    assert await office.do(CancelEvent(by=LOCAL, event=event.id, why="비")) == TooWide()
    assert await office.do(CloneEvent(by=LOCAL, event=event.id, days=7)) == TooWide()
    assert await office.do(PublishEvent(by=LOCAL, event=draft.id)) == TooWide()
    assert await office.do(DropDraft(by=LOCAL, event=draft.id)) == TooWide()
    assert await office.do(PutAhead(by=LOCAL, registration=waits.id, why=WhyAhead.PART)) == TooWide()


async def test_the_story_says_what_to_limit(office):
    player = Player(office, id=LOCAL)
    await player.commands("start")
    await makes(player)
    player.sees("Gu: Mapo-gu")
    await player.taps("✏️ Gu", "Page 2 of 4 ▶", "☑ Mapo-gu", "All of Seoul", "Yes, keep it as a draft")
    player.sees("Please tap the gu or the track and limit it.")
    await player.taps("✏️ Gu", "Done (1 ticked)", "Yes, keep it as a draft")
    player.sees("is kept as a draft")
    theirs = await drafted(office)
    await player.wishes(PublishThis(theirs.id, "seen"))
    player.sees("This event concerns more than your role does")
    await player.wishes(ShowOfficeEvent(theirs.id))
    player.sees("draft: only the office sees it")


@pytest.mark.parametrize("gus", [(), (GANGNAM,)])
async def test_nor_do_they_introduce_people_judge_cards_or_share_results_there(office, clock, gus):
    event = await published(office, gus=gus, reminders=())
    await with_cards(office, event, 801, 802)
    assert await office.do(IntroducePeople(by=LOCAL, event=event.id)) == TooWide()
    assert await office.do(JudgeIntroduction(by=LOCAL, card=1, blocked=True)) == TooWide()
    held = await thanked(office, clock, *range(101, 106), gus=gus)
    for person in range(101, 106):
        await office.do(said(person, held))
    assert await office.do(ShareResults(by=LOCAL, event=held.id, follows="We listen.")) == TooWide()
    player = Player(office, id=LOCAL)
    await player.commands("start")
    for wish in (PairNow(event.id), JudgeOne(1, blocked=True)):
        await player.wishes(wish)
        player.sees("This event concerns more than your role does")
