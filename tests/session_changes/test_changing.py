"""A booked session changes: by its member, by its consultant, and where one has to ask the other."""

from datetime import date

from bot.screens.booking_taps import ShowSession
from bot.screens.session_change_taps import AnswerChange, AskMemberToMove, CancelMine, WantToCancel, WantToMove, WhyCancel
from services.session_changes import CancelSession
from services.sessions import BookSession
from tests.player import Player
from tests.sessions.desk import at, books, holds

MONDAY, WEDNESDAY = date(2026, 3, 9), date(2026, 3, 11)


def by(agreed, cast) -> Player:
    return Player(agreed.town.office, id=cast.person.id)


async def cancels(agreed) -> Player:
    owner = by(agreed, agreed.owner)
    await owner.wishes(WantToCancel(agreed.session.id))
    await owner.taps("✖️ Yes, cancel it")
    await agreed.town.settles()
    return owner


async def test_a_member_cancels_in_time_and_the_reminders_go_with_it(agreed, clock):
    owner = await cancels(agreed)
    owner.sees("The session on Tue 10 Mar 2026 14:00 is cancelled, and the consultant is told.")
    agreed.yun.sees("Cancelled: Tue 10 Mar 2026 14:00", "The member has cancelled it.")
    agreed.owner.remember()
    clock.at = at(13)
    await agreed.town.does_chores()
    agreed.owner.sees_not("Your session")
    await owner.wishes(WantToCancel(agreed.session.id))
    owner.sees("nothing of it can be changed")
    await owner.wishes(CancelMine(agreed.session.id))
    owner.sees("The session on Tue 10 Mar 2026 14:00 is cancelled")


async def test_from_the_reminder_two_taps_cancel_it(town, pair, clock):
    owner, yun = pair
    await books(town.office, owner.person.id, at(14), yun.person.id)
    clock.at = at(9, day=MONDAY)
    await town.does_chores()
    await owner.taps("✖️ Cancel it", "✖️ Yes, cancel it")
    owner.sees("is cancelled, and the consultant is told")


async def test_a_consultant_does_not_hear_of_what_came_and_went_in_one_night(town, pair, clock):
    owner, yun = pair
    clock.at = at(22, day=MONDAY)
    booked = await books(town.office, owner.person.id, at(14, day=WEDNESDAY), yun.person.id)
    await town.office.do(CancelSession(by=owner.person.id, session=booked.session.id))
    clock.at = at(9)
    await town.does_chores()
    yun.sees_not("A new session", "Cancelled")


async def test_a_consultant_hears_that_a_session_is_off_that_was_moved_and_given_up_in_one_night(agreed, clock):
    """They know of the time before alone, and would wait for nobody."""
    owner, yun = agreed.owner.person.id, agreed.yun
    clock.at = at(22, day=date(2026, 3, 5))
    moved = await books(agreed.town.office, owner, at(15), yun.person.id, moves=agreed.session.id)
    await agreed.town.office.do(CancelSession(by=owner, session=moved.session.id))
    yun.remember()
    clock.at = at(9, day=date(2026, 3, 6))
    await agreed.town.does_chores()
    yun.sees("Cancelled: Tue 10 Mar 2026 14:00")


async def asks(agreed, clock, wish) -> Player:
    """Late: on the evening before."""
    clock.at = at(18, day=MONDAY)
    owner = by(agreed, agreed.owner)
    await owner.wishes(wish(agreed.session.id))
    owner.sees("The session begins in less than 24 hours.")
    await owner.taps("🙋 Ask the consultant")
    owner.sees("I have asked the consultant.")
    await agreed.town.settles()
    return owner


async def test_too_late_to_cancel_alone_the_consultant_allows_it(agreed, clock):
    await asks(agreed, clock, WantToCancel)
    agreed.yun.sees("Hanbit Bakery would like to cancel the session on Tue 10 Mar 2026 14:00.")
    await agreed.yun.taps("✅ Allow it")
    agreed.yun.sees("is cancelled, and the member is told")
    agreed.owner.sees("Yun agrees: the session on Tue 10 Mar 2026 14:00 is cancelled.")


