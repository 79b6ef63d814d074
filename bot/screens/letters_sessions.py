"""What the letters of a session say, to its consultant and to its member."""

from typing import assert_never

from bot.screens.booking_search import ANYONE, ShowMonth
from bot.screens.booking_taps import ShowSession
from bot.screens.consultant_taps import ShowDeskSession, ShowSessionFiles
from bot.screens.consulting import MY_DESK, topic_name, way_name
from bot.screens.given_sessions import answers, given_buttons
from bot.screens.letters import says
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Button, Screen, button, column
from bot.screens.session_change_taps import WantToMove
from bot.screens.session_changes import BOOK, MY_SESSIONS, change_buttons, confirm_button
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn, verbatim
from programme.session_changes import Change, Why
from programme.topics import Topic, Way
from services.session_letters import (
    ChangeAnswered,
    ChangeAsked,
    SessionBooked,
    SessionCancelled,
    SessionGivenUp,
    SessionMoved,
    SessionToMove,
)
from services.session_reminders import SessionSoon, SessionUnconfirmed


def whose(shop: str) -> Words:
    return verbatim(shop) if shop else t("a member")


def _desk(session: int) -> Button:
    return button(t("🗂 See the session"), ShowDeskSession(session))


def _mine(session: int) -> Button:
    return button(t("📍 Where and how"), ShowSession(session))


@says(SessionBooked)
def session_booked(fact: SessionBooked) -> Screen:
    return Screen(
        words=lines(
            t("🗓 <b>A new session: {at:datetime}–{end:time}</b>", at=fact.starts_at, end=fact.ends_at),
            t("{topic} · {way} · {who}", topic=topic_name(fact.topic), way=way_name(fact.way), who=whose(fact.shop)),
            t("\n“{goal}”", goal=fact.goal) if fact.goal else None,
        ),
        rows=column([*_files(fact), _desk(fact.session), MY_DESK, HOME]),
    )


def _files(fact: SessionBooked) -> list[Button]:
    if not fact.files:
        return []
    return [button(tn("📎 {count} file", "📎 {count} files", fact.files), ShowSessionFiles(fact.session))]


@says(SessionMoved)
def session_moved(fact: SessionMoved) -> Screen:
    return Screen(
        words=lines(
            t("🔁 <b>Moved to {at:datetime}–{end:time}</b>", at=fact.starts_at, end=fact.ends_at),
            t("{topic} · {who}", topic=topic_name(fact.topic), who=whose(fact.shop)),
            t("Before: {before:datetime}. That time is no longer booked.", before=fact.before),
        ),
        rows=column([_desk(fact.session), MY_DESK, HOME]),
    )


@says(SessionGivenUp)
def session_given_up(fact: SessionGivenUp) -> Screen:
    why = (
        t("The member has moved it to another consultant. The time is no longer booked.")
        if fact.elsewhere
        else t("The member has cancelled it. The time is no longer booked.")
    )
    return Screen(
        words=lines(
            t("✖️ <b>Cancelled: {at:datetime}</b>", at=fact.starts_at),
            t("{topic} · {who}", topic=topic_name(fact.topic), who=whose(fact.shop)),
            why,
        ),
        rows=column([MY_DESK, HOME]),
    )


@says(SessionCancelled)
def session_cancelled(fact: SessionCancelled) -> Screen:
    return Screen(
        words=lines(
            t("✖️ <b>Your session on {at:datetime} does not take place.</b>", at=fact.starts_at),
            _why_cancelled(fact.why, fact.name),
            _choose_again(fact.why),
        ),
        rows=column([button(t("📅 Choose another time"), _times(fact.topic)), MY_SESSIONS, ASK_A_PERSON, HOME]),
    )


def _choose_again(why: Why) -> Words:
    if why is Why.LEFT:
        return t("It does not count against your year. Choose a time with another person:")
    return t("It does not count against your year. Choose another time, with the same or another person:")


def _times(topic: Topic) -> ShowMonth:
    return ShowMonth(topic=topic, consultant=ANYONE)


def _why_cancelled(why: Why, name: str) -> Words:
    match why:
        case Why.ILL:
            return t("{name} is ill. We are sorry.", name=name)
        case Why.URGENT:
            return t("Something urgent came up for {name}. We are sorry.", name=name)
        case Why.LEFT:
            return t("{name} no longer gives sessions. We are sorry.", name=name)
        case Why.UNSAID:
            return t("{name} cannot give it. We are sorry.", name=name)
        case unknown:
            assert_never(unknown)


