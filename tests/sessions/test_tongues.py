"""Who takes anyone that fits is given somebody they can talk to, where there is one; and is told where there is none."""

from dataclasses import replace

import pytest

import bot.house  # noqa: F401 - all doors open
from bot.screens.booking_taps import ShowSession
from programme.topics import Topic
from services.free_times import FreeTimes, NextFree
from storage import consultants, people
from storage.consultants import Calling
from tests.player import Player
from tests.sessions.desk import DAY, HAN, YUN, advises, at, books, holds, keep_shops

OWNER = 1


@pytest.fixture
async def office(office_with_calls):
    """Whoever has the lower number comes first where nothing else decides: Yun, who speaks Korean alone."""
    office = office_with_calls
    await keep_shops(office, OWNER)
    await advises(office)
    await advises(office, HAN, name="Han", calling=Calling.MENTOR)
    await speaks(office, YUN, "ko")
    return office


async def speaks(office, person: int, *languages: str) -> None:
    async with office.work() as work:
        found = await consultants.find(work.connection, person)
        assert found is not None
        await consultants.correct(work.connection, person, replace(found.profile, languages=languages))


async def chats_in(office, language: str) -> None:
    async with office.work() as work:
        desks = await people.desks(work, {OWNER: language})
        work.save_person(replace(desks[OWNER].person, language=language))


def anyone(kind=NextFree, **more):
    return kind(person=OWNER, topic=Topic.TAX, consultant=None, way=None, language=None, **more)


async def given_by(office) -> set[int]:
    found = await office.look(anyone(FreeTimes, first=DAY, last=DAY))
    return {slot.consultant for day in found.days for slot in day.slots}


@pytest.mark.parametrize(("language", "who"), [("en", {HAN}), ("ko", {YUN, HAN})])
async def test_of_two_who_are_free_the_one_who_speaks_the_language_of_the_chat(office, language, who):
    await chats_in(office, language)
    assert await given_by(office) == who
    if language == "en":
        assert {slot.consultant for slot in await office.look(anyone())} == {HAN}


async def test_where_nobody_speaks_it_the_times_are_there_all_the_same_and_it_is_said(office):
    await speaks(office, HAN, "ko")
    assert await given_by(office) == {YUN, HAN}
    held = await holds(office, OWNER, at(11))
    player = Player(office, id=OWNER)
    await player.wishes(ShowSession(held.id))
    player.sees("🗣 Yun speaks: 한국어")
    await player.taps("✅ Book without a note")
    player.sees("🗣 Yun speaks: 한국어")


async def test_who_is_understood_reads_nothing_of_it(office):
    booked = await books(office, OWNER, at(11), HAN)
    player = Player(office, id=OWNER)
    await player.wishes(ShowSession(booked.session.id))
    assert "🗣" not in player.text()
