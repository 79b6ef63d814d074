"""The questions and the end of a consultant's log, and of a member's words to a rating."""

from bot.screens.consultant_taps import ShowDeskSession, ShowMyDesk
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from services.session_logs import Logged
from storage.session_logs import SessionLog
from storage.sessions import Session


def write_a_log() -> Words:
    return t("The log of a session")


def how_long(session: Session) -> Words:
    return t("How many minutes did the session on {at:datetime} take?", at=session.starts_at)


def counted_minutes(n: int) -> Words:
    return tn("{count} minute", "{count} minutes", n)


def what_to_share(before: SessionLog | None) -> Words:
    question = t("What shall the member keep of it? What was agreed, what comes next.")
    return lines(question, t("\nUntil now: “{note}”", note=before.shared)) if before is not None and before.shared else question


def who_reads_shared(session: Session) -> Words:
    return t("only the member reads it.") if session.confidential else t("the member and the office read it.")


def what_to_keep(before: SessionLog | None) -> Words:
    question = t("Anything for yourself?")
    return lines(question, t("\nUntil now: “{note}”", note=before.private)) if before is not None and before.private else question


def nobody_else() -> Words:
    return t("only you read it: neither the member nor the office does.")


def names(key: str) -> Words:
    return {"minutes": t("How long"), "shared": t("For the member"), "private": t("For me alone")}[key]


def is_it_right() -> Words:
    return t("Shall I keep this log?")


def keep_it() -> Words:
    return t("📝 Keep it")


def what_it_means() -> Words:
    return t("With it the session counts as having taken place. You can write the log anew at any time.")


def logged(outcome: Logged) -> Screen:
    session = outcome.session
    return Screen(
        words=lines(
            t("<b>The log of the session on {at:datetime} is kept.</b>", at=session.starts_at),
            t("The member hears that there is a note.") if outcome.told else None,
        ),
        rows=column([button(t("🗂 See the session"), ShowDeskSession(session.id)), button(t("🗂 My desk"), ShowMyDesk()), HOME]),
    )


def wrong_log() -> Screen:
    return Screen(
        words=t("Something in this log does not fit. Please write it once more from the session's screen."),
        rows=column([button(t("🗂 My desk"), ShowMyDesk()), HOME]),
    )


def log_lines(log: SessionLog) -> tuple[Words, ...]:
    """On the consultant's own screen of the session, and nowhere else."""
    told = (
        tn("\n<b>Log</b>, {count} minute", "\n<b>Log</b>, {count} minutes", log.minutes),
        t("For the member: {note}", note=log.shared) if log.shared else None,
        t("🔒 For you alone: {note}", note=log.private) if log.private else None,
    )
    return tuple(words for words in told if words is not None)


# -- words to a rating


def words_to_a_rating() -> Words:
    return t("A word about a session")


def what_was_it_like(session: Session) -> Words:
    return t("What helped in the session on {at:datetime}, what was missing?", at=session.starts_at)


def only_the_office() -> Words:
    return t("only the office reads it, with your session. The consultant does not.")
