"""A session is over: both sides say so, the member rates it in two taps, the consultant writes the log."""

from sqlalchemy import text

from bot.screens.session_after_taps import RateStars
from services.session_logs import LogOfMine, WriteLog
from services.session_outcomes import NotYet, NotYours
from services.session_ratings import NoStars, RateSession
from services.session_statements import NoteDone
from storage.sessions import State
from tests.player import Player
from tests.privacy.traces import as_it_lies, everything_stored
from tests.session_after.conftest import writes_log
from tests.sessions.desk import advises as joins
from tests.sessions.desk import at, books, keep_shops

PRIVATE = "Was in a hurry."


async def state_of(desk) -> str:
    async with desk.town.store.reading() as connection:
        return str(await connection.scalar(text("SELECT state FROM sessions WHERE id = :id"), {"id": desk.session}))


async def test_when_it_is_over_both_are_asked_and_the_member_rates_it_in_two_taps(desk):
    desk.member.sees("Your session of Tue 10 Mar 2026 10:00", "Tax · Yun", "Did it take place?")
    desk.yun.sees("Your session of Tue 10 Mar 2026 10:00", "Hanbit Bakery", "Did it take place?")
    await desk.member.taps("☑ It took place")
    desk.member.sees("How was the session", "not anonymously", "The consultant does not see them")
    await desk.member.taps("4 ⭐")
    desk.member.sees("⭐⭐⭐⭐☆", "Thank you!")
    await desk.member.taps("✍️ Say a word about it")
    await desk.member.sends("Patient and clear")
    desk.member.sees("The office reads it; the consultant does not.")
    assert await state_of(desk) == State.DONE
    await desk.member.taps("🗓 See the session")
    desk.member.sees("Your rating: ⭐⭐⭐⭐☆")


async def test_what_the_consultant_keeps_for_themselves_only_they_read(desk):
    await writes_log(desk)
    desk.yun.sees("The log of the session on Tue 10 Mar 2026 10:00 is kept.")
    desk.member.sees("Yun has written a note for you")
    desk.member.sees_not("Keep all receipts")  # words stand on the session's screen alone
    await desk.member.taps("📝 Read the note")
    desk.member.sees("Note of the consultant", "Keep all receipts.")
    await desk.yun.taps("🗂 See the session")
    desk.yun.sees("45 minutes", "For you alone: Was in a hurry.")
    await desk.officer.starts()
    await desk.officer.sends("/mydata")
    for person in (desk.member, desk.officer):
        assert PRIVATE not in person.chat()
    assert PRIVATE in await everything_stored(desk.town.store)
    assert PRIVATE not in "\n".join((await as_it_lies(desk.town.store)).values())  # sealed


async def test_another_consultant_neither_reads_nor_writes_the_log(desk):
    other = await joins(desk.town.office, 77, name="Han")
    await writes_log(desk)
    assert await desk.town.office.look(LogOfMine(person=other, session=desk.session)) == NotYours()
    assert await desk.town.office.look(LogOfMine(person=desk.member.person.id, session=desk.session)) == NotYours()
    forged = WriteLog(by=desk.member.person.id, session=desk.session, minutes=600, shared="x", private="")
    assert await desk.town.office.do(forged) == NotYours()


async def test_who_has_written_no_log_is_reminded_after_two_days_and_only_once(desk):
    await desk.yun.taps("☑ It took place")
    await desk.passes(days=2)
    desk.yun.sees("The log of your session of Tue 10 Mar 2026 10:00 is missing.")
    await desk.passes(days=3)
    desk.yun.sees_not("is missing")


async def test_who_has_written_it_is_not(desk):
    await writes_log(desk)
    await desk.passes(days=2, hours=1)
    desk.yun.sees_not("is missing")


async def test_at_night_nobody_is_asked(town, clock, owner):
    from tests.session_after.conftest import over

    desk = await over(town, clock, owner)
    late = await books(town.office, desk.member.person.id, at(17, day=at(10).date().replace(day=11)), desk.yun.person.id)
    clock.at = late.session.ends_at.replace(hour=13)  # 22:00 in Seoul
    await desk.passes()
    desk.member.sees_not("Did it take place?")
    await desk.passes(hours=10)  # in the morning: first the reminders that have become pointless
    await desk.passes()
    assert "Your session of Wed 11 Mar 2026 17:00" in desk.member.chat()


async def test_before_it_begins_nothing_is_said_of_it(office):
    await keep_shops(office, 1)
    consultant = await joins(office)
    booked = await books(office, 1, at(10))
    for person in (1, consultant):
        assert isinstance(await office.do(NoteDone(by=person, session=booked.session.id)), NotYet)


async def test_stars_beyond_five_and_stars_of_others_are_refused(desk):
    await desk.member.taps("☑ It took place")
    assert await desk.town.office.do(RateSession(by=desk.member.person.id, session=desk.session, stars=6)) == NoStars()
    assert await desk.town.office.do(RateSession(by=desk.yun.person.id, session=desk.session, stars=5)) == NotYours()
    stranger = Player(desk.town.office, id=555)
    await stranger.commands("start")
    await stranger.wishes(RateStars(desk.session, 5))
    stranger.sees("There is no such session of yours.")


async def test_of_a_mediation_neither_office_nor_colleagues_learn_the_words(mediated):
    await writes_log(mediated, shared="We shall talk again.", private="Anger on both sides")
    await mediated.member.taps("☑ It took place")
    mediated.member.sees("shown to nobody with this session")
    await mediated.member.taps("3 ⭐")
    mediated.member.sees_not("Say a word")
    await mediated.officer.starts()
    player = Player(mediated.town.office, id=mediated.officer.person.id)
    from bot.screens.session_overview_taps import ShowOverview
    from services.session_overview import ExportYear, Grouping

    for grouping in Grouping:
        await player.wishes(ShowOverview(0, grouping))
        assert "Hanbit" not in player.text()
        assert ("Yun" in player.text()) is False
    player.sees("Took place: 1 session, 0 h 45 min")
    sheet = await mediated.town.office.do(ExportYear(by=mediated.officer.person.id, year=2026))
    assert sheet.sessions == ()
    assert sheet.by_consultant == ()
    assert [(one.name, one.minutes) for one in sheet.by_topic] == [("conflict", 45)]
