"""Event staff check people in; what they may not see is not offered to them."""

import bot.house  # noqa: F401 - all doors open
from bot.screens.check_in_taps import ShowAttendees
from programme.event_kinds import EventKind
from programme.rights import Role
from tests.check_in.attending import dates_of
from tests.events.making import published
from tests.player import Player
from tests.today.desks import holds

NOT_THEIRS = {"📥 As a sheet", "🎓 Who completed it"}


async def at_the_list(office, role):
    event = await published(office, kind=EventKind.COURSE)
    [date] = await dates_of(office, event)
    await holds(office, 45, role)
    one = Player(office, id=45)
    await one.wishes(ShowAttendees(date.id))
    return one


async def test_event_staff_are_offered_neither_the_sheet_nor_who_completed_the_course(office_with_calls):
    one = await at_the_list(office_with_calls, Role.EVENT_STAFF)
    assert not NOT_THEIRS & set(one.labels())
    assert "🖼 Wall code" in one.labels()


async def test_a_coordinator_is_offered_both(office_with_calls):
    one = await at_the_list(office_with_calls, Role.COORDINATOR)
    assert set(one.labels()) >= NOT_THEIRS
