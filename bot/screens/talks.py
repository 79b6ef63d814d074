"""Talking with the office instead of the bot: how it begins, what is acknowledged, how it ends."""

from dataclasses import dataclass

from bot.screens.screen import Screen, button, column
from bot.taps import Tap, tap
from bot.words import Words, lines, t, tn
from services.inquiries import OFFICE_CLOSES, OFFICE_OPENS
from services.talks import Passed


@tap("zt")
@dataclass(frozen=True)
class TalkNow(Tap):
    """Let me talk with a person, from right here."""


@tap("zw")
@dataclass(frozen=True)
class WriteBack(Tap):
    """Let me go on talking about this question of mine."""

    number: int


@tap("zb")
@dataclass(frozen=True)
class BackToBot(Tap):
    pass


TALK = button(t("🙋 Ask a person"), TalkNow())
BACK_TO_BOT = button(t("◀ Back to the bot"), BackToBot())


def talking(*, open_now: bool) -> Screen:
    return Screen(
        words=lines(
            t("<b>🙋 You are talking with the office</b>"),
            t("Whatever you write or send here now goes to a coordinator, not to me. I keep silent, and your answers so far are safe."),
            _who_reads(open_now=open_now),
        ),
        rows=column([BACK_TO_BOT]),
    )


def _who_reads(*, open_now: bool) -> Words:
    opens, closes = f"{OFFICE_OPENS:%H:%M}", f"{OFFICE_CLOSES:%H:%M}"
    if open_now:
        return t("The office is open until {closes}. The answer comes here.", closes=closes)
    return t(
        "The office is closed now: it is open Monday to Friday, {opens}–{closes}. Write anyway; the answer comes here.",
        opens=opens,
        closes=closes,
    )


def passed(outcome: Passed) -> Screen:
    said = t("✓ <b>The office has your message: No. {number}</b>", number=outcome.number)
    if outcome.count > 1:
        said = tn(
            "✓ <b>The office has {count} message of yours: No. {number}</b>",
            "✓ <b>The office has {count} messages of yours: No. {number}</b>",
            outcome.count,
            number=outcome.number,
        )
    return Screen(
        words=lines(said, t("You can write more. The answer comes here; you need not wait.")),
        rows=column([BACK_TO_BOT]),
    )


def only_text_and_files() -> Screen:
    return Screen(
        words=t("I can pass on text, photos and files, but not this. Please type it."),
        rows=column([BACK_TO_BOT]),
    )


def listening_again() -> Words:
    return t("I am listening again. What you wrote stays with the office.")
