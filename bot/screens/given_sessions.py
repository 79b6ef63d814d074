"""The consultant's side of a session that changes: cancelling it, asking for another time, answering the member."""

from datetime import datetime

from bot.screens.calendar_files import calendar_button
from bot.screens.consultant_taps import ShowDeskSession
from bot.screens.consulting import MY_DESK
from bot.screens.screen import Button, Screen, button, column
from bot.screens.session_after import desk_buttons
from bot.screens.session_change_taps import AnswerChange, AskMemberToMove, CancelGiven, WhyCancel
from bot.screens.ways import HOME
from bot.words import lines, t
from programme.session_changes import Change, Why
from storage.sessions import Session, State


def given_buttons(session: int) -> tuple[Button, ...]:
    """For the consultant's screen of a session."""
    return (button(t("🔁 Ask for another time"), AskMemberToMove(session)), button(t("✖️ I cannot give it"), WhyCancel(session)))


def on_desk(session: Session, now: datetime) -> tuple[Button, ...]:
    """What its consultant can do about it now."""
    if session.starts_at <= now:
        return desk_buttons(session)
    if session.state is not State.BOOKED:
        return ()
    unanswered = session.asked_change is not None and session.change_allowed is None
    return (*(answers(session.id) if unanswered else ()), *given_buttons(session.id), calendar_button(session.id))


def answers(session: int) -> tuple[Button, ...]:
    """To a member who asked, too late to do it alone."""
    return (button(t("✅ Allow it"), AnswerChange(session, allow=True)), button(t("🚫 Refuse"), AnswerChange(session, allow=False)))


def why_cancel(session: Session) -> Screen:
    ways = [button(label, CancelGiven(session.id, why)) for why, label in _REASONS.items()]
    return Screen(
        words=lines(
            t("<b>Cancel the session on {at:datetime}?</b>", at=session.starts_at),
            t("The member is told why and can choose another time at once. It does not count against their year."),
        ),
        rows=column(
            [
                *ways,
                button(t("🔁 Ask for another time"), AskMemberToMove(session.id)),
                button(t("No, keep it"), ShowDeskSession(session.id)),
                HOME,
            ]
        ),
    )


_REASONS = {
    Why.ILL: t("Cancel: I am ill"),
    Why.URGENT: t("Cancel: something urgent"),
    Why.UNSAID: t("Cancel without a reason"),
}


def given_cancelled(session: Session) -> Screen:
    return Screen(
        words=t("The session on {at:datetime} is cancelled, and the member is told.", at=session.starts_at),
        rows=column([MY_DESK, HOME]),
    )


def asked_to_move(session: Session, until: datetime) -> Screen:
    return Screen(
        words=lines(
            t("<b>I have asked the member to choose another time.</b>"),
            t("They have until {until:datetime}. Until they do, the session on {at:datetime} stands.", until=until, at=session.starts_at),
        ),
        rows=column([button(t("🗓 See the session"), ShowDeskSession(session.id)), MY_DESK, HOME]),
    )


def asked_to_move_already(session: Session) -> Screen:
    return Screen(
        words=t("The member has been asked already and has not chosen yet. The session on {at:datetime} stands.", at=session.starts_at),
        rows=column([button(t("🗓 See the session"), ShowDeskSession(session.id)), MY_DESK, HOME]),
    )


def too_near(session: Session) -> Screen:
    return Screen(
        words=t(
            "The session on {at:datetime} begins too soon to ask for another time. You can give it or cancel it.", at=session.starts_at
        ),
        rows=column(
            [button(t("✖️ I cannot give it"), WhyCancel(session.id)), button(t("🗓 See the session"), ShowDeskSession(session.id)), HOME]
        ),
    )


def allowed(session: Session, what: Change) -> Screen:
    words = (
        t("You allowed it: the session on {at:datetime} is cancelled, and the member is told.", at=session.starts_at)
        if what is Change.CANCEL
        else t("You allowed it: the member can now choose another time for {at:datetime}. Until then it stands.", at=session.starts_at)
    )
    return Screen(words=words, rows=column([MY_DESK, HOME]))


def refused(session: Session) -> Screen:
    return Screen(
        words=t("You refused: the session on {at:datetime} stands, and the member is told.", at=session.starts_at),
        rows=column([button(t("🗓 See the session"), ShowDeskSession(session.id)), MY_DESK, HOME]),
    )


def nothing_asked(session: Session) -> Screen:
    return Screen(
        words=t("That has been answered already."),
        rows=column([button(t("🗓 See the session"), ShowDeskSession(session.id)), MY_DESK, HOME]),
    )


def given_over(session: Session) -> Screen:
    return Screen(
        words=t("The session on {at:datetime} has begun, was moved or is cancelled: nothing of it can be changed.", at=session.starts_at),
        rows=column([button(t("🗓 See the session"), ShowDeskSession(session.id)), MY_DESK, HOME]),
    )


def not_given_by_me() -> Screen:
    return Screen(words=t("There is no such session of yours."), rows=column([MY_DESK, HOME]))
