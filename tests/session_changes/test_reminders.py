"""Letters follow the session: told, reminded, confirmed, and silent where there is nothing left to say."""

from dataclasses import replace
from datetime import date

from programme.topics import Way
from services.consultant_profile import CorrectProfile
from services.session_wishes import AskToMove
from services.sessions import BookSession
from storage import consultants
from tests.sessions.desk import at, books, holds

MONDAY, WEDNESDAY = date(2026, 3, 9), date(2026, 3, 11)
REMINDED = "Your session: Tue 10 Mar 2026 14:00"


async def when(agreed, clock, moment) -> None:
    for one in (agreed.owner, agreed.yun):
        one.remember()
    clock.at = moment
    await agreed.town.does_chores()


async def test_the_consultant_hears_of_a_booking_with_its_goal_and_the_member_nothing_twice(agreed):
    agreed.yun.sees("A new session: Tue 10 Mar 2026 14:00–15:00", "Hanbit Bakery", "Our first tax return")
    agreed.owner.sees_not("10 Mar")


async def test_who_confirms_the_day_before_is_reminded_without_being_asked_again(agreed, clock):
    await when(agreed, clock, at(8, 59, day=MONDAY))
    agreed.owner.sees_not(REMINDED)
    await when(agreed, clock, at(9, day=MONDAY))
    agreed.owner.sees(REMINDED, "Will you be there?")
    await agreed.owner.taps("✅ I will be there")
    agreed.owner.sees("Good, see you on Tue 10 Mar 2026 14:00.")
    await when(agreed, clock, at(13))
    agreed.owner.sees(REMINDED)
    agreed.owner.sees_not("Will you be there?")
    agreed.yun.sees_not("Not confirmed")


async def test_while_another_time_is_offered_nobody_asks_whether_they_come(agreed, clock):
    await when(agreed, clock, at(8, 30, day=MONDAY))
    await agreed.town.office.do(AskToMove(by=agreed.yun.person.id, session=agreed.session.id))
    await when(agreed, clock, at(9, day=MONDAY))
    agreed.owner.sees(REMINDED, "Yun has asked you for another time. Please choose one until Mon 9 Mar 2026")
    agreed.owner.sees_not("Will you be there?")
    assert "✅ I will be there" not in agreed.owner.labels()
    await agreed.owner.taps("🔁 Move")


async def test_the_consultant_is_told_of_one_who_does_not_answer(agreed, clock):
    await when(agreed, clock, at(9, day=MONDAY))
    await when(agreed, clock, at(13))
    agreed.owner.sees(REMINDED, "Will you be there?")
    agreed.yun.sees("Not confirmed yet: Tue 10 Mar 2026 14:00", "Hanbit Bakery")


async def test_who_books_late_is_reminded_once_and_has_confirmed_by_booking(town, pair, clock):
    owner, yun = pair
    clock.at = at(11)
    await books(town.office, owner.person.id, at(14, day=WEDNESDAY), yun.person.id)
    await town.settles()
    clock.at = at(13, day=WEDNESDAY)
    owner.remember()
    yun.remember()
    await town.does_chores()
    owner.sees("Your session: Wed 11 Mar 2026 14:00")
    owner.sees_not("Will you be there?")
    yun.sees_not("Not confirmed")


async def test_nobody_is_woken_by_a_booking_made_at_night(town, pair, clock):
    owner, yun = pair
    clock.at = at(22, day=MONDAY)
    await books(town.office, owner.person.id, at(14, day=WEDNESDAY), yun.person.id)
    await town.settles()
    yun.sees_not("A new session")
    clock.at = at(8)
    await town.does_chores()
    yun.sees("A new session: Wed 11 Mar 2026 14:00–15:00")


async def test_a_moved_session_takes_its_reminders_along(agreed, clock):
    office, owner = agreed.town.office, agreed.owner.person.id
    new = await holds(office, owner, at(16, day=WEDNESDAY), agreed.yun.person.id, moves=agreed.session.id)
    await office.do(BookSession(by=owner, session=new.id, goal="Our first tax return"))
    await agreed.town.settles()
    agreed.yun.sees("Moved to Wed 11 Mar 2026 16:00–17:00", "Before: Tue 10 Mar 2026 14:00")
    await when(agreed, clock, at(9, day=MONDAY))
    agreed.owner.sees_not("Your session")
    await when(agreed, clock, at(13))
    agreed.owner.sees("Your session: Wed 11 Mar 2026 16:00")
    agreed.yun.sees_not("Not confirmed")


async def test_an_hour_before_the_reminder_says_where_or_how_one_meets(town, pair, clock):
    owner, yun = pair
    for way, hour in ((Way.VIDEO, 10), (Way.PHONE, 11), (Way.SITE, 14)):
        await has_a_place(town, yun)
        await books(town.office, owner.person.id, at(hour), yun.person.id, way=way)
    await town.settles()
    clock.at = at(9)
    owner.remember()
    await town.does_chores()
    owner.sees("Your session: Tue 10 Mar 2026 10:00", "🔗 https://video.example/room")
    owner.remember()
    clock.at = at(10)
    await town.does_chores()
    owner.sees("Your session: Tue 10 Mar 2026 11:00", "Yun calls you at the number you have written.")
    owner.remember()
    clock.at = at(13)
    await town.does_chores()
    owner.sees("Your session: Tue 10 Mar 2026 14:00", "📍 Mapo Business Centre, 10 World Cup-ro")


async def test_the_reminder_says_the_place_as_it_is_then(town, pair, clock):
    owner, yun = pair
    await has_a_place(town, yun)
    await books(town.office, owner.person.id, at(14), yun.person.id, way=Way.SITE)
    await town.office.do(CorrectProfile(by=yun.person.id, lines={"place": "Hongdae Hall", "address": "2 Wausan-ro"}))
    for moment, asked in ((at(9, day=MONDAY), True), (at(13), False)):
        if not asked:
            await owner.taps("✅ I will be there")
        clock.at = moment
        owner.remember()
        await town.does_chores()
        owner.sees(REMINDED, "📍 Hongdae Hall, 2 Wausan-ro")
        owner.sees_not("Mapo Business Centre")
        (owner.sees if asked else owner.sees_not)("Will you be there?")


async def has_a_place(town, yun) -> None:
    async with town.office.work() as work:
        found = await consultants.find(work.connection, yun.person.id)
        assert found is not None
        ways = tuple(way.value for way in Way)
        there = replace(found.profile, ways=ways, place="Mapo Business Centre", address="10 World Cup-ro")
        await consultants.correct(work.connection, yun.person.id, there)
