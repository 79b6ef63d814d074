"""Waiting for a session when there is no free time: until when, the queue, the offered time."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.dialogue.taps import BeginStory
from bot.screens.booking_taps import ShowBooking, ShowSession, ShowSessions
from bot.screens.consulting import topic_name, way_name
from bot.screens.next_steps import ASK_A_PERSON, REGISTER
from bot.screens.screen import Button, Screen, button, column
from bot.screens.session_wait_taps import PassTime, ShowWait, ShowWaits, StopWaitingFor, TakeTime, WaitForTime, WaitUntil
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn, verbatim
from programme.topics import Topic
from services.session_waits import Waiting
from storage.session_waits import SessionWait
from storage.sessions import Session

MY_WAITS = button(t("⏳ What I wait for"), ShowWaits())
BOOKING = button(t("🗓 Book a session"), ShowBooking())
MY_SESSIONS = button(t("🗓 My sessions"), ShowSessions())
SPANS = (7, 14, 28, 56)  # days from today on


def wait_button(topic: Topic, consultant: int = 0, way: str = "") -> Button:
    """For a screen without free times."""
    return button(t("⏳ Tell me when one is free"), WaitForTime(topic, consultant, way))


def again(topic: Topic, consultant: int, way: str) -> Button:
    return button(t("⏳ Wait again"), WaitForTime(topic, consultant, way))


def until_when(wish: WaitForTime, today: date) -> Screen:
    spans = [button(_span(days, today), WaitUntil(wish.topic, wish.consultant, wish.way, days)) for days in SPANS]
    return Screen(
        words=lines(
            t("<b>{topic}: shall I tell you when a time becomes free?</b>", topic=topic_name(wish.topic)),
            t("Whoever asks first is asked first. A free time is then held for you alone, for two hours by day."),
            t("\nUntil which day can you use a session?"),
        ),
        rows=column([*spans, MY_WAITS, HOME]),
    )


def _span(days: int, today: date) -> Words:
    return tn("{count} week: until {day:date}", "{count} weeks: until {day:date}", days // 7, day=today + timedelta(days=days))


def waiting(one: Waiting, said: Words | None = None) -> Screen:
    return Screen(
        words=lines(t("{said}\n", said=said) if said is not None else None, *stands(one)),
        rows=column([*_answers(one), MY_WAITS, HOME]),
    )


def stands(one: Waiting) -> tuple[Words | None, ...]:
    if one.offer is not None:
        return (
            t("<b>{at:datetime} is held for you: {what}.</b>", at=one.offer.starts_at, what=_what(one)),
            t("It is yours alone until {until:datetime}. After that the next is asked.", until=one.offer.held_until or one.offer.starts_at),
        )
    return (
        t("<b>You wait for a free time: {what}.</b>", what=_what(one)),
        tn("{count} person has asked before you.", "{count} people have asked before you.", one.ahead)
        if one.ahead
        else t("You are the next."),
        t("Until {day:date} I look for you and write as soon as a time is free. You need not do anything.", day=one.wait.last_day),
    )


def _what(one: Waiting) -> Words:
    who = verbatim(one.name) if one.name is not None else t("anyone who fits")
    if one.wait.way is None:
        return t("{topic} · {who}", topic=topic_name(one.wait.topic), who=who)
    return t("{topic} · {way} · {who}", topic=topic_name(one.wait.topic), way=way_name(one.wait.way), who=who)


def _answers(one: Waiting) -> list[Button]:
    if one.offer is not None:
        return [*offer_answers(one.wait.id), button(t("🚶 Stop waiting"), StopWaitingFor(one.wait.id))]
    return [button(t("🚶 Stop waiting"), StopWaitingFor(one.wait.id))]


def offer_answers(wait: int) -> list[Button]:
    return [button(t("✅ Take this time"), TakeTime(wait)), button(t("Not this one"), PassTime(wait))]


def free_now() -> Words:
    return t("You need not wait: a time is free now.")


def already_waiting(one: Waiting) -> Screen:
    return waiting(one, t("You wait for this topic already. To change what you wait for, stop waiting first."))


def waits(found: Sequence[Waiting]) -> Screen:
    if not found:
        return Screen(
            words=t("You wait for nothing. Where there is no free time, you can have me tell you when one becomes free."),
            rows=column([BOOKING, HOME]),
        )
    ways = [button(_label(one), ShowWait(one.wait.id)) for one in found]
    return Screen(words=lines(t("<b>What I wait for</b>"), *(_listed(one) for one in found)), rows=column([*ways, BOOKING, HOME]))


def _listed(one: Waiting) -> Words:
    if one.offer is not None:
        return t("• {what}: {at:datetime} is held for you", what=_what(one), at=one.offer.starts_at)
    return t("• {what}: place {n}, until {day:date}", what=_what(one), n=one.ahead + 1, day=one.wait.last_day)


def _label(one: Waiting) -> Words:
    return t("✅ {topic}", topic=topic_name(one.wait.topic)) if one.offer is not None else t("⏳ {topic}", topic=topic_name(one.wait.topic))


def too_many(most: int) -> Screen:
    return Screen(
        words=t("You wait for {n} topics, the most at one time. Stop waiting for one of them first.", n=most),
        rows=column([MY_WAITS, HOME]),
    )


def no_shop() -> Screen:
    return Screen(
        words=t("Sessions are for owners with a registered shop. Register yours, then come back here."),
        rows=column([REGISTER, BOOKING, HOME]),
    )


def nobody_offers() -> Screen:
    return Screen(
        words=t("At the moment nobody takes such sessions, so waiting would lead nowhere. Choose somebody else, or ask a person."),
        rows=column([BOOKING, ASK_A_PERSON, HOME]),
    )


def day_past() -> Screen:
    return Screen(words=t("That day does not fit any more. Choose again until when you wait."), rows=column([BOOKING, HOME]))


def stopped(wait: SessionWait) -> Screen:
    return Screen(
        words=t("You no longer wait: {topic}.", topic=topic_name(wait.topic)),
        rows=column([again(Topic(wait.topic), wait.consultant or 0, wait.way or ""), MY_WAITS, BOOKING, HOME]),
    )


def passed_on(one: Waiting) -> Screen:
    return waiting(one, t("The next one is asked for that time."))


def not_waiting() -> Screen:
    return Screen(words=t("You do not wait for that any more."), rows=column([MY_WAITS, BOOKING, HOME]))


def nothing_offered(found: Sequence[Waiting]) -> Screen:
    shown = waits(found)
    return shown.with_notice(t("No time is held for you now: it went to the next one."), alert=True)


def taken(session: Session) -> Screen:
    """Booked without a word on what it is about: that can be said now."""
    return Screen(
        words=lines(
            t("✅ <b>Booked: {at:datetime}</b>", at=session.starts_at),
            t("{topic} · {way}", topic=topic_name(session.topic), way=way_name(session.way)),
            t("\nTell the consultant what it is about, so that both of you are prepared. I remind you the day and the hour before."),
        ),
        rows=column(
            [
                button(t("✍️ Say what it is about"), BeginStory("book_session", str(session.id))),
                button(t("🗓 See the session"), ShowSession(session.id)),
                MY_SESSIONS,
                HOME,
            ]
        ),
        stays=True,
    )


def year_used(used: int, of: int, year: int) -> Screen:
    return Screen(
        words=lines(
            t("All sessions of {year} are used: {used} of {of}.", used=used, of=of, year=str(year)),
            t("The time goes to the next. A coordinator can grant more sessions: ask the office."),
        ),
        rows=column([ASK_A_PERSON, MY_WAITS, HOME]),
    )


def too_many_ahead(most: int) -> Screen:
    return Screen(
        words=lines(
            t("You have {n} sessions in front of you, the most at one time.", n=most),
            t("The time goes to the next. After one of them, or when you cancel one, you are offered a time again."),
        ),
        rows=column([MY_SESSIONS, MY_WAITS, HOME]),
    )


def cannot_be_had() -> Screen:
    return Screen(
        words=t("This time cannot be had any more: the hours have changed. You wait on, and I write when another time is free."),
        rows=column([MY_WAITS, BOOKING, HOME]),
    )
