"""A consultant's own desk: what comes next, one session, writing to the member, the profile line by line."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

import bot.house  # noqa: F401 - all doors open
from bot.dialogue.taps import BeginStory
from bot.screens.booking_taps import ShowSession
from bot.screens.consultant_taps import ShowDeskSession, ShowMyDesk, ShowMyProfile, ShowSessionFiles
from services.consultant_profile import CorrectProfile
from services.consultants import Unfit
from services.session_changes import CancelSession
from storage import consultants, sessions
from storage.sessions import SessionFile
from tests.consultants.advising import HAN, MEMBER, YOON, advises, is_booked, letters_to
from tests.finder.street import opens_shop
from tests.player import Player

THURSDAY = datetime(2026, 3, 5, 5, 0, tzinfo=UTC)  # 14:00 in Seoul
HOUR = timedelta(hours=1)


@pytest.fixture
async def yoon(office) -> Player:
    return await advises(office)


async def test_the_next_sessions_stand_on_the_desk_with_their_shop(office, yoon):
    kept = await opens_shop(office, MEMBER, "Hanbit Bakery", serial=1)
    await is_booked(office, THURSDAY, THURSDAY + HOUR, shop=kept.shop, goal="Our first VAT return")
    await yoon.wishes(ShowMyDesk())
    yoon.sees("Thu 5 Mar 2026 14:00–15:00 · 🧮 Tax · 💻 By video · Hanbit Bakery")
    await yoon.taps("🗓 Thu 5 Mar 2026 14:00")
    yoon.sees("With: Hanbit Bakery")
    yoon.sees("“Our first VAT return”")


async def test_the_desk_is_the_first_way_from_home(yoon):
    await yoon.commands("start")
    assert yoon.label(yoon.buttons()[0]) == "🧑‍🏫 My sessions with members"


async def test_many_sessions_come_in_pages(office, yoon):
    for day in range(8):
        await is_booked(office, THURSDAY + timedelta(days=day), THURSDAY + timedelta(days=day) + HOUR)
    await yoon.wishes(ShowMyDesk())
    await yoon.taps("Page 2 ▶")
    yoon.sees("Thu 12 Mar 2026")
    await yoon.wishes(ShowMyDesk(99))
    yoon.sees("Thu 12 Mar 2026")


async def test_an_empty_desk_and_one_that_is_none_say_what_to_do(office, yoon):
    await yoon.wishes(ShowMyDesk())
    yoon.sees("Members book free times")
    stranger = Player(office, id=HAN)
    for wish in (ShowMyDesk(), ShowMyProfile(), BeginStory("correct_profile", "name")):
        await stranger.wishes(wish)
        stranger.sees("the desk of consultants")


async def test_the_bot_tells_no_phone_number_not_even_for_a_session_by_phone(office, yoon):
    kept = await opens_shop(office, MEMBER, "Hanbit Bakery", serial=1)
    by_phone = await is_booked(office, THURSDAY, THURSDAY + HOUR, shop=kept.shop, way="phone")
    await yoon.wishes(ShowDeskSession(by_phone))
    yoon.sees("ask for it with a message")
    assert not [digits for digits in ("01077770001", "010-7777-0001") if digits in yoon.text()]


async def test_sessions_that_are_over_wait_on_the_desk_for_their_log(office, yoon, clock):
    for hours in range(4):
        await is_booked(office, THURSDAY + hours * HOUR, THURSDAY + (hours + 1) * HOUR)
    clock.passes(days=4)
    await yoon.wishes(ShowMyDesk())
    yoon.sees("4 sessions that are over wait for your log")
    await yoon.taps("📝 Thu 5 Mar 2026 14:00")
    assert "📝 Write the log" in yoon.labels()


async def test_files_come_as_photos_and_documents_on_a_tap(office, yoon):
    number = await is_booked(office, THURSDAY, THURSDAY + HOUR)
    async with office.work() as work:
        await sessions.add_file(work.connection, number, SessionFile(kind="photo", file="photo-1", name=""))
        await sessions.add_file(work.connection, number, SessionFile(kind="document", file="paper-1", name="VAT.pdf"))
    await yoon.wishes(ShowDeskSession(number))
    await yoon.taps("📎 2 files")
    assert yoon.screen is not None
    assert [one.file_id for one in yoon.screen.encloses] == ["photo-1", "paper-1"]


async def test_nobody_else_sees_a_session_its_files_or_writes_about_it(office, yoon):
    number = await is_booked(office, THURSDAY, THURSDAY + HOUR, goal="A secret")
    other = await advises(office, HAN, "Han Mento")
    for wish in (ShowDeskSession(number), ShowSessionFiles(number), BeginStory("session_message", str(number))):
        await other.wishes(wish)
        other.sees("There is no such session of yours")


async def test_the_two_sides_write_to_each_other_through_the_bot(office, yoon):
    kept = await opens_shop(office, MEMBER, "Hanbit Bakery", serial=1)
    number = await is_booked(office, THURSDAY, THURSDAY + HOUR, shop=kept.shop)
    member = Player(office, id=MEMBER)
    await yoon.wishes(ShowDeskSession(number))
    await yoon.taps("✉️ Write to the member")
    yoon.sees("What do you want to write to Hanbit Bakery?")
    await yoon.says("Please bring the receipts of February.")
    await yoon.taps("Send it")
    yoon.sees("Sent. An answer comes to you here.")
    [arrived] = await letters_to(office, MEMBER, "session_message")
    for part in ("Yoon Sangdam writes", "bring the receipts"):
        assert part in arrived
    await member.wishes(ShowSession(number))
    await member.taps("✉️ Write a message")
    await member.says("I will, thank you.")
    await member.taps("Send it")
    [answer] = await letters_to(office, YOON, "session_message")
    assert "Hanbit Bakery writes" in answer


async def test_in_a_mediation_a_message_says_nothing_of_whose_it_is(office, yoon):
    kept = await opens_shop(office, MEMBER, "Hanbit Bakery", serial=1)
    number = await is_booked(office, THURSDAY, THURSDAY + HOUR, shop=kept.shop, topic="conflict", confidential=True)
    member = Player(office, id=MEMBER)
    await member.wishes(BeginStory("session_message", str(number)))
    await member.says("May my sister come along?")
    await member.taps("Send it")
    [arrived] = await letters_to(office, YOON, "session_message")
    assert "Hanbit" not in arrived
    await yoon.wishes(ShowMyDesk())
    assert "Hanbit" not in yoon.text()


async def test_a_message_is_not_kept_in_the_clear_anywhere(office, yoon):
    number = await is_booked(office, THURSDAY, THURSDAY + HOUR)
    await yoon.wishes(BeginStory("session_message", str(number)))
    await yoon.says("A very private sentence")
    async with office.store.reading() as connection:
        assert "private sentence" not in repr((await connection.execute(text("SELECT answers FROM drafts"))).all())
    await yoon.taps("Send it")
    async with office.store.reading() as connection:
        for table in ("letters", "audit"):
            assert "private sentence" not in repr((await connection.execute(text(f"SELECT * FROM {table}"))).all())


async def test_a_week_after_a_session_nothing_more_is_written(office, yoon, clock):
    number = await is_booked(office, THURSDAY, THURSDAY + HOUR)
    clock.passes(days=11)
    await yoon.wishes(BeginStory("session_message", str(number)))
    yoon.sees("nothing can be written about it any more")


async def test_one_line_of_the_profile_is_corrected_at_a_time(office, yoon):
    await yoon.wishes(ShowMyProfile())
    await yoon.taps("✏️ About me")
    await yoon.says("Now also\nfor cafés and small hotels.")
    yoon.sees("Corrected.")
    await yoon.taps("👤 My profile", "✏️ Topics", "☐ ⚖️ Law", "Done (3 ticked)")
    await yoon.taps("👤 My profile")
    yoon.sees("“Now also for cafés and small hotels.”")
    yoon.sees("⚖️ Law")
    yoon.sees("10 World Cup-ro")


async def test_a_new_way_asks_for_what_it_needs(office):
    yoon = await advises(office, ways=("phone",), place="", address="", link="")
    await yoon.wishes(ShowMyProfile())
    assert "✏️ Place" not in yoon.labels()
    await yoon.taps("✏️ Ways to meet", "☑ 📞 By phone")
    assert "Done (0 ticked)" in yoon.labels()
    await yoon.taps("☐ 🏢 On site", "☐ 📞 By phone", "Done (2 ticked)")
    yoon.sees("Where do members come to?")
    await yoon.says("Mapo Business Centre")
    await yoon.says("10 World Cup-ro")
    await yoon.taps("Skip")
    await yoon.taps("👤 My profile")
    yoon.sees("Mapo Business Centre")


async def test_who_has_booked_is_told_the_new_room_and_calendars_learn_of_it(office, yoon):
    by_video = await is_booked(office, THURSDAY, THURSDAY + HOUR)
    by_phone = await is_booked(office, THURSDAY + 2 * HOUR, THURSDAY + 3 * HOUR, way="phone")
    await yoon.wishes(BeginStory("correct_profile", "link"))
    await yoon.says("https://meet.example/new")
    yoon.sees("1 member with a session is told")
    [told] = await letters_to(office, MEMBER, "session_place")
    assert "https://meet.example/new" in told
    async with office.store.reading() as connection:
        found = [await sessions.find(connection, number) for number in (by_video, by_phone)]
    assert [one.sequence for one in found if one is not None] == [1, 0]


async def test_of_a_session_that_is_cancelled_no_new_room_is_told(office, yoon):
    by_video = await is_booked(office, THURSDAY, THURSDAY + HOUR)
    await office.do(CorrectProfile(by=YOON, lines={"link": "https://meet.example/new"}))
    assert await letters_to(office, MEMBER, "session_place") != []
    await office.do(CancelSession(by=YOON, session=by_video))
    assert await letters_to(office, MEMBER, "session_place") == []


async def test_what_no_form_sends_is_not_kept(office, yoon):
    for forged in ({"link": "javascript:alert(1)"}, {"topics": ()}, {"place": ""}, {"calling": consultants.Calling.MENTOR}):
        assert await office.do(CorrectProfile(by=YOON, lines=forged)) == Unfit()


async def test_a_line_that_is_none_leads_back(yoon):
    await yoon.wishes(BeginStory("correct_profile", "salary"))
    yoon.sees("not part of your profile")
