"""The sessions a member has: a list of those ahead and of those over, and the screen of one."""

from datetime import datetime, timedelta

from bot.screens.booking_hold_taps import ShowPlace, ShowSent
from bot.screens.booking_holds import say_button, until_when
from bot.screens.booking_taps import ShowSession, ShowSessions
from bot.screens.calendar_files import calendar_button
from bot.screens.consulting import topic_name
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column, enclosed
from bot.screens.session_changes import change_buttons
from bot.screens.session_facts import facts, search_of, venue
from bot.screens.session_messages import write_to_consultant
from bot.screens.session_ratings import after_buttons, after_lines
from bot.screens.session_waits import BOOKING, MY_SESSIONS, MY_WAITS
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn, verbatim
from programme.session_changes import Change
from services.my_sessions import MySession, SessionPage
from services.session_ratings import ForMember
from storage.sessions import Session, State


def ahead(found: SessionPage) -> Screen:
    past = button(t("📜 Those before"), ShowSessions(past=True))
    if not found.sessions:
        return Screen(
            words=t("<b>My sessions</b>\nNo session lies ahead of you. Book one: it takes five taps."),
            rows=column([BOOKING, MY_WAITS, past, HOME]),
        )
    return Screen(
        words=lines(
            t("<b>My sessions</b>\nThe soonest first. Tap one to move, cancel or prepare it."), *(_listed(one) for one in found.sessions)
        ),
        rows=(*_list(found, past=False), (BOOKING,), (MY_WAITS, past), (HOME,)),
    )


def past(found: SessionPage) -> Screen:
    if not found.sessions:
        return Screen(words=t("<b>Sessions before</b>\nThere is none yet."), rows=column([BOOKING, MY_SESSIONS, HOME]))
    return Screen(
        words=lines(t("<b>Sessions before</b>\nThe latest first."), *(_listed(one, over=True) for one in found.sessions)),
        rows=(*_list(found, past=True), (MY_SESSIONS,), (HOME,)),
    )


def _list(found: SessionPage, *, past: bool) -> tuple[tuple[Button, ...], ...]:
    return (
        *column(button(_label(one), ShowSession(one.session.id)) for one in found.sessions),
        *page_row(found.page, more=found.more, to=lambda page: ShowSessions(past=past, page=page)),
    )


def _label(one: MySession) -> Words:
    return t("{at:short_date} {at:time} · {name}", at=one.session.starts_at, name=one.by.name)


def _listed(one: MySession, *, over: bool = False) -> Words:
    state = state_name(one.session, over=over)
    return t("• {at:datetime} {topic}: {state}", at=one.session.starts_at, topic=topic_name(one.session.topic), state=state)


def state_name(session: Session, *, over: bool) -> Words:
    if over and session.state is State.BOOKED:
        return t("over, not noted yet")
    return {
        State.HELD: t("⏱ kept for you, not booked yet"),
        State.BOOKED: t("✅ booked"),
        State.DONE: t("✅ done"),
        State.MISSED: t("you could not come"),
        State.NOT_GIVEN: t("it did not take place"),
        State.CANCELLED: t("✖️ cancelled"),
        State.MOVED: t("🔁 moved to another time"),
        State.LAPSED: t("not booked"),
    }[session.state]


def upcoming(one: MySession, now: datetime, change_until: timedelta) -> Screen:
    """One that is booked and has not begun."""
    session = one.session
    return Screen(
        words=lines(
            t("<b>Your session No. {n}</b>", n=session.id),
            facts(one),
            _to_move(session),
            t("• You have said that you come.") if session.confirmed_at is not None else None,
            *_said(one),
            verbatim(""),
            _asked(session) or until_when(session, now, change_until),
        ),
        rows=(
            change_buttons(session.id),
            (say_button(session.id),),
            *column([write_to_consultant(session.id), *_sent(one), *_place(one), calendar_button(session.id)]),
            (MY_SESSIONS, HOME),
        ),
    )