async def test_the_buttons_of_an_answered_question_change_nothing_more(agreed, clock):
    owner = await asks(agreed, clock, WantToCancel)
    await agreed.yun.taps("🚫 Refuse")
    yun = by(agreed, agreed.yun)
    await yun.wishes(AnswerChange(agreed.session.id, allow=True))
    yun.sees("That has been answered already.")
    await owner.wishes(AnswerChange(agreed.session.id, allow=True))
    owner.sees("There is no such session of yours.")


async def test_too_late_to_move_alone_the_consultant_allows_it_and_the_calendar_opens(agreed, clock):
    owner = await asks(agreed, clock, WantToMove)
    await agreed.yun.taps("✅ Allow it")
    agreed.owner.sees("Yun agrees: you can move the session on Tue 10 Mar 2026 14:00.")
    await owner.wishes(ShowSession(agreed.session.id))
    owner.sees("✅ The consultant lets you move it. Choose another time before it begins.")
    await owner.wishes(WantToMove(agreed.session.id))
    owner.sees("Choose another time. Yours is kept until the new one is booked.")
    await owner.wishes(WantToCancel(agreed.session.id))
    owner.sees("The consultant allows you to move the session on Tue 10 Mar 2026 14:00. To cancel it, tell the office.")


async def test_a_refusal_stands_and_is_not_asked_again(agreed, clock):
    owner = await asks(agreed, clock, WantToCancel)
    await owner.wishes(WantToCancel(agreed.session.id))
    owner.sees("You have asked the consultant already; there is no answer yet.")
    await owner.taps("🗓 See the session")
    owner.sees("⏳ You have asked the consultant whether you can cancel it. I write to you as soon as there is an answer.")
    assert "I ask for you" not in owner.text()
    await agreed.yun.taps("🚫 Refuse")
    agreed.owner.sees("Yun asks you to keep the session on Tue 10 Mar 2026 14:00.")
    await owner.wishes(WantToCancel(agreed.session.id))
    owner.sees("The consultant has answered already")


async def test_a_session_moved_twice_is_for_the_consultant_to_decide(town, pair):
    owner, yun = pair
    session = (await books(town.office, owner.person.id, at(14), yun.person.id)).session
    for hour in (15, 16):
        new = await holds(town.office, owner.person.id, at(hour), yun.person.id, moves=session.id)
        session = (await town.office.do(BookSession(by=owner.person.id, session=new.id))).session
    player = Player(town.office, id=owner.person.id)
    await player.wishes(WantToMove(session.id))
    player.sees("You have moved this session 2 times already.")


async def test_a_consultant_who_is_ill_cancels_and_the_member_is_led_to_other_times(agreed, clock):
    clock.at = at(13, day=date(2026, 3, 10))
    yun = by(agreed, agreed.yun)
    await yun.wishes(WhyCancel(agreed.session.id))
    await yun.taps("Cancel: I am ill")
    yun.sees("is cancelled, and the member is told")
    await agreed.town.settles()
    agreed.owner.sees("Your session on Tue 10 Mar 2026 14:00 does not take place.", "Yun is ill.")
    await agreed.owner.taps("📅 Choose another time")
    agreed.owner.sees("March 2026")


async def test_a_consultant_asks_for_another_time_and_the_member_may_move_or_cancel_freely(agreed, clock):
    clock.at = at(10, day=MONDAY)
    yun = by(agreed, agreed.yun)
    await yun.wishes(AskMemberToMove(agreed.session.id))
    yun.sees("I have asked the member to choose another time.")
    await yun.wishes(AskMemberToMove(agreed.session.id))
    yun.sees("The member has been asked already")
    await agreed.town.settles()
    agreed.owner.sees("Yun asks you to choose another time for Tue 10 Mar 2026 14:00.")
    clock.at = at(18, day=MONDAY)
    await agreed.owner.taps("✖️ Cancel it", "✖️ Yes, cancel it")
    agreed.owner.sees("is cancelled, and the consultant is told")


async def test_minutes_before_it_is_too_near_to_ask_for_another_time(agreed, clock):
    clock.at = at(13)
    yun = by(agreed, agreed.yun)
    await yun.wishes(AskMemberToMove(agreed.session.id))
    yun.sees("begins too soon to ask for another time")
