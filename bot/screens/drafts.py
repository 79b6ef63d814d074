"""Screens about unfinished conversations."""

from datetime import datetime

from bot.dialogue.taps import BeginStory, Discard, Later, Resume
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, t, tn


def where_you_stopped() -> Words:
    return t("Here is where you stopped.")


def put_aside(draft: str, title: Words, saved_at: datetime) -> Screen:
    return Screen(
        words=t("Saved ({saved_at:time}). “{title}” waits for you: go on whenever you like.", title=title, saved_at=saved_at),
        rows=column([button(t("Go on now"), Resume(draft)), HOME]),
    )


def keep_or_discard(draft: str, title: Words, *, answers: int) -> Screen:
    return Screen(
        words=t("<b>Stop “{title}”?</b>\n\n{kept}", title=title, kept=_kept(answers)),
        rows=column(
            [
                button(t("Go on answering"), Resume(draft)),
                button(t("Keep for later"), Later(draft)),
                button(t("Throw away"), Discard(draft)),
            ]
        ),
    )


def _kept(answers: int) -> Words:
    if not answers:
        return t("Nothing is answered yet. Keep it for later, or throw it away?")
    return tn(
        "You have given {count} answer. Keep it for later, or throw it away?",
        "You have given {count} answers. Keep them for later, or throw them away?",
        answers,
    )


def discarded(title: Words, story: str, subject: str) -> Screen:
    return Screen(
        words=t("“{title}” is stopped and your answers are deleted.", title=title),
        rows=column([button(t("Start again"), BeginStory(story, subject)), HOME]),
    )
