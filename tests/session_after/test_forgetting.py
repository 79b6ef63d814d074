"""A member, and a consultant, ask to be forgotten: what was typed goes, and that a session was stays to be counted."""

from services.privacy import ForgetPerson
from services.session_overview import YearOverview
from tests.privacy.test_forgetting_an_owner import MAY_KNOW_THE_NUMBER
from tests.privacy.traces import everything_stored, tables_with
from tests.session_after.conftest import writes_log
from tests.sessions.desk import DAY, at, books

GOAL, SHARED, PRIVATE, WORDS = "Our first tax return", "Keep all receipts.", "Was in a hurry.", "Patient and clear"


async def talked_about(desk) -> None:
    """A session with all that can be said of it, and another that is still to come."""
    await writes_log(desk)
    await desk.member.taps("☑ It took place", "5 ⭐", "✍️ Say a word about it")
    await desk.member.sends(WORDS)
    await books(desk.town.office, desk.member.person.id, at(10, day=DAY.replace(day=13)), desk.yun.person.id)
    await desk.town.settles()


async def test_of_a_member_only_that_a_session_was_stays(desk):
    await talked_about(desk)
    before = await everything_stored(desk.town.store)
    assert [trace for trace in (GOAL, SHARED, PRIVATE, WORDS) if trace not in before] == []
    desk.yun.remember()
    await desk.town.office.do(ForgetPerson(by=desk.member.person.id))
    await desk.town.settles()
    after = await everything_stored(desk.town.store)
    assert [trace for trace in (GOAL, SHARED, PRIVATE, WORDS, "Hanbit") if trace in after] == []
    assert await tables_with(desk.town.store, str(desk.member.person.id)) <= MAY_KNOW_THE_NUMBER
    desk.yun.sees("Cancelled: Fri 13 Mar 2026 10:00")
    desk.yun.sees_not("Hanbit")
    counted = await desk.town.office.look(YearOverview(by=desk.officer.person.id))
    assert (counted.whole.sessions, counted.whole.minutes) == (1, 45)


async def test_of_a_consultant_profile_hours_and_private_notes_go_and_members_are_told(desk):
    await talked_about(desk)
    desk.member.remember()
    await desk.town.office.do(ForgetPerson(by=desk.yun.person.id))
    await desk.town.settles()
    after = await everything_stored(desk.town.store)
    assert [trace for trace in (PRIVATE, "Twenty years of tax returns", "https://video.example/room") if trace in after] == []
    assert SHARED in after  # it belongs to the member as well
    desk.member.sees("Your session on Fri 13 Mar 2026 10:00 does not take place.")
    number = str(desk.yun.person.id)
    assert await tables_with(desk.town.store, number) <= MAY_KNOW_THE_NUMBER | {"consultants", "sessions"}
