"""The notices board: read again, searched, narrowed, pinned; written and taken down by coordinators."""

import unicodedata

import pytest

import bot.house  # noqa: F401 - all doors open
from bot.dialogue.taps import BeginStory
from bot.screens.notice_taps import Pin, ReadOnBoard, ShowBoard, TakeDown
from programme.subscriptions import Subject
from services.coordinators import AppointFirstCoordinators
from services.notice_board import PAGE
from services.notices import Posted, WriteNotice
from services.subscriptions import AnswerFirst
from tests.player import Player
from tests.window_notices.windows import crowd, told

OFFICE = 900


@pytest.fixture
async def desk(office_with_calls):
    await crowd(office_with_calls, OFFICE)
    await office_with_calls.do(AppointFirstCoordinators(ids=(OFFICE,)))
    return office_with_calls


async def posts(office, title: str, text: str = "내용", *, subject: Subject = Subject.OFFICE, en: str = "", text_en: str = "") -> int:
    outcome = await office.do(WriteNotice(by=OFFICE, subject=subject, title_ko=title, text_ko=text, title_en=en, text_en=text_en))
    assert isinstance(outcome, Posted), outcome
    return outcome.notice


async def reader(office, number: int = 1, language: str = "en") -> Player:
    player = Player(office, id=number, language=language)
    await player.commands("start")
    return player


async def test_a_coordinator_writes_previews_and_posts_and_those_who_asked_get_it(town, owner, neighbour):
    await owner.starts()
    await owner.taps("📆 Calls and dates", "🔔 Yes, tell me")
    await town.appoints(neighbour)
    await neighbour.starts()
    await neighbour.sends("/notices")
    await neighbour.taps("✍️ Write a notice")
    await neighbour.sends("설명회 자료", "자료를 올렸어요.")
    await neighbour.taps("Yes")
    await neighbour.sends("Briefing papers", "The papers are online.")
    await neighbour.taps("Who wants: Briefings")
    neighbour.sees("This is how it would be read", "설명회 자료", "The papers are online.", "goes to 1 person")
    await neighbour.taps("Post it")
    neighbour.sees("The messages go out one after the other")
    for _ in range(2):
        await town.does_chores()
    owner.sees("📢 Briefing papers", "The papers are online.")
    neighbour.sees_not("📢 Briefing papers")
    await neighbour.taps("Read the notice")
    neighbour.sees("Sent to 1 person.")


async def test_a_notice_is_read_in_the_language_of_its_reader_and_in_korean_where_there_is_no_other(desk):
    await reader(desk), await reader(desk, 2, "ko")
    desk.clock.passes(minutes=1)
    await posts(desk, "가게 안내", en="For shops", text_en="Words")
    await posts(desk, "한국어만", "한국어 내용")
    english, korean = await reader(desk), await reader(desk, 2, "ko")
    await english.commands("notices")
    english.sees("For shops")
    english.sees("한국어만")
    await korean.commands("notices")
    korean.sees("가게 안내")


async def test_new_ones_are_marked_until_they_are_read(desk):
    player = await reader(desk)
    desk.clock.passes(minutes=1)
    await posts(desk, "첫째"), await posts(desk, "둘째")
    await player.commands("start")
    await player.taps("📢 Notices (2 new)", "둘째")
    await player.taps("◀ All notices")
    assert player.text().count("· new") == 1
    await player.taps("✓ Mark all as read")
    player.sees("All read.")
    assert "· new" not in player.text()
    await player.commands("start")
    assert not any("new)" in label for label in player.labels())


async def test_what_was_posted_before_somebody_came_is_no_news_to_them(desk):
    await posts(desk, "오래된 소식")
    desk.clock.passes(days=1)
    player = await reader(desk)
    assert not any("new)" in label for label in player.labels())
    await player.commands("notices")
    player.sees("오래된 소식")


async def test_pinned_ones_stand_on_top(desk):
    first = await posts(desk, "먼저")
    await posts(desk, "나중")
    coordinator = Player(desk, id=OFFICE)
    await coordinator.wishes(ReadOnBoard(first))
    await coordinator.taps("📌 Pin")
    coordinator.sees("먼저")
    await coordinator.taps("◀ All notices")
    assert coordinator.text().index("먼저") < coordinator.text().index("나중")
    coordinator.sees("📌 pinned")
    await coordinator.taps("먼저", "Unpin", "◀ All notices")
    assert coordinator.text().index("나중") < coordinator.text().index("먼저")