def _to_move(session: Session) -> Words | None:
    if session.to_move_by is None:
        return None
    return t("⚠️ The consultant asks you to choose another time, until {until:datetime}.", until=session.to_move_by)


def _asked(session: Session) -> Words | None:
    """What the member has asked the consultant, and what has come of it."""
    if session.asked_change is None or session.change_allowed is False:
        return None
    if session.change_allowed:
        return t("✅ The consultant lets you move it. Choose another time before it begins.")
    if session.asked_change == Change.MOVE:
        return t("⏳ You have asked the consultant whether you can move it. I write to you as soon as there is an answer.")
    return t("⏳ You have asked the consultant whether you can cancel it. I write to you as soon as there is an answer.")


def _said(one: MySession) -> tuple[Words, ...]:
    if not one.session.goal:
        return (t("\nYou have not said yet what it is about. A line or two help the consultant to prepare."),)
    return (t("\n<b>What it is about</b>\n{goal}", goal=one.session.goal),)


def _sent(one: MySession) -> list[Button]:
    return (
        [button(tn("📎 {count} file of mine", "📎 {count} files of mine", len(one.files)), ShowSent(one.session.id))] if one.files else []
    )


def _place(one: MySession) -> list[Button]:
    return [button(t("🗺 Show it on the map"), ShowPlace(one.session.id))] if venue(one) is not None else []


def ended(one: MySession, now: datetime, after: ForMember | None = None) -> Screen:
    """Over, or ended before its time. `after`: what was said of it since."""
    session = one.session
    running = session.state is State.BOOKED and session.starts_at <= now < session.ends_at
    return Screen(
        words=lines(
            t("<b>Your session No. {n}</b>", n=session.id),
            facts(one),
            t("\nIt is taking place right now.") if running else t("\nHow it stands: {state}", state=state_name(session, over=True)),
            *(_said(one) if session.goal else ()),
            *(after_lines(after) if after is not None else ()),
        ),
        rows=column([*after_buttons(session), *_sent(one), *(_place(one) if running else []), BOOKING, MY_SESSIONS, HOME]),
    )


def moved(one: MySession, newest: int) -> Screen:
    return Screen(
        words=lines(t("<b>This session was moved.</b> It was to begin at:"), facts(one)),
        rows=column([button(t("🗓 See the new time"), ShowSession(newest)), MY_SESSIONS, HOME]),
    )


def lapsed(one: MySession) -> Screen:
    """Held and not booked: by an old message, or by the clock."""
    session = one.session
    return Screen(
        words=lines(
            t("⏱ <b>This time is not kept for you any more.</b> Nothing was booked:"),
            facts(one),
            t("\nIf nobody has taken it, it still stands in the calendar."),
        ),
        rows=column([button(t("📅 Calendar"), search_of(session)), BOOKING, MY_SESSIONS, HOME]),
    )


def offered(one: MySession) -> Screen:
    """A time that is held for one who waited: it is answered where one waits."""
    until = one.session.held_until or one.session.starts_at
    return Screen(
        words=lines(t("<b>Kept for you until {until:datetime}</b>, since you wait for such a time:", until=until), facts(one)),
        rows=column([MY_WAITS, MY_SESSIONS, HOME]),
    )


def none_of_yours() -> Screen:
    return Screen(words=t("There is no such session of yours."), rows=column([MY_SESSIONS, BOOKING, HOME]))


def sent(one: MySession) -> Screen:
    photos = [file.file for file in one.files if file.kind == "photo"]
    documents = [file.file for file in one.files if file.kind != "photo"]
    return Screen(
        words=tn("Above: {count} file you sent for this session.", "Above: {count} files you sent for this session.", len(one.files)),
        rows=column([button(t("◀ Back to the session"), ShowSession(one.session.id)), HOME]),
        encloses=enclosed(photos, documents),
    )


def place(one: MySession) -> Screen:
    return Screen(
        words=t("Above: {place}. A tap on the map shows the way.", place=one.by.place),
        rows=column([button(t("◀ Back to the session"), ShowSession(one.session.id)), HOME]),
        venue=venue(one),
    )
