"""Screens about unfinished conversations."""

from datetime import datetime

from bot.dialogue.taps import BeginStory, Discard, Later, Resume
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, t, tn


def go_on(draft: str, title: Words) -> Button:
    return button(t("▶ Go on: {title}", title=title), Resume(draft))


def where_you_stopped() -> Words:
    return t("Here is where you stopped.")


def put_aside(draft: str, title: Words, saved_at: datetime, *back: Button) -> Screen:
    """`back`: to where it was begun."""
    return Screen(
        words=t("Saved ({saved_at:time}). “{title}” waits for you: go on whenever you like.", title=title, saved_at=saved_at),
        rows=column([button(t("Go on now"), Resume(draft)), *back, HOME]),
    )


def keep_or_discard(draft: str, title: Words, *, answers: int) -> Screen:
    """At least one answer is given."""
    kept = tn(
        "You have given {count} answer. Keep it for later, or throw it away?",
        "You have given {count} answers. Keep them for later, or throw them away?",
        answers,
    )
    return Screen(
        words=t("<b>Stop “{title}”?</b>\n\n{kept}", title=title, kept=kept),
        rows=column(
            [
                button(t("Go on answering"), Resume(draft)),
                button(t("Keep for later"), Later(draft)),
                button(t("Throw away"), Discard(draft)),
            ]
        ),
    )


def stopped(title: Words, story: str, subject: str, *back: Button) -> Screen:
    """Nothing was answered, so there is nothing to decide about."""
    return _over(t("“{title}” is stopped. You had not answered anything yet.", title=title), story, subject, back)


def discarded(title: Words, story: str, subject: str, *back: Button) -> Screen:
    return _over(t("“{title}” is stopped and your answers are deleted.", title=title), story, subject, back)


def _over(words: Words, story: str, subject: str, back: tuple[Button, ...]) -> Screen:
    return Screen(words=words, rows=column([button(t("Start again"), BeginStory(story, subject)), *back, HOME]))
