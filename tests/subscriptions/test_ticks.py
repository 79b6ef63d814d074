"""Saying what one wants to be told of: asked once, ticked, stopped."""

import pytest

import bot.house  # noqa: F401 - all doors open
from programme.districts import District
from programme.event_kinds import EventKind
from programme.subscriptions import SUBSCRIBED, Subject
from programme.tracks import Track
from services.subscriptions import AnswerFirst, ChooseTrack, MySubscriptions, StopNotices, TickGu, TickSubject, who_wants
from storage.work import Work
from tests.finder.street import opens_shop
from tests.window_notices.windows import crowd

HUB = "📆 Calls and dates"


def test_every_kind_of_event_can_be_ticked_under_its_own_name():
    assert {kind.value for kind in EventKind} | {"calls"} == {subject.value for subject in SUBSCRIBED}


async def test_the_question_is_asked_until_it_has_an_answer_and_no_is_one(owner):
    await owner.starts()
    await owner.taps(HUB)
    owner.sees("Shall I tell you when a call opens")
    await owner.taps("No, thank you")
    owner.sees("Good, I will not.", "Now: Deadlines of my consortium")
    await owner.taps("◀ Calls and dates")
    owner.sees_not("Shall I tell you")


async def test_yes_ticks_calls_and_briefings_and_nothing_else(owner):
    await owner.starts()
    await owner.taps(HUB, "🔔 Yes, tell me")
    owner.sees("☑ Calls and deadlines", "☑ Briefings", "☐ Courses", "Track: both")


async def test_nobody_is_entered_who_was_only_asked(office, owner):
    await owner.starts()
    await owner.taps(HUB)
    assert not (await office.look(MySubscriptions(person=owner.person.id))).asked
    assert await wanted(office, Subject.CALLS) == []


async def test_ticks_track_and_gu_are_shown_and_kept(owner):
    await owner.starts()
    await owner.taps(
        HUB, "🔔 Which notices I get", "☐ Courses", "○ Collaboration", "📍 Events in: all of Seoul", "☐ Mapo-gu", "☐ Jongno-gu"
    )
    owner.sees("Now: Jongno-gu, Mapo-gu.")
    await owner.taps("◀ Back")
    owner.sees("☑ Courses", "Track: Collaboration", "Events in: Jongno-gu, Mapo-gu", "📍 Events in: Jongno-gu and 1 more")
    await owner.taps("📍 Events in: Jongno-gu and 1 more", "All of Seoul", "◀ Back", "☑ Courses")
    owner.sees("☐ Courses", "Events in: all of Seoul")


async def test_a_double_tap_ticks_once(owner):
    await owner.starts()
    await owner.taps(HUB, "🔔 Which notices I get")
    await owner.taps_twice("☐ Courses")
    owner.sees("☑ Courses")


async def test_a_shop_owner_hears_of_the_shops_track_first(office, owner):
    await owner.starts()
    await opens_shop(office, owner.person.id, "Hanbit Bakery", serial=1)
    await owner.taps(HUB, "🔔 Yes, tell me")
    owner.sees("Track: Collaboration")


async def wanted(office, kind, track=None, gu=None, **more) -> list[int]:
    async with office.store.reading() as connection:
        return await who_wants(Work(connection, office.clock.now()), kind, track, gu, **more)


async def test_who_wants_what(office):
    await crowd(office, 1, 2, 3, 4, 5)
    for person in (1, 2, 3):
        await office.do(AnswerFirst(by=person, yes=True))
    await office.do(ChooseTrack(by=2, track=Track.INNOVATION))
    await office.do(TickGu(by=3, gu=District.MAPO, on=True))
    await office.do(AnswerFirst(by=4, yes=False))
    await office.do(TickSubject(by=5, subject=Subject.COURSE, on=True))
    assert await wanted(office, Subject.CALLS) == [1, 2, 3]
    assert await wanted(office, Subject.CALLS, Track.COLLABORATION) == [1, 3]
    assert await wanted(office, EventKind.BRIEFING, None, District.MAPO) == [1, 2, 3]
    assert await wanted(office, EventKind.BRIEFING, Track.INNOVATION, District.JONGNO) == [1, 2]
    assert await wanted(office, EventKind.COURSE) == [5]
    assert await wanted(office, Subject.CALLS, limit=2) == [1, 2]
    assert await wanted(office, Subject.CALLS, after=2, limit=2) == [3]
    await office.do(StopNotices(by=1, subject=Subject.CALLS))
    assert await wanted(office, Subject.CALLS) == [2, 3]
    assert await wanted(office, EventKind.BRIEFING) == [1, 2, 3]


@pytest.mark.parametrize("subject", [Subject.OFFICE])
async def test_what_cannot_be_ticked_is_not_entered(office, subject):
    await crowd(office, 1)
    await office.do(TickSubject(by=1, subject=subject, on=True))
    assert not (await office.look(MySubscriptions(person=1))).asked
