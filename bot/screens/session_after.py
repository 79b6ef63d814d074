"""After a session: whether it took place, who did not come, and how it was."""

from bot.dialogue.taps import BeginStory
from bot.screens.booking_taps import ShowSession, ShowSessions
from bot.screens.consultant_taps import ShowDeskSession, ShowMyDesk
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Button, Screen, button, column
from bot.screens.session_after_taps import AnswerAbsent, AskStars, RateStars, SayAbsent, SayDone, WhetherAbsent
from bot.screens.ways import HOME
from bot.words import Words, lines, t, verbatim
from programme.seoul import seoul_day
from services.session_outcomes import NotedAbsent, NotYet, NotYours, Refused, Settled, TooLongAgo, WasNot, absence_until
from services.session_ratings import STARS, ForMember, Rated
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


def rate_button(session: int) -> Button:
    return button(t("⭐ How was it?"), AskStars(session))


def answer_buttons(session: int) -> tuple[Button, ...]:
    return (
        button(t("Yes, that is so"), AnswerAbsent(session, agrees=True)),
        button(t("No, it was otherwise"), AnswerAbsent(session, agrees=False)),
    )


def _back(session: int, side: Side) -> tuple[Button, ...]:
    if side is Side.MEMBER:
        return (button(t("🗓 See the session"), ShowSession(session)), button(t("🗓 My sessions"), ShowSessions()), HOME)
    return (button(t("🗂 See the session"), ShowDeskSession(session)), button(t("🗂 My desk"), ShowMyDesk()), HOME)


# -- took place, or not


def member_done(session: Session) -> Screen:
    """The second tap is the rating."""
    return how_was_it(session, said=t("Good, it is noted: the session took place."))


def consultant_done(session: Session) -> Screen:
    return Screen(
        words=lines(
            t("<b>Noted: the session on {at:datetime} took place.</b>", at=session.starts_at),
            t("Now the log: how long it took, a note for the member, and one for you alone. A minute is enough."),
        ),
        rows=column([log_button(session.id), *_back(session.id, Side.CONSULTANT)]),
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
        rows=column([button(t("🚪 Yes, note it"), SayAbsent(session.id)), done_button(session.id), *_back(session.id, side)]),
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
        rows=column(_back(outcome.session.id, side)),
    )


def agreed(session: Session, side: Side) -> Screen:
    return Screen(
        words=lines(t("<b>Thank you for saying so.</b>"), t("The session on {at:datetime} is closed with it.", at=session.starts_at)),
        rows=column(_back(session.id, side)),
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
        rows=column([*_back(session.id, side)[:-1], ASK_A_PERSON, HOME]),
    )


def refused(outcome: Refused | TooLongAgo | Settled) -> Screen:
    match outcome:
        case TooLongAgo(session=session, until=until):
            return _closed(
                t(
                    "That somebody did not come on {at:datetime} could be noted until {until:date}. If it still matters, ask a person.",
                    at=session.starts_at,
                    until=seoul_day(until),
                )
            )
        case Settled(session=session, by=side):
            return Screen(
                words=t("What became of the session on {at:datetime} is noted already.", at=session.starts_at),
                rows=column([*_back(session.id, side)[:-1], ASK_A_PERSON, HOME]),
            )
        case NotYet(session=session):
            return _closed(t("That can be noted once the session has begun, on {at:datetime}.", at=session.starts_at))
        case WasNot(session=session):
            return _closed(t("The session on {at:datetime} was cancelled, moved or did not take place.", at=session.starts_at))
        case NotYours():
            return _closed(t("There is no such session of yours."))


def _closed(words: Words) -> Screen:
    return Screen(words=words, rows=column([button(t("🗓 My sessions"), ShowSessions()), ASK_A_PERSON, HOME]))


# -- how it was


def how_was_it(session: Session, said: Words | None = None) -> Screen:
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>How was the session on {at:datetime}?</b>", at=session.starts_at),
            who_sees(session),
        ),
        rows=(
            tuple(button(verbatim(f"{stars} ⭐"), RateStars(session.id, stars)) for stars in STARS),
            *column(_back(session.id, Side.MEMBER)),
        ),
    )


def who_sees(session: Session) -> Words:
    """Said before anything is tapped."""
    if session.confidential:
        return t("Your stars are counted with all others and shown to nobody with this session.")
    return t("The office sees your stars with the session, not anonymously. The consultant does not see them.")


def rated(outcome: Rated) -> Screen:
    session = outcome.session
    more = button(t("✍️ Say a word about it"), BeginStory("rating_words", str(session.id)))
    return Screen(
        words=lines(
            t("{stars}\n<b>Thank you!</b>", stars=as_stars(outcome.rating.stars)),
            t("You can change it on the session's screen."),
            None if session.confidential else t("If you like, say a word: only the office reads it."),
        ),
        rows=column([*(() if session.confidential else (more,)), *_back(session.id, Side.MEMBER)]),
    )


def as_stars(stars: int) -> Words:
    return verbatim("⭐" * stars + "☆" * (len(STARS) - stars))


def not_done(session: Session) -> Screen:
    return Screen(
        words=t("Only sessions that took place are rated. Did the one on {at:datetime}?", at=session.starts_at),
        rows=column([done_button(session.id), *_back(session.id, Side.MEMBER)]),
    )


def no_stars() -> Screen:
    return _closed(t("That is no rating. Choose one to five stars on the session's screen."))


def thanks_for_words(session: Session) -> Screen:
    return Screen(words=t("Thank you. The office reads it; the consultant does not."), rows=column(_back(session.id, Side.MEMBER)))


# -- what other screens show of it


def after_lines(found: ForMember) -> tuple[Words, ...]:
    """For the member's screen of a session."""
    told = (
        t("\n<b>Note of the consultant</b>\n{note}", note=found.shared) if found.shared else None,
        t("\nYour rating: {stars}", stars=as_stars(found.rating.stars)) if found.rating is not None else None,
    )
    return tuple(words for words in told if words is not None)


def after_buttons(session: Session) -> tuple[Button, ...]:
    """What the member can say about one that is over."""
    match session.state:
        case State.BOOKED:
            return (done_button(session.id), absent_button(session.id, Side.MEMBER))
        case State.DONE:
            return (rate_button(session.id),)
        case _:
            return ()


def desk_buttons(session: Session) -> tuple[Button, ...]:
    """What its consultant can say about one that has begun."""
    match session.state:
        case State.BOOKED:
            return (done_button(session.id), absent_button(session.id, Side.CONSULTANT), log_button(session.id))
        case State.DONE:
            return (log_button(session.id),)
        case _:
            return ()