@says(ChangeAsked)
def change_asked(fact: ChangeAsked) -> Screen:
    wish = (
        t("🙋 <b>{who} would like to move the session on {at:datetime}.</b>", who=whose(fact.shop), at=fact.starts_at)
        if fact.what is Change.MOVE
        else t("🙋 <b>{who} would like to cancel the session on {at:datetime}.</b>", who=whose(fact.shop), at=fact.starts_at)
    )
    return Screen(
        words=lines(
            wish,
            topic_name(fact.topic),
            t("It is too late for them to do it alone, so it is for you to say. Without an answer the session stands."),
        ),
        rows=column(
            [
                *answers(fact.session),
                _desk(fact.session),
                HOME,
            ]
        ),
    )


@says(ChangeAnswered)
def change_answered(fact: ChangeAnswered) -> Screen:
    if not fact.allowed:
        return Screen(
            words=lines(
                t("<b>{name} asks you to keep the session on {at:datetime}.</b>", name=fact.name, at=fact.starts_at),
                t("It stands as it is. If you really cannot come, tell the office, so that nobody waits for you."),
            ),
            rows=column([_mine(fact.session), ASK_A_PERSON, HOME]),
        )
    if fact.what is Change.CANCEL:
        return Screen(
            words=t("✅ {name} agrees: the session on {at:datetime} is cancelled.", name=fact.name, at=fact.starts_at),
            rows=column([BOOK, MY_SESSIONS, HOME]),
        )
    return Screen(
        words=lines(
            t("✅ <b>{name} agrees: you can move the session on {at:datetime}.</b>", name=fact.name, at=fact.starts_at),
            t("Choose another time. Yours is kept until the new one is booked."),
        ),
        rows=column([button(t("🔁 Move"), WantToMove(fact.session)), _mine(fact.session), HOME]),
    )


@says(SessionToMove)
def session_to_move(fact: SessionToMove) -> Screen:
    move, cancel = change_buttons(fact.session)
    return Screen(
        words=lines(
            t("🔁 <b>{name} asks you to choose another time for {at:datetime}.</b>", name=fact.name, at=fact.starts_at),
            topic_name(fact.topic),
            t(
                "Please choose until {until:datetime}. If no other time suits you, do nothing: {name} is told.",
                until=fact.until,
                name=fact.name,
            ),
        ),
        rows=column([move, cancel, HOME]),
    )


@says(SessionSoon)
def session_soon(fact: SessionSoon) -> Screen:
    """Worded so that it stays true when it comes late."""
    asks = not fact.confirmed and fact.to_move_by is None
    buttons = [confirm_button(fact.session)] if asks else []
    return Screen(
        words=lines(
            t("⏰ <b>Your session: {at:datetime}</b>", at=fact.starts_at),
            t("{topic} · {way} · {who}", topic=topic_name(fact.topic), way=way_name(fact.way), who=verbatim(fact.name)),
            _where(fact),
            _move(fact) if fact.to_move_by is not None else None,
            t("Will you be there? One tap, and {name} can count on you.", name=fact.name) if asks else None,
        ),
        rows=(*column([*buttons, _mine(fact.session)]), change_buttons(fact.session), (HOME,)),
    )


def _move(fact: SessionSoon) -> Words:
    assert fact.to_move_by is not None
    return t(
        "🔁 {name} has asked you for another time. Please choose one until {until:datetime}; this one is kept until the new one is booked.",
        name=fact.name,
        until=fact.to_move_by,
    )


def _where(fact: SessionSoon) -> Words | None:
    """Who is on the way need not open anything."""
    match fact.way:
        case Way.SITE:
            return t("📍 {place}, {address}", place=fact.place, address=fact.address) if fact.place else None
        case Way.VIDEO:
            return t("🔗 {link}", link=fact.link) if fact.link else None
        case Way.PHONE:
            return t("{name} calls you at the number you have written.", name=fact.name)


@says(SessionUnconfirmed)
def session_unconfirmed(fact: SessionUnconfirmed) -> Screen:
    return Screen(
        words=lines(
            t("❔ <b>Not confirmed yet: {at:datetime}</b>", at=fact.starts_at),
            t("{topic} · {who}", topic=topic_name(fact.topic), who=whose(fact.shop)),
            t("The member has not answered the reminder. The session stands; you need not do anything."),
        ),
        rows=column([_desk(fact.session), *given_buttons(fact.session), HOME]),
    )
