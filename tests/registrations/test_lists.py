"""What is on for somebody, in lists of ten, two hundred and two thousand events; with the longest titles each page is one message."""

from datetime import date, timedelta

import pytest
from sqlalchemy import insert

import bot.house  # noqa: F401 - all doors open
from bot.screens.event_taps import ChooseGu, ShowEvents, ShowMyEvents
from programme.districts import District
from programme.event_kinds import EventKind
from programme.events import Audience, Group
from services.office import Office
from storage import attendance, event_dates, events
from storage.attendance import Attended, How
from storage.event_seats import EventPoolRecord
from storage.events import EventRecord, NewEvent
from storage.tables import table_of
from tests.player import Player
from tests.registrations.room import announced, comes, registration
from tests.sessions.desk import at, keep_shops

ME = 1
KINDS = list(EventKind)
GUS = [District.MAPO, District.JUNG]


def many(number: int) -> NewEvent:
    """One a day, of every kind in turn; each second one for one gu alone."""
    starts_at = at(14) + timedelta(days=number)
    return NewEvent(
        kind=KINDS[number % len(KINDS)],
        title={"ko": f"{number} {'가' * 74}", "en": f"{number} {'W' * 74}"},
        text={"ko": "나" * 3000},
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        gus=(GUS[number // 2 % 2].value,) if number % 2 else (),
        audience=Audience.OWNERS if number % 5 == 4 else Audience.EVERYBODY,
    )


async def announces(office: Office, count: int) -> None:
    table, pools = table_of(EventRecord), table_of(EventPoolRecord)
    more = {"sequence": 0, "state": "published", "wall_code": "1", "made_by": 7, "cancelled_why": "", "cloned_from": None}
    async with office.work() as work:
        rows = [
            {**events._row(many(n)), **more, "uid": f"u{n}", "made_at": work.now, "published_at": work.now} for n in range(1, count + 1)
        ]
        numbers = list(await work.connection.scalars(insert(table).returning(table.c.id), rows))
        await work.connection.execute(insert(pools), [{"event": number, "group": "all", "seats": 9} for number in numbers])


@pytest.mark.parametrize("count", [10, 200, 2000])
async def test_long_lists_page_and_each_page_is_one_message(office_with_calls, count):
    me = Player(office_with_calls, id=ME)
    await announces(office_with_calls, count)
    for_me = sum(n % 5 != 4 for n in range(1, count + 1))
    await me.commands("events")
    me.sees(f"What is on for me: {for_me} events")
    me.sees("→ 9 seats left")
    pages = -(-for_me // 6)
    await me.wishes(ShowEvents(page=pages - 1))
    me.sees(f"{count} W" if count % 5 != 4 else f"{count - 1} W")
    assert f"◀ Page {pages - 1}" in me.labels()
    assert not [label for label in me.labels() if label.endswith("▶")]
    await me.wishes(ShowEvents(page=10**9))
    assert f"◀ Page {pages - 1}" in me.labels(), "beyond the end it is the last page"


async def test_kind_gu_and_month_limit_it_and_can_be_taken_away_again(office_with_calls):
    me = Player(office_with_calls, id=ME)
    await announces(office_with_calls, 60)
    await me.commands("events")
    await me.taps("🔽 Kind", "Course")
    me.sees("Only: Course")
    await me.taps("🔽 Month", "April 2026")
    me.sees("Only: Course, April 2026")
    await me.taps("🔽 Gu")
    me.sees("Events for all of Seoul are shown with every gu.")
    await me.taps("Mapo-gu")
    me.sees("Only: Course, Mapo-gu, April 2026")
    assert all(" Apr " in line for line in me.text().splitlines() if " · Course" in line)
    await me.taps("🔽 April 2026", "Every month")
    me.sees("Only: Course, Mapo-gu")
    await me.taps("Show all")
    assert "Only:" not in me.text()


async def test_forged_limits_are_none(office_with_calls):
    me = Player(office_with_calls, id=ME)
    await announced(office_with_calls)
    for forged in (ShowEvents("nonsense", "99999", "2026-13", -5), ShowEvents("", "", "abcd-ef", 0), ChooseGu("x", "y")):
        await me.wishes(forged)
    await me.wishes(ShowEvents("nonsense", "99999", "2026-13"))
    me.sees("What is on for me: 1 event")


async def test_an_empty_list_has_a_hint(office_with_calls):
    me = Player(office_with_calls, id=ME)
    await me.commands("events")
    me.sees("There is no event for you at the moment.")
    await me.taps("🎟 My events", "🎓 My courses")
    await announced(office_with_calls)
    await me.wishes(ShowEvents(kind="course"))
    me.sees("No event fits that. Take a limit away")
    await me.wishes(ShowMyEvents())
    me.sees("You have answered none that is still to come.")
    await me.wishes(ShowMyEvents(past=True))
    me.sees("No event yet.")


async def test_a_shop_elsewhere_sees_what_is_on_for_its_own_gu_and_for_all(office_with_calls):
    await keep_shops(office_with_calls, ME)  # in Mapo
    me = Player(office_with_calls, id=ME)
    await announced(office_with_calls, uid="mapo", gus=(District.MAPO.value,), title={"ko": "마포", "en": "In Mapo"})
    await announced(office_with_calls, uid="jung", gus=(District.JUNG.value,), title={"ko": "중구", "en": "In Jung"})
    await announced(office_with_calls, uid="all", pools={Group.MEMBERS: 3}, title={"ko": "모두", "en": "For all"})
    await me.commands("events")
    me.sees("In Mapo")
    me.sees("For all")
    assert "In Jung" not in me.text()


async def test_where_i_was_stands_under_the_past_ones(office_with_calls, clock):
    me = Player(office_with_calls, id=ME)
    await me.commands("start")
    event = await announced(office_with_calls)
    await office_with_calls.do(comes(ME, event))
    mine = await registration(office_with_calls, event, ME)
    assert mine is not None
    async with office_with_calls.work() as work:
        (day,) = await event_dates.of_event(work.connection, event.id)
        await attendance.keep(work.connection, Attended(date=day.id, registration=mine.id, at=work.now, how=How.WALL, by=None))
    clock.at = at(17, day=date(2026, 3, 11))
    await me.wishes(ShowMyEvents())
    me.sees("You have answered none")
    await me.taps("🏁 Where I was")
    me.sees("1. Briefing on consortia")
    await me.taps("1. Briefing on con…")
    me.sees("This event has begun or is over.")
