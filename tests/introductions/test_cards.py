"""A card for being introduced: written in a few answers, without a name, for those who come, and taken back at any time."""

import pytest
from sqlalchemy import text

import bot.house  # noqa: F401 - all doors open
from bot.screens.introduction_taps import ShowIntroductions, TakeBack, WriteMyCard
from programme.event_kinds import EventKind
from programme.events import Answer
from programme.introductions import KEPT_AFTERWARDS, LONGEST_LINE, Speaks
from services.finder import CannotBeSaid
from services.introductions import (
    CardWritten,
    MeetingOver,
    NeedsShop,
    NoCard,
    NoMeeting,
    NotComing,
    NotYourShop,
    TakeBackCard,
    TooLong,
    WriteCard,
)
from services.registrations import AnswerEvent
from storage import introductions
from tests.events.making import registers
from tests.finder.street import keeps_shop, opens_shop, shows_card
from tests.introductions.meeting import comes, held, introduces, shows, with_cards, writes_card
from tests.player import Player

ME, OTHER = 601, 602


@pytest.fixture
async def event(town):
    return await held(town.office)


async def test_in_three_answers_and_without_a_name(town, owner, event):
    await keeps_shop(town, owner, "Hanbit Bakery", 1)
    await registers(town.office, event, owner.person.id)
    await owner.starts(f"ei_{event.id}")
    owner.sees("Be introduced at “Mapo owners meet”", "Neither sees a name at first", "Nobody has to")
    await owner.taps("✍️ Write my card")
    await owner.sends("Our oven is free in the afternoon.", "A printer.")
    await owner.taps("Korean and English")
    owner.sees("Our oven is free", "A printer.", "30 days after the meeting it is deleted")
    await owner.taps("🤝 Yes, introduce me")
    owner.sees(
        "Your card is written", "Bakery in Mapo-gu", "Offers: Our oven is free", "Speaks: Korean and English", "Mon 9 Mar 2026 10:00"
    )
    owner.sees_not("Hanbit")


async def test_the_page_of_the_event_leads_to_it(town, owner, event):
    await keeps_shop(town, owner, "Hanbit Bakery", 1)
    await owner.starts(f"ev_{event.id}")
    assert "🤝 Be introduced" not in owner.labels()
    await owner.taps("✅ I come")
    await owner.starts(f"ev_{event.id}")
    await owner.taps("🤝 Be introduced", "✍️ Write my card")
    owner.sees("What could you offer another shop?")


async def test_what_stands_in_the_partner_finder_is_answered_already(town, owner, event):
    shop = await keeps_shop(town, owner, "Hanbit Bakery", 1)
    await shows_card(town.office, shop, sentence="We look for a shared kitchen.")
    await registers(town.office, event, owner.person.id)
    await owner.starts(f"ei_{event.id}")
    await owner.taps("✍️ Write my card")
    await owner.sends("Our oven is free.")
    await owner.taps("Korean")
    owner.sees("We look for a shared kitchen.")
    await owner.taps("🤝 Yes, introduce me")
    owner.sees("Looks for: We look for a shared kitchen.")


async def test_who_has_two_shops_says_with_which_they_are_there(town, owner, event):
    await keeps_shop(town, owner, "Hanbit Bakery", 1)
    await opens_shop(town.office, owner.person.id, "Hanbit Print", serial=2)
    await registers(town.office, event, owner.person.id)
    await owner.starts(f"ei_{event.id}")
    await owner.taps("✍️ Write my card", "🏪 Hanbit Print")
    owner.sees("What could you offer")


@pytest.mark.parametrize("line", ["Call 010-1234-5678", "hanbit.com", "@hanbit", "Come to Hanbit Bakery"])
async def test_no_line_tells_who_it_is_or_how_to_reach_them(town, owner, event, line):
    await keeps_shop(town, owner, "Hanbit Bakery", 1)
    await registers(town.office, event, owner.person.id)
    await owner.starts(f"ei_{event.id}")
    await owner.taps("✍️ Write my card")
    await owner.sends(line)
    owner.sees("lease write it without", "What could you offer another shop?")


