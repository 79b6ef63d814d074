"""A consultant's own desk: what comes next, and one session."""

from bot.screens.answering import waiting_button
from bot.screens.consultant_profile import MY_PROFILE
from bot.screens.consultant_taps import ShowDeskSession, ShowMyDesk, ShowSessionFiles
from bot.screens.consultants import pause_button, state
from bot.screens.consulting import MY_DESK, calling_name, topic_name, way_name
from bot.screens.hours_taps import ShowMyHours
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column, enclosed
from bot.screens.session_log import log_lines
from bot.screens.session_messages import write_to_member
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn, verbatim
from programme.session_changes import Change
from programme.topics import Topic, Way
from services.consultant_desk import Desk, DeskLine, DeskSession
from storage.session_logs import SessionLog
from storage.sessions import SessionFile, State

MY_HOURS = button(t("🕘 My hours"), ShowMyHours())


def desk(found: Desk, said: Words | None = None, *, questions: int | None = None) -> Screen:
    """`questions`: how many wait at the desk of taxes and accounts; None: it is not theirs."""
    me = found.consultant
    hint = None if found.lines else t("No session is booked. Members book free times of your hours; each comes to you as a letter.")
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>My desk</b> · {calling}, {state}", calling=calling_name(me.profile.calling), state=state(me)),
            hint,
            *(_line(one) for one in found.lines),
            _to_be_logged(found.unlogged_count) if found.unlogged else None,
        ),
        rows=(
            *column([_session_button(one) for one in found.lines]),
            *page_row(found.page, more=found.more, to=ShowMyDesk),
            *column([button(t("📝 {at:datetime}", at=one.starts_at), ShowDeskSession(one.session)) for one in found.unlogged]),
            *column([*([] if questions is None else [waiting_button(questions)]), MY_HOURS, MY_PROFILE, pause_button(me), HOME]),
        ),
    )


def _to_be_logged(count: int) -> Words:
    return tn("\n📝 {count} session that is over waits for your log.", "\n📝 {count} sessions that are over wait for your log.", count)


def _line(one: DeskLine) -> Words:
    session = one.session
    return t(
        "• {at:datetime}–{end:time} · {topic} · {way}{who}",
        at=session.starts_at,
        end=session.ends_at,
        topic=topic_name(session.topic),
        way=way_name(session.way),
        who=t(" · {shop}", shop=one.shop) if one.shop else verbatim(""),
    )


def _session_button(one: DeskLine) -> Button:
    return button(t("🗓 {at:datetime}", at=one.session.starts_at), ShowDeskSession(one.session.id))


def session(found: DeskSession, rows: tuple[Button, ...] = (), log: SessionLog | None = None) -> Screen:
    """`rows`: what can be done about it now."""
    one = found.session
    return Screen(
        words=lines(
            t("<b>{at:datetime}–{end:time}</b>", at=one.starts_at, end=one.ends_at),
            t("{topic} · {way}", topic=topic_name(one.topic), way=way_name(one.way)),
            t("With: {who}", who=_who(found)),
            _how_to_call() if one.way == Way.PHONE and one.state is State.BOOKED else None,
            _confidential() if one.topic == Topic.CONFLICT else None,
            _where_it_stands(found),
            t("\n“{goal}”", goal=one.goal) if one.goal else t("\nThe member has written nothing about it yet."),
            *(log_lines(log) if log is not None else ()),
        ),
        rows=column([*_files(found), *_writing(found), *rows, MY_DESK, HOME]),
    )


def _writing(found: DeskSession) -> tuple[Button, ...]:
    return (write_to_member(found.session.id),) if found.session.state in {State.BOOKED, State.DONE} else ()


def _who(found: DeskSession) -> Words:
    return verbatim(found.shop) if found.shop else t("a member")


def _how_to_call() -> Words:
    """A number is told by its owner, never by the bot."""
    return t("By phone: the number to call is what the member writes. If it is missing, ask for it with a message.")


def _confidential() -> Words:
    return t("🕊 Confidential: nobody but you reads this, the office does not either.")


def _where_it_stands(found: DeskSession) -> Words | None:
    one = found.session
    if one.state is not State.BOOKED:
        return _OVER.get(one.state)
    if one.asked_change is not None and one.change_allowed is None:
        return _asked(Change(one.asked_change))
    if one.to_move_by is not None:
        return t("You asked for another time; the member can choose until {until:datetime}.", until=one.to_move_by)
    return t("✅ The member has confirmed.") if one.confirmed_at is not None else None


def _asked(what: Change) -> Words:
    if what is Change.MOVE:
        return t("🙋 The member asks to move it; too late to do it alone.")
    return t("🙋 The member asks to cancel it; too late to do it alone.")


_OVER = {
    State.CANCELLED: t("✖️ Cancelled."),
    State.MOVED: t("🔁 Moved to another time."),
    State.DONE: t("☑ Done."),
    State.MISSED: t("The member did not come."),
    State.NOT_GIVEN: t("It was not given."),
}


def _files(found: DeskSession) -> list[Button]:
    if not found.files:
        return []
    return [button(tn("📎 {count} file", "📎 {count} files", len(found.files)), ShowSessionFiles(found.session.id))]


def files(number: int, sent: tuple[SessionFile, ...]) -> Screen:
    photos = [one.file for one in sent if one.kind == "photo"]
    documents = [one.file for one in sent if one.kind != "photo"]
    words = (
        tn("{count} file of the member, above.", "{count} files of the member, above.", len(sent))
        if sent
        else t("The member has sent no files.")
    )
    return Screen(
        words=words,
        encloses=enclosed(photos, documents),
        rows=column([button(t("🗓 See the session"), ShowDeskSession(number)), MY_DESK, HOME]),
    )


def no_such_session() -> Screen:
    return Screen(words=t("There is no such session of yours."), rows=column([MY_DESK, HOME]))


def not_a_consultant() -> Screen:
    return Screen(
        words=t("This is the desk of consultants and mentors. Who takes part gets a link from the office."),
        rows=column([ASK_A_PERSON, HOME]),
    )
