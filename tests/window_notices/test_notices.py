"""Notices of windows in the chat: who gets them, what they say, and what they never do."""

import bot.house  # noqa: F401 - all doors open
from tests.membership.circle import NAME, chooses, confirmed, meets
from tests.window_notices.windows import KEY, LATER, TITLE, loads

OPENING = f"Open for applications: {TITLE}"


async def subscribes(person) -> None:
    await person.starts()
    await person.taps("📆 Calls and dates", "🔔 Yes, tell me")


async def at(town, clock, **later) -> None:
    """Time passes, and what is due by then happens."""
    clock.passes(**later)
    for _ in range(2):
        await town.does_chores()


async def test_whoever_asked_hears_when_it_opens_and_before_it_closes_and_nobody_else(town, clock, owner, neighbour):
    await loads(town.office)
    await subscribes(owner)
    await neighbour.starts()
    await at(town, clock, days=7, hours=22, minutes=58)  # Tuesday 10 March, 08:58
    owner.sees_not(TITLE)
    for later, said in (
        ({"minutes": 2}, OPENING),
        ({"days": 14, "hours": 1}, "7 days left: Collaboration 2026"),
        ({"days": 4}, "3 days left: Collaboration 2026"),
        ({"days": 2}, "1 day left: Collaboration 2026"),
        ({"days": 1}, "Today is the last day: Collaboration 2026"),
    ):
        owner.remember()
        await at(town, clock, **later)
        owner.sees(said, "Applications until Tue 31 Mar 2026 18:00", "You have not checked yet whether you can apply")
        neighbour.sees_not("Collaboration 2026")
    owner.remember()
    await at(town, clock, hours=9)
    owner.sees_not(TITLE)


async def test_a_notice_says_what_the_readers_consortium_lacks_at_the_moment_it_goes(town, clock, owner, neighbour):
    await loads(town.office)
    circle = await meets(town, owner, neighbour)
    await chooses(town.office, circle, KEY)
    await at(town, clock, days=7, hours=23)
    owner.sees(f"Your consortium “{NAME}” lacks 3 things.")
    neighbour.sees(f"Your consortium “{NAME}” lacks 3 things.")
    clock.passes(days=14, hours=1, minutes=-1)
    await confirmed(town.office, circle, "closed", neighbour.person.id)
    owner.remember()
    await at(town, clock, minutes=1)
    owner.sees("7 days left", f"Your consortium “{NAME}” lacks 4 things.")
    await owner.taps(f"🤝 {NAME}")
    owner.sees(NAME)


async def test_what_changed_while_the_letter_waited_for_the_morning_is_in_it(town, clock, owner, neighbour):
    """Written by night, it goes at eight."""
    await loads(town.office, opens="2026-03-03T00:00:00")
    circle = await meets(town, owner, neighbour)
    await chooses(town.office, circle, KEY)
    await at(town, clock, hours=14)
    owner.sees_not(OPENING)
    await confirmed(town.office, circle, "closed", neighbour.person.id)
    await at(town, clock, hours=8)
    owner.sees(OPENING, "lacks 4 things")


async def test_stopping_from_a_notice_is_one_tap_and_can_be_taken_back(town, clock, owner):
    await loads(town.office)
    await subscribes(owner)
    await at(town, clock, days=7, hours=23)
    await owner.taps("🔕 Stop these notices")
    owner.sees("Stopped: Calls and deadlines.", "☐ Calls and deadlines")
    await at(town, clock, days=14, hours=1)
    owner.sees_not("7 days left")
    await owner.taps("↩ Undo")
    owner.sees("☑ Calls and deadlines")
    await at(town, clock, days=4)
    owner.sees("3 days left")


async def test_stopping_takes_back_what_waits_for_the_morning(town, clock, owner):
    await loads(town.office, opens="2026-03-03T00:00:00")
    await subscribes(owner)
    await at(town, clock, hours=14)
    await owner.taps("☑ Calls and deadlines")
    await at(town, clock, hours=8)
    owner.sees_not(OPENING)


async def test_members_of_a_consortium_can_stop_what_they_never_asked_for(town, clock, owner, neighbour):
    await loads(town.office)
    circle = await meets(town, owner, neighbour)
    await chooses(town.office, circle, KEY)
    await at(town, clock, days=7, hours=23)
    await owner.taps("🔕 Stop these notices")
    owner.sees("☐ Deadlines of my consortium")
    await at(town, clock, days=14, hours=1)
    owner.sees_not("7 days left")
    neighbour.sees("7 days left")
    await owner.taps("↩ Undo")
    owner.sees("☐ Calls and deadlines", "☑ Deadlines of my consortium")


async def test_the_other_track_is_not_told(town, clock, owner):
    await loads(town.office)
    await subscribes(owner)
    await owner.taps("○ Innovation track")
    await at(town, clock, days=7, hours=23)
    owner.sees_not(TITLE)