async def test_it_is_changed_line_by_line_and_taken_back(town, owner, event):
    await keeps_shop(town, owner, "Hanbit Bakery", 1)
    await registers(town.office, event, owner.person.id)
    await writes_card(owner, event)
    await owner.taps("🤝 My introductions", "✏️ Change my card")
    owner.sees("Shall I introduce you with this card")
    await owner.taps("🤝 Yes, introduce me", "🤝 My introductions", "🗑 Take my card back")
    owner.sees("deleted at once")
    await owner.taps("Yes, take it back")
    owner.sees("Your card is deleted. Nobody is told.")
    async with town.office.store.reading() as connection:
        assert await introductions.count(connection, event.id) == 0
    await owner.taps("✍️ Write a new card")
    owner.sees("What could you offer")


async def test_who_gives_the_seat_back_is_not_introduced(office):
    event = await held(office)
    await with_cards(office, event, ME, OTHER)
    await office.do(AnswerEvent(by=ME, event=event.id, answer=Answer.NOT_COMING))
    await introduces(office, event)
    me = Player(office, id=ME)
    await me.wishes(ShowIntroductions(event.id))
    me.sees("Nobody sees it now")
    assert "Introduction No." not in me.text()


async def written(office, event, person=ME, **more):
    lines = {"shop": 1, "offers": "An oven", "looks_for": "A printer", "speaks": Speaks.KOREAN, **more}
    return await office.do(WriteCard(by=person, event=event.id, **lines))


async def test_why_not(office, clock):
    event = await held(office)
    briefing = await held(office, kind=EventKind.BRIEFING)
    await registers(office, event, ME)
    assert await written(office, event) == NeedsShop(event)
    shop = await opens_shop(office, ME, "Hanbit Bakery", serial=1)
    theirs = await opens_shop(office, OTHER, "Dalbit Cakes", serial=2)
    assert await written(office, event, OTHER) == NotComing(event)
    assert await written(office, briefing) == NoMeeting()
    assert await written(office, event, shop=theirs.shop) == NotYourShop()
    assert await written(office, event, offers="") == TooLong()
    assert await written(office, event, looks_for="x" * (LONGEST_LINE + 1)) == TooLong()
    assert isinstance(await written(office, event, offers="at Hanbit Bakery"), CannotBeSaid)
    assert isinstance(await written(office, event, shop=shop.shop), CardWritten)
    clock.at = event.ends_at
    assert await written(office, event, shop=shop.shop) == MeetingOver(event)
    assert await office.do(TakeBackCard(by=OTHER, event=event.id)) == NoCard()


@pytest.mark.parametrize("number", [0, 999, 2**62])
async def test_forged_numbers_are_answered_in_words(office_with_calls, number):
    player = Player(office_with_calls, id=ME)
    for wish in (ShowIntroductions(number), WriteMyCard(number)):
        await player.wishes(wish)
        player.sees("At this event nobody is introduced.")
    await player.wishes(TakeBack(number))
    player.sees("There is no card of yours.")


async def test_a_month_after_the_meeting_the_cards_are_gone_and_who_met_whom(town, clock):
    event = await held(town.office)
    for person, name in ((ME, "Hanbit Bakery"), (OTHER, "Dalbit Cakes")):
        await shows(town.office, event, await comes(town.office, event, person, name, serial=person - 600))
    await introduces(town.office, event)
    clock.at = event.ends_at + KEPT_AFTERWARDS
    await town.does_chores()
    assert await left(town) == (2, 1)
    clock.passes(minutes=1)
    await town.does_chores()
    assert await left(town) == (0, 0)


async def left(town) -> tuple[int, int]:
    async with town.store.reading() as connection:
        tables = ("introduction_cards", "introductions")
        counted = [int(await connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0) for table in tables]
    return counted[0], counted[1]
