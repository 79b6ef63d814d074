"""Confirming, cancelling and moving a session; asking the other side where one cannot do it alone."""

from datetime import timedelta

from bot.screens.booking_search import ShowMonth
from bot.screens.booking_taps import ShowBooking, ShowSession, ShowSessions
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Button, Screen, button, column
from bot.screens.session_change_taps import (
    AskConsultant,
    CancelMine,
    ConfirmComing,
    WantToCancel,
    WantToMove,
)
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from programme.session_changes import Change, Hindrance
from programme.topics import Topic
from services.session_limits import TooLate
from storage.sessions import Session

MY_SESSIONS = button(t("🗓 My sessions"), ShowSessions())
BOOK = button(t("🗓 Book another"), ShowBooking())


def confirm_button(session: int) -> Button:
    return button(t("✅ I will be there"), ConfirmComing(session))


def change_buttons(session: int) -> tuple[Button, ...]:
    return (button(t("🔁 Move"), WantToMove(session)), button(t("✖️ Cancel it"), WantToCancel(session)))


def calendar_for(session: Session) -> ShowMonth:
    """Where another time is chosen for it, with the same consultant."""
    return ShowMonth(topic=Topic(session.topic), consultant=session.consultant, way=session.way, moving=session.id)


def confirmed(session: Session) -> Screen:
    return Screen(
        words=lines(
            t("<b>Good, see you on {at:datetime}.</b>", at=session.starts_at),
            t("If something comes up after all, move or cancel it here."),
        ),
        rows=column([button(t("🗓 See the session"), ShowSession(session.id)), HOME]),
    )


def really_cancel(session: Session) -> Screen:
    return Screen(
        words=lines(
            t("<b>Cancel the session on {at:datetime}?</b>", at=session.starts_at),
            t("The consultant is told, and it does not count against the sessions of your year. You can also move it."),
        ),
        rows=column(
            [
                button(t("✖️ Yes, cancel it"), CancelMine(session.id)),
                button(t("🔁 Move it instead"), WantToMove(session.id)),
                button(t("No, keep it"), ShowSession(session.id)),
                HOME,
            ]
        ),
    )


def cancelled(session: Session) -> Screen:
    return Screen(
        words=t("The session on {at:datetime} is cancelled, and the consultant is told.", at=session.starts_at),
        rows=column([BOOK, MY_SESSIONS, HOME]),
    )


def choose_another_time(session: Session) -> Screen:
    return Screen(
        words=lines(
            t("<b>Move the session on {at:datetime}</b>", at=session.starts_at),
            t("Choose another time. Yours is kept until the new one is booked."),
        ),
        rows=column([button(t("📅 Choose another time"), calendar_for(session)), button(t("No, keep it"), ShowSession(session.id)), HOME]),
    )


def too_late(outcome: TooLate, *, limit: timedelta, most: int) -> Screen:
    """What a person decides now, and how to ask."""
    session = outcome.session
    if session.asked_change is not None:
        return already_asked(session)
    return Screen(
        words=lines(_why_not_alone(outcome, limit, most), _who_decides(outcome.what)),
        rows=column(
            [
                button(t("🙋 Ask the consultant"), AskConsultant(session.id, outcome.what)),
                button(t("No, keep it"), ShowSession(session.id)),
                HOME,
            ]
        ),
    )


def _why_not_alone(outcome: TooLate, limit: timedelta, most: int) -> Words:
    if outcome.hindered is Hindrance.MOVED_OFTEN:
        return tn("You have moved this session once already.", "You have moved this session {count} times already.", most)
    return tn(
        "The session begins in less than {count} hour.", "The session begins in less than {count} hours.", limit // timedelta(hours=1)
    )


def _who_decides(what: Change) -> Words:
    if what is Change.MOVE:
        return t("So the consultant decides whether it can be moved. Shall I ask? It stands as it is until you have an answer.")
    return t("So the consultant decides whether it can be cancelled. Shall I ask? It stands as it is until you have an answer.")


def asked(session: Session) -> Screen:
    return Screen(
        words=lines(
            t("<b>I have asked the consultant.</b>"),
            t("I write to you as soon as there is an answer. Until then the session on {at:datetime} stands.", at=session.starts_at),
        ),
        rows=column([button(t("🗓 See the session"), ShowSession(session.id)), HOME]),
    )


def already_asked(session: Session) -> Screen:
    see = button(t("🗓 See the session"), ShowSession(session.id))
    if session.change_allowed is None:
        return Screen(
            words=t(
                "You have asked the consultant already; there is no answer yet. The session on {at:datetime} stands.", at=session.starts_at
            ),
            rows=column([see, HOME]),
        )
    if session.change_allowed:
        return Screen(
            words=t("The consultant allows you to move the session on {at:datetime}. To cancel it, tell the office.", at=session.starts_at),
            rows=column([button(t("📅 Choose another time"), calendar_for(session)), see, ASK_A_PERSON, HOME]),
        )
    return Screen(
        words=t(
            "The consultant has answered already: the session on {at:datetime} stays. If you cannot come, tell the office.",
            at=session.starts_at,
        ),
        rows=column([see, ASK_A_PERSON, HOME]),
    )


def over(session: Session) -> Screen:
    return Screen(
        words=t("The session on {at:datetime} has begun, was moved or is cancelled: nothing of it can be changed.", at=session.starts_at),
        rows=column([MY_SESSIONS, BOOK, HOME]),
    )


def not_mine() -> Screen:
    return Screen(words=t("There is no such session of yours."), rows=column([MY_SESSIONS, HOME]))
