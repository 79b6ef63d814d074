"""For later: typed as people speak, at a human hour, looked at once more when it is due, and held when that is too late."""

from datetime import timedelta

import pytest

from storage import roles
from tests.announcements.composing import an_officer, drafts, looks


@pytest.fixture
async def reader(town, owner):
    await owner.starts()
    owner.remember()
    return owner


async def schedules(jung, typed, text="내일 소식"):
    await drafts(jung, text)
    await looks(jung)
    await jung.taps("🕑 At another time")
    await jung.sends(typed)


async def passes(town, clock, **time):
    clock.passes(**time)
    await town.does_chores()


async def test_it_goes_at_its_time(town, clock, jung, reader):
    await schedules(jung, "tomorrow 10am")
    jung.sees("Shall it go to 2 people then?", "Tue 3 Mar 2026 10:00", "I look once more")
    await jung.taps("🕑 Yes, then")
    jung.sees("It goes Tue 3 Mar 2026 10:00", "scheduled")
    await passes(town, clock, hours=12)
    reader.sees_not("내일 소식")
    await passes(town, clock, hours=12)
    reader.sees("내일 소식")
    jung.sees("Announcement 1 · ")


async def test_what_is_wished_by_night_waits_for_the_morning(town, clock, jung, reader):
    await schedules(jung, "오늘 밤 11시")
    jung.sees("by night: it goes on Tue 3 Mar 2026 08:00")
    await jung.taps("🕑 Yes, then")
    await passes(town, clock, hours=14)
    reader.sees_not("내일 소식")
    await passes(town, clock, hours=8, minutes=5)
    reader.sees("내일 소식")


async def test_sent_by_night_it_goes_in_the_morning(town, clock, jung, reader):
    await drafts(jung, "밤 소식")
    await looks(jung)
    clock.passes(hours=13)
    await jung.taps("📤 Send")
    jung.sees("From 21:00 to 08:00 nobody is woken: it goes on Tue 3 Mar 2026 08:00")
    await jung.taps("🌅 Yes, at 08:00")
    jung.sees("by night: it goes on Tue 3 Mar 2026 08:00")
    await passes(town, clock, hours=10)
    reader.sees("밤 소식")


@pytest.mark.parametrize("typed", ["soon", "어제 10시", "2025-01-01 10:00", "3월 5일", "next year"])
async def test_what_is_no_time_to_come_is_asked_again(jung, typed):
    await schedules(jung, typed)
    jung.sees("When is it to go?")


async def test_more_than_an_hour_late_it_is_held_and_somebody_decides(town, clock, jung, reader):
    lee = await an_officer(town, "Lee")
    await town.appoints(jung, lee)
    await schedules(jung, "15:00")
    await jung.taps("🕑 Yes, then")
    await town.closes()
    clock.passes(hours=6, minutes=10)
    await town.opens()
    await town.does_chores()
    reader.sees_not("내일 소식")
    for one in (jung, lee):
        one.sees("has not gone out", "more than an hour late", "[📤 Send now]", "[🕑 Change the time]")
    await lee.taps("📤 Send now", "📤 Yes, send it")
    reader.sees("내일 소식")


async def test_late_is_counted_from_the_morning_when_it_was_night(town, clock, jung, reader):
    await schedules(jung, "23:00")
    await jung.taps("🕑 Yes, then")
    clock.passes(hours=22, minutes=50)
    await town.does_chores()
    reader.sees("내일 소식")


async def test_the_role_of_who_scheduled_it_has_ended(town, clock, jung, reader):
    lee = await an_officer(town, "Lee")
    await town.appoints(jung, lee)
    await schedules(lee, "15:00")
    await lee.taps("🕑 Yes, then")
    await town.appoints(jung)
    await passes(town, clock, hours=5, minutes=5)
    reader.sees_not("내일 소식")
    jung.sees("The role of the person who scheduled it has ended")


async def test_a_change_takes_it_off_the_schedule(town, clock, jung, reader):
    await schedules(jung, "15:00")
    await jung.taps("🕑 Yes, then", "↩️ Back to the drafts")
    jung.sees("It is a draft again and is not sent.")
    await passes(town, clock, hours=5, minutes=5)
    reader.sees_not("내일 소식")


async def test_a_role_that_ends_between_composing_and_sending_sends_nothing(town, jung, reader):
    await drafts(jung, "소식")
    await looks(jung)
    await jung.taps("📤 Send")
    async with town.office.work() as work:
        for held in await roles.of_person(work.connection, jung.person.id, work.now):
            await roles.revoke(work.connection, jung.person.id, held.role, by=None, now=work.now)
    await jung.taps("📤 Yes, send it")
    jung.sees("If your role has ended, an owner of the office can renew it.")
    reader.sees_not("소식")


async def test_several_chores_at_once_begin_it_once(town, clock, jung, reader):
    await schedules(jung, "15:00")
    await jung.taps("🕑 Yes, then")
    clock.passes(hours=5, minutes=5)
    await town.does_chores()
    await town.does_chores()
    assert reader.chat().count("내일 소식") == 1
    clock.passes(seconds=timedelta(days=1).total_seconds())
    await town.does_chores()
    assert reader.chat().count("내일 소식") == 1
