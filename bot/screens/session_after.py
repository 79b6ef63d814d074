"""After a session: whether it took place, who did not come, and how it was."""

from bot.dialogue.taps import BeginStory
from bot.screens.booking_taps import ShowSession, ShowSessions
from bot.screens.consultant_taps import ShowDeskSession, ShowMyDesk
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Button, Screen, button, column
from bot.screens.session_after_taps import AnswerAbsent, SayAbsent, SayDone, WhetherAbsent
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from programme.seoul import seoul_day
from services.session_outcomes import NotedAbsent, NotYet, NotYours, Refused, Settled, TooLongAgo, WasNot, absence_until
from storage.session_times import Side
from storage.sessions import Session, State


def done_button(session: int) -> Button:
    return button(t("☑ It took place"), SayDone(session))


def absent_button(session: int, of: Side) -> Button:
    """`of`: who taps it."""
    label = t("🚪 Nobody was there") if of is Side.MEMBER else t("🚪 They did not come")
    return button(label, WhetherAbsent(session))


def log_button(session: int) -> Button:
    return button(t("📝 Write the log"), BeginStory("session_log", str(session)))


def answer_buttons(session: int) -> tuple[Button, ...]:
    return (
        button(t("Yes, that is so"), AnswerAbsent(session, agrees=True)),
        button(t("No, it was otherwise"), AnswerAbsent(session, agrees=False)),
    )


def ways_back(session: int, side: Side) -> tuple[Button, ...]:
    if side is Side.MEMBER:
        return (button(t("🗓 See the session"), ShowSession(session)), button(t("🗓 My sessions"), ShowSessions()), HOME)
    return (button(t("🗂 See the session"), ShowDeskSession(session)), button(t("🗂 My desk"), ShowMyDesk()), HOME)


def consultant_done(session: Session) -> Screen:
    return Screen(
        words=lines(
            t("<b>Noted: the session on {at:datetime} took place.</b>", at=session.starts_at),
            t("Now the log: how long it took, a note for the member, and one for you alone. A minute is enough."),
        ),
        rows=column([log_button(session.id), *ways_back(session.id, Side.CONSULTANT)]),
    )


def whether_absent(session: Session, side: Side) -> Screen:
    what = (
        t("<b>Nobody came to the session on {at:datetime}?</b>", at=session.starts_at)
        if side is Side.MEMBER
        else t("<b>The member did not come on {at:datetime}?</b>", at=session.starts_at)
    )
    counts = (
        t("It then does not count against your year.")
        if side is Side.MEMBER
        else t("It then still counts against the sessions of their year.")
    )
    return Screen(
        words=lines(
            what,
            t("The other side is asked, too. If they say otherwise, a coordinator hears both and decides."),
            counts,
            t("This can be noted until {until:date}.", until=seoul_day(absence_until(session))),
        ),
        rows=column([button(t("🚪 Yes, note it"), SayAbsent(session.id)), done_button(session.id), *ways_back(session.id, side)]),
    )


def noted_absent(outcome: NotedAbsent) -> Screen:
    side = Side.CONSULTANT if outcome.absent is Side.MEMBER else Side.MEMBER
    what_next = (
        t("The other side has said that it took place, so a coordinator looks at it. You hear what they decide.")
        if outcome.disputed
        else t("The other side is asked. Without an answer your note stands.")
    )
    return Screen(
        words=lines(t("<b>Noted for the session on {at:datetime}.</b>", at=outcome.session.starts_at), what_next),
        rows=column(ways_back(outcome.session.id, side)),
    )


def agreed(session: Session, side: Side) -> Screen:
    return Screen(
        words=lines(t("<b>Thank you for saying so.</b>"), t("The session on {at:datetime} is closed with it.", at=session.starts_at)),
        rows=column(ways_back(session.id, side)),
    )


def disputed(session: Session, side: Side) -> Screen:
    return Screen(
        words=lines(
            t("<b>Noted: you say that it was otherwise.</b>"),
            t(
                "A coordinator hears both sides about the session on {at:datetime}, and you both hear what is decided.",
                at=session.starts_at,
            ),
        ),
        rows=column([*ways_back(session.id, side)[:-1], ASK_A_PERSON, HOME]),
    )


def refused(outcome: Refused | TooLongAgo | Settled) -> Screen:
    match outcome:
        case TooLongAgo(session=session, until=until):
            return closed(
                t(
                    "That somebody did not come on {at:datetime} could be noted until {until:date}. If it still matters, ask a person.",
                    at=session.starts_at,
                    until=seoul_day(until),
                )
            )
        case Settled(session=session, by=side):
            return Screen(
                words=t("What became of the session on {at:datetime} is noted already.", at=session.starts_at),
                rows=column([*ways_back(session.id, side)[:-1], ASK_A_PERSON, HOME]),
            )
        case NotYet(session=session):
            return closed(t("That can be noted once the session has begun, on {at:datetime}.", at=session.starts_at))
        case WasNot(session=session):
            return closed(t("The session on {at:datetime} was cancelled, moved or did not take place.", at=session.starts_at))
        case NotYours():
            return closed(t("There is no such session of yours."))


def closed(words: Words) -> Screen:
    return Screen(words=words, rows=column([button(t("🗓 My sessions"), ShowSessions()), ASK_A_PERSON, HOME]))


def desk_buttons(session: Session) -> tuple[Button, ...]:
    """What its consultant can say about one that has begun."""
    match session.state:
        case State.BOOKED:
            return (done_button(session.id), absent_button(session.id, Side.CONSULTANT), log_button(session.id))
        case State.DONE:
            return (log_button(session.id),)
        case _:
            return ()
