"""Nobody is woken: what is still going out at nine in the evening rests until eight."""

from dataclasses import replace
from datetime import UTC, datetime

from programme.announcements import AnnouncementState, Category, Outcome
from services.privacy import ForgetPerson
from storage import announcement_choices
from tests.announcements.sent import announces, begins, drafted, stands
from tests.announcements.test_weather import copies, moves_in

EVENING = datetime(2026, 3, 2, 11, 59, 50, tzinfo=UTC)  # 20:59:50 in Seoul
CROWD = 40


async def is_going_out(town, jung, clock):
    """With ten seconds left of the day, and the first have got it."""
    clock.at = EVENING
    crowd = await moves_in(town, CROWD)
    await town.restarts(sends_per_second=10)
    number = await drafted(town.office, jung.person.id)
    await begins(town.office, jung.person.id, number)
    assert await town.emulator.until(lambda: sum(map(copies, crowd)) >= 3)
    return crowd, number


async def test_it_rests_by_night_and_goes_on_in_the_morning(town, jung, clock):
    crowd, number = await is_going_out(town, jung, clock)
    clock.passes(seconds=15)
    await town.settles()
    had = sum(map(copies, crowd))
    assert had < CROWD
    await town.does_chores()
    assert sum(map(copies, crowd)) == had
    assert (await stands(town.office, number))[0] is AnnouncementState.SENDING
    jung.sees("By night nobody is woken. It goes on Tue 3 Mar 2026 08:00")
    clock.at = EVENING.replace(day=2, hour=23, minute=1)  # 08:01
    await town.does_chores()
    assert await stands(town.office, number) == (AnnouncementState.DONE, {Outcome.DELIVERED: CROWD + 1})
    assert set(map(copies, crowd)) == {1}


async def test_where_the_operator_says_so_it_goes_on(town, jung, clock):
    """The negative control."""
    town.office.house = replace(town.office.house, quiet_nights=False)
    crowd, number = await is_going_out(town, jung, clock)
    clock.passes(seconds=15)
    await town.settles()
    assert await stands(town.office, number) == (AnnouncementState.DONE, {Outcome.DELIVERED: CROWD + 1})
    assert set(map(copies, crowd)) == {1}


async def test_whoever_is_forgotten_hears_of_nothing_they_could_do_without(town, jung, owner):
    await owner.starts()
    await town.office.do(ForgetPerson(by=owner.person.id))
    await announces(town, jung, category=Category.PROGRAMME)
    assert copies(owner.person) == 0
    async with town.office.work() as work:
        await announcement_choices.turn_on(work.connection, owner.person.id, Category.PROGRAMME)
    await announces(town, jung, category=Category.PROGRAMME)
    assert copies(owner.person) == 1