async def test_after_a_day_of_downtime_the_days_that_are_truly_left_are_told(town, clock, owner):
    await loads(town.office)
    await subscribes(owner)
    await at(town, clock, days=8)
    await at(town, clock, days=18, hours=20)  # Sunday 29 March, 06:00: the D-3 was due on Saturday
    owner.sees_not("left:")
    await at(town, clock, hours=2)
    owner.sees("2 days left: Collaboration 2026", "(D-2)")
    owner.sees_not("3 days left")


async def test_after_a_week_of_downtime_there_is_one_notice_and_no_burst(town, clock, owner):
    await loads(town.office)
    await subscribes(owner)
    await at(town, clock, days=8)
    await owner.starts()
    await at(town, clock, days=20, hours=2)  # Monday 30 March, 12:00: seven, three and one day before are due
    owner.sees("1 day left")
    assert owner.news().count(TITLE) == 1


async def test_a_date_that_moves_takes_its_reminders_along_and_is_told_once(town, clock, owner):
    await loads(town.office)
    await subscribes(owner)
    await at(town, clock, days=8)
    owner.remember()
    await loads(town.office, closes=LATER)
    await at(town, clock, days=1)
    owner.sees("Dates moved: Collaboration 2026", "Before: Tue 10 Mar 2026 09:00 – Tue 31 Mar 2026 18:00")
    owner.sees("Now: Tue 10 Mar 2026 09:00 – Fri 10 Apr 2026 18:00")
    owner.remember()
    await loads(town.office, closes=LATER)
    await at(town, clock, days=13)  # Tuesday 24 March
    owner.sees_not(TITLE)
    await at(town, clock, days=10)  # Friday 3 April
    owner.sees("7 days left")


async def test_moved_and_moved_back_before_anybody_heard_nothing_is_told(town, clock, owner):
    await loads(town.office)
    await subscribes(owner)
    await loads(town.office, closes=LATER)
    await loads(town.office)
    await at(town, clock, days=1)
    owner.sees_not("moved")
    await at(town, clock, days=21)
    owner.sees("7 days left", "Tue 31 Mar 2026 18:00")


async def test_a_letter_that_waits_for_the_morning_is_taken_back_when_its_date_moves_by_night(town, clock, owner):
    await loads(town.office, opens="2026-03-03T00:00:00")
    await subscribes(owner)
    await at(town, clock, hours=14)
    await loads(town.office, opens="2026-03-05T00:00:00")
    await at(town, clock, hours=8)
    owner.sees_not(OPENING)
    await at(town, clock, days=1)
    owner.sees("Dates moved", "Now: Thu 5 Mar 2026 00:00")


async def test_a_demo_call_that_is_loaded_again_moves_without_a_word(town, clock, owner):
    from services.calls import LoadCalls, read_packaged

    await subscribes(owner)
    clock.passes(days=2)
    await town.office.do(LoadCalls(files=read_packaged(), on=clock.now().date()))
    await at(town, clock, days=1)
    owner.sees_not("moved")


async def test_results_are_told_by_a_coordinator_once(town, clock, owner, neighbour):
    await loads(town.office)
    await subscribes(owner)
    await town.appoints(neighbour)
    await neighbour.starts()
    clock.passes(days=40)
    await neighbour.taps("📆 Calls and dates", TITLE, "🏁 Results are out", "Round 1")
    await neighbour.sends("2026-04-09", "Five consortia were selected.", "http://plain.example/1")
    neighbour.sees("beginning with https://")
    await neighbour.sends("https://www.seoul.go.kr/notice/1")
    await neighbour.taps("Tell them")
    neighbour.sees("It is on the board and on its way.")
    await at(town, clock)
    owner.sees("Results are out: Collaboration 2026", "Selected on Thu 9 Apr 2026", "Five consortia were selected.", "courtesy notice")
    owner.sees_button("🔗 Open the announcement")
    await neighbour.taps("◀ Calls and dates", TITLE, "🏁 Results are out")
    neighbour.sees("No round of this call has closed without its results being told.")


async def test_results_told_by_mistake_are_taken_down_and_told_again(town, clock, owner, neighbour):
    await loads(town.office)
    await subscribes(owner)
    await town.appoints(neighbour)
    await neighbour.starts()
    clock.passes(days=40, hours=12)  # by night
    for words in ("Wrong words.", "Right words."):
        await neighbour.taps("📆 Calls and dates", TITLE, "🏁 Results are out", "Round 1")
        await neighbour.sends("2026-04-09", words)
        await neighbour.taps("Skip", "Tell them", "Read the notice")
        await at(town, clock)
        if words == "Wrong words.":
            await neighbour.taps("🗑 Take down", "Yes, take it down", "🏠 Home")
    await at(town, clock, hours=11)
    owner.sees("Right words.")
    assert "Wrong words." not in owner.chat()


async def test_nobody_but_a_coordinator_tells_results(town, clock, owner):
    from bot.dialogue.taps import BeginStory
    from tests.player import Player

    await loads(town.office)
    clock.passes(days=40)
    stranger = Player(town.office, id=77)
    await stranger.wishes(BeginStory("tell_results", KEY))
    stranger.sees("Only coordinators")
    await owner.starts()
    await owner.taps("📆 Calls and dates", TITLE)
    assert "🏁 Results are out" not in owner.labels()
