"""The words of the questions that people are asked when they register."""

from collections.abc import Sequence

from bot.screens.event_plan_words import none
from bot.words import Words, joined, lines, t, tn, told
from storage.event_questions import Asked, NewQuestion


def which_questions() -> Words:
    return t("What shall people be asked when they register?")


def questions_hint(*, fixed: int) -> Words:
    stay = tn("{count} question has been answered already: it stays.", "{count} questions have been answered already: they stay.", fixed)
    return lines(
        stay if fixed else None,
        t("Type one question a line:"),
        t("• Any allergies?"),
        t("• Lunch: bibimbap / noodles / none"),
        t("• Will you come by car: yes / no"),
        t("A star at the end (*) means that it must be answered. An English wording goes behind “=”."),
    )


def type_a_question() -> Words:
    return t("Please type a question, or tap the button when there are no more.")


def unread_question(line: str) -> Words:
    return t(
        "I could not read “{line}”. A question has up to 150 characters; answers to choose from stand behind a colon, "
        "two to eight of them, all different, with slashes between.",
        line=line,
    )


def too_many_questions(most: int) -> Words:
    return t("Up to {n} questions can be asked. Please take one away first.", n=most)


def questions_understood(found: Sequence[NewQuestion]) -> Words:
    return lines(*(question_told(one) for one in found))


def questions_told(found: Sequence[NewQuestion]) -> Words:
    return joined([question_told(one) for one in found], "; ") if found else none()


def question_told(one: NewQuestion) -> Words:
    kind = _kind_of(one)
    words = told(one.words)
    return (
        t("{words} ({kind}, must be answered)", words=words, kind=kind) if one.required else t("{words} ({kind})", words=words, kind=kind)
    )


def _kind_of(one: NewQuestion) -> Words:
    match one.kind:
        case Asked.TEXT:
            return t("free text")
        case Asked.YES_NO:
            return t("yes or no")
        case Asked.CHOICE:
            return joined([told(option) for option in one.options], " / ")


def drop_question(one: NewQuestion) -> Words:
    return t("🗑 {words}", words=told({language: _short(text) for language, text in one.words.items()}))


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:19].rstrip()}…"  # noqa: PLR2004 - a button


def questions_done(count: int) -> Words:
    return tn("Done ({count} question)", "Done ({count} questions)", count) if count else t("No questions")
