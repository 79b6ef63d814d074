"""A coordinator of some gu, or of one track, writes for those alone; what is for all of Seoul is for others to write, pin and take down."""

import pytest

import bot.house  # noqa: F401 - all doors open
from bot.dialogue.taps import BeginStory
from bot.screens.notice_taps import AskToTakeDown, Pin, ReadOnBoard
from programme.districts import District
from programme.rights import Role, Scope
from programme.subscriptions import Subject
from programme.tracks import Track
from services.coordinators import AppointFirstCoordinators, Forbidden, OutOfReach
from services.notices import Changed, PinNotice, Posted, TakeDownNotice, WriteNotice
from storage import notices
from tests.player import Player
from tests.today.desks import MAPO, holds
from tests.window_notices.windows import crowd, told

BOSS, LOCAL = 900, 901


@pytest.fixture
async def desk(office_with_calls):
    office = office_with_calls
    await crowd(office, BOSS)
    await office.do(AppointFirstCoordinators(ids=(BOSS,)))
    await holds(office, LOCAL, Role.COORDINATOR, MAPO)
    return office


def note(by: int = LOCAL, **more) -> WriteNotice:
    return WriteNotice(by=by, subject=Subject.BRIEFING, title_ko="설명회 자료", text_ko="자료를 올렸어요.", **more)


async def writes(office, by: int, *ticks: str) -> Player:
    player = Player(office, id=by)
    await player.commands("start")
    await player.wishes(BeginStory("write_notice"))
    for words in ("설명회 자료", "자료를 올렸어요."):
        await player.says(words)
    await player.taps("No", *ticks, "Who wants: Briefings")
    return player


async def test_for_all_of_seoul_they_may_not_write(desk):
    assert await desk.do(note()) == OutOfReach()
    assert await desk.do(note(gu=District.GANGNAM)) == OutOfReach()
    assert isinstance(await desk.do(note(gu=District.MAPO)), Posted)
    assert isinstance(await desk.do(note(gu=District.MAPO, track=Track.INNOVATION)), Posted)
    assert await desk.do(note(by=5, gu=District.MAPO)) == Forbidden()


async def test_the_story_writes_for_their_gu_and_says_so(desk):
    player = await writes(desk, LOCAL)
    player.sees("It is for Mapo-gu")
    await player.taps("Post it", "Read the notice")
    player.sees("For Mapo-gu")
    async with desk.store.reading() as connection:
        (found,) = await notices.page(connection, limit=5)
    assert (found.gu, found.track) == (District.MAPO.value, None)


async def test_who_looks_after_two_gu_says_for_which(desk):
    await holds(desk, LOCAL, Role.COORDINATOR, Scope(gus=frozenset({District.MAPO, District.JUNG})))
    player = await writes(desk, LOCAL, "Jung-gu")
    player.sees("It is for Jung-gu")


async def test_who_looks_after_one_track_writes_for_it(desk):
    await holds(desk, LOCAL, Role.COORDINATOR, Scope(tracks=frozenset({Track.INNOVATION})))
    player = await writes(desk, LOCAL)
    await player.taps("Post it")
    async with desk.store.reading() as connection:
        (found,) = await notices.page(connection, limit=5)
    assert (found.gu, found.track) == (None, Track.INNOVATION.value)


async def test_whose_role_is_without_a_limit_writes_for_all(desk):
    player = await writes(desk, BOSS)
    assert "It is for" not in player.text()
    await player.taps("Post it")
    assert await told(desk, "office_notice") == []


async def test_only_what_they_could_have_written_they_pin_and_take_down(desk):
    for_all, theirs = await desk.do(note(by=BOSS)), await desk.do(note(gu=District.MAPO))
    assert await desk.do(PinNotice(by=LOCAL, number=for_all.notice, pin=True)) == OutOfReach()
    assert await desk.do(TakeDownNotice(by=LOCAL, number=for_all.notice)) == OutOfReach()
    assert isinstance(await desk.do(PinNotice(by=LOCAL, number=theirs.notice, pin=True)), Changed)
    player = Player(desk, id=LOCAL)
    await player.commands("start")
    await player.wishes(ReadOnBoard(for_all.notice))
    assert "📌 Pin" not in player.labels()
    for wish in (Pin(for_all.notice, pin=True), AskToTakeDown(for_all.notice)):
        await player.wishes(wish)
        player.sees("This lies beyond your role")
        player.sees("Please ask a colleague whose role reaches it")
    await player.wishes(ReadOnBoard(theirs.notice))
    assert "🗑 Take down" in player.labels()
    assert isinstance(await desk.do(TakeDownNotice(by=LOCAL, number=theirs.notice)), Changed)