@pytest.mark.parametrize("count", [0, 1, PAGE, PAGE + 1, 10, 200, 2000])
async def test_long_boards_are_turned_page_by_page(desk, count):
    async with desk.work() as work:
        for number in range(count):
            deed = WriteNotice(by=OFFICE, subject=Subject.OFFICE, title_ko=f"소식 {number:04}", text_ko="내용")
            assert isinstance(await deed(work), Posted)
    player = await reader(desk)
    await player.wishes(ShowBoard())
    if not count:
        player.sees("There is no notice yet.")
        return
    player.sees(f"소식 {count - 1:04}")
    await player.wishes(ShowBoard(page=10**6))
    player.sees("소식 0000")
    assert len(player.text()) < 4096
    pages = -(-count // PAGE)
    if pages > 1:
        await player.taps(f"◀ Page {pages - 1}")
        assert "소식 0000" not in player.text()


@pytest.mark.parametrize("typed", ["설명회", unicodedata.normalize("NFD", "설명회"), "BRIEFING", "briefing papers", "자료"])
async def test_words_are_found_however_they_are_typed_and_in_either_language(desk, typed):
    await posts(desk, "설명회 자료", en="Briefing papers", text_en="Online")
    await posts(desk, "다른 소식")
    player = await reader(desk)
    await player.commands("notices")
    await player.taps("🔍 Search")
    await player.says(typed)
    player.sees("1 notice")
    player.sees("Briefing papers")
    assert "다른 소식" not in player.text()


@pytest.mark.parametrize("typed", ["%", "_", "\\", "100%", "' OR 1=1", "🥐🥐🥐🥐🥐🥐🥐🥐🥐🥐🥐🥐🥐🥐", "a:b", "없는말"])
async def test_signs_are_no_wildcards_and_nothing_found_says_what_to_do(desk, typed):
    await posts(desk, "설명회 자료")
    player = await reader(desk)
    await player.wishes(BeginStory("search_notices"))
    await player.says(typed)
    player.sees("Nothing was found.")
    await player.taps("All notices")
    player.sees("설명회 자료")


async def test_what_is_sought_is_kept_from_page_to_page(desk):
    async with desk.work() as work:
        for number in range(20):
            for title in (f"교육 {number:02}", f"공고 {number:02}"):
                await WriteNotice(by=OFFICE, subject=Subject.OFFICE, title_ko=title, text_ko="내용")(work)
    player = await reader(desk)
    await player.wishes(BeginStory("search_notices"))
    await player.says("교육")
    await player.taps("Page 2 ▶", "Page 3 ▶")
    player.sees("교육 05")
    assert "공고" not in player.text()


async def test_the_board_is_narrowed_by_subject(desk):
    await posts(desk, "교육 안내", subject=Subject.COURSE)
    await posts(desk, "사무국 안내")
    player = await reader(desk)
    await player.commands("notices")
    await player.taps("🔧 By subject", "Courses")
    player.sees("About: Courses (1)")
    player.sees("교육 안내")
    assert "사무국 안내" not in player.text()


async def test_a_notice_taken_down_is_gone_for_everybody_and_its_letters_do_not_go(desk):
    await crowd(desk, 1)
    await desk.do(AnswerFirst(by=1, yes=True))
    number = await posts(desk, "잘못된 안내", subject=Subject.BRIEFING)
    from services.notice_telling import TellBatch

    assert await desk.do(TellBatch(notice=number)) == 1
    assert await told(desk, "office_notice") == [1]
    coordinator = Player(desk, id=OFFICE)
    await coordinator.wishes(ReadOnBoard(number))
    await coordinator.taps("🗑 Take down", "Yes, take it down")
    coordinator.sees("The notice is taken down.")
    assert await told(desk, "office_notice") == []
    player = await reader(desk)
    await player.wishes(ReadOnBoard(number))
    player.sees("That notice has been taken down.")
    assert await desk.do(TellBatch(notice=number)) == 0


async def test_nobody_but_coordinators_writes_pins_or_takes_down(desk):
    number = await posts(desk, "안내")
    player = await reader(desk)
    await player.wishes(BeginStory("write_notice"))
    player.sees("Only coordinators")
    for wish in (Pin(number, pin=True), TakeDown(number)):
        await player.wishes(wish)
        player.sees("Only coordinators")
        player.sees("안내")
    await player.wishes(ReadOnBoard(number))
    assert not {"📌 Pin", "🗑 Take down"} & set(player.labels())


async def test_somebody_dismissed_while_writing_posts_nothing(desk):
    coordinator = Player(desk, id=OFFICE)
    await coordinator.wishes(BeginStory("write_notice"))
    for said in ("제목", "내용"):
        await coordinator.says(said)
    await coordinator.taps("No", "Only on the board")
    await desk.do(AppointFirstCoordinators(ids=()))
    await coordinator.taps("Post it")
    coordinator.sees("Only coordinators")
    await coordinator.commands("notices")
    coordinator.sees("There is no notice yet.")
