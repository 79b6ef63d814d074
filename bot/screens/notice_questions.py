"""Writing a notice: the questions, what it would reach, and the end."""

from bot.screens import board
from bot.screens.letters_notices import whom
from bot.screens.notice_taps import ReadOnBoard, ShowBoard
from bot.screens.screen import Screen, button, column
from bot.screens.subscriptions import subject_name
from bot.screens.ways import HOME
from bot.screens.wording import worded
from bot.words import Words, lines, t, tn
from programme.districts import District
from programme.subscriptions import Subject
from programme.tracks import Track
from services.coordinators import Forbidden
from services.notices import Posted

LONGEST_TITLE, LONGEST_TEXT = 40, 1500


def write_a_notice() -> Words:
    return t("Write a notice")


def which_title() -> Words:
    return t("What is the title, in Korean?")


def which_text() -> Words:
    return t("What does the notice say, in Korean?")


def also_in_english() -> Words:
    return t("Is there an English version, too? Without one, everybody reads the Korean.")


def which_title_en() -> Words:
    return t("What is the title in English?")


def which_text_en() -> Words:
    return t("What does it say in English?")


def to_whom() -> Words:
    return t("To whom does it go?")


def audience(subject: Subject) -> Words:
    if subject is Subject.OFFICE:
        return t("Only on the board")
    return t("Who wants: {subject}", subject=subject_name(subject))


def names(key: str) -> Words:
    return {
        "title": t("Title"),
        "text": t("Text"),
        "english": t("English"),
        "title_en": t("English title"),
        "text_en": t("English text"),
        "subject": t("To whom"),
        "gu": t("Gu"),
    }[key]


def is_this_right() -> Words:
    return t("This is how it would be read. Shall I post it?")


def which_gu() -> Words:
    return t("Your role is for some gu alone. For which of them is the notice?")


def gu_name(gu: District) -> Words:
    return worded(gu.wording)


def would_reach(subject: Subject, people: int, gu: District | None, track: Track | None) -> Words:
    limited = gu is not None or track is not None
    only = t("It is for {whom}, as far as your role reaches.", whom=whom(gu, track)) if limited else None
    return lines(only, _reached(subject, people))


def _reached(subject: Subject, people: int) -> Words:
    if subject is Subject.OFFICE:
        return t("It stands on the board; nobody gets a message.")
    return tn(
        "It stands on the board and goes to {count} person, by day only.",
        "It stands on the board and goes to {count} people, by day only.",
        people,
    )


def post_it() -> Words:
    return t("Post it")


def posted(outcome: Posted) -> Screen:
    told = t("Posted. The messages go out one after the other, behind everything that is urgent.") if outcome.tells else t("Posted.")
    return Screen(
        words=told,
        rows=column([button(t("Read the notice"), ReadOnBoard(outcome.notice)), button(t("📢 All notices"), ShowBoard()), HOME]),
    )


def not_yours(found: Forbidden) -> Screen:
    return Screen(words=board.not_yours(found), rows=column([HOME]))
