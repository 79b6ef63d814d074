"""How a session was: the stars of its member, a word about it, and what their screen shows of both."""

from bot.dialogue.taps import BeginStory
from bot.screens.screen import Button, Screen, button, column
from bot.screens.session_after import absent_button, closed, done_button, ways_back
from bot.screens.session_after_taps import AskStars, RateStars
from bot.words import Words, lines, t, verbatim
from services.session_ratings import STARS, ForMember, Rated
from storage.session_times import Side
from storage.sessions import Session, State


def rate_button(session: int) -> Button:
    return button(t("⭐ How was it?"), AskStars(session))


def member_done(session: Session) -> Screen:
    """The second tap is the rating."""
    return how_was_it(session, said=t("Good, it is noted: the session took place."))


def how_was_it(session: Session, said: Words | None = None) -> Screen:
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>How was the session on {at:datetime}?</b>", at=session.starts_at),
            who_sees(session),
        ),
        rows=(
            tuple(button(verbatim(f"{stars} ⭐"), RateStars(session.id, stars)) for stars in STARS),
            *column(ways_back(session.id, Side.MEMBER)),
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
        rows=column([*(() if session.confidential else (more,)), *ways_back(session.id, Side.MEMBER)]),
    )


def as_stars(stars: int) -> Words:
    return verbatim("⭐" * stars + "☆" * (len(STARS) - stars))


def not_done(session: Session) -> Screen:
    return Screen(
        words=t("Only sessions that took place are rated. Did the one on {at:datetime}?", at=session.starts_at),
        rows=column([done_button(session.id), *ways_back(session.id, Side.MEMBER)]),
    )


def no_stars() -> Screen:
    return closed(t("That is no rating. Choose one to five stars on the session's screen."))


def thanks_for_words(session: Session) -> Screen:
    return Screen(words=t("Thank you. The office reads it; the consultant does not."), rows=column(ways_back(session.id, Side.MEMBER)))


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
