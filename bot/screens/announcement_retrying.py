"""Trying those again whom an announcement has not reached: asked once more, and in words whatever came of it."""

from typing import assert_never

from bot.screens.announcement_after_taps import AskToRetry, RetryIt, ShowOutcomes
from bot.screens.announcement_sending import not_now
from bot.screens.screen import Button, Screen, button, column
from bot.words import Words, lines, t, tn
from programme.announcements import MOST_RETRIES
from services.announcement_deeds import NotNow
from services.announcement_outcomes import Retriable
from services.announcement_retrying import BeingAmended, EnoughRetries, NobodyToRetry, Retried
from storage.announcements import Announcement


def retry_button(number: int, found: Retriable | None) -> tuple[Button, ...]:
    if found is None:
        return ()
    return (button(t("🔁 Try again ({n:number})", n=found.certain + found.unknown), AskToRetry(number)),)


def ask_to_retry(one: Announcement, found: Retriable) -> Screen:
    number, all_ = one.id, found.certain + found.unknown
    certain = button(t("🔁 Try {n:number} again", n=found.certain), RetryIt(number, one.retries, unknown=False))
    everybody = button(t("⚠️ With the unknown ({n:number})", n=all_), RetryIt(number, one.retries, unknown=True))
    return Screen(
        words=lines(
            t("<b>Try those again whom it has not reached?</b>"),
            t("• Refused by Telegram: {n:number}", n=found.refused) if found.refused else None,
            t("• Back after they had blocked the bot: {n:number}", n=found.back) if found.back else None,
            _warning(found.unknown) if found.unknown else None,
            t("Everybody else is left alone. It can be tried {most} times, this is time {n}.", most=MOST_RETRIES, n=one.retries + 1),
        ),
        rows=column(
            [
                *([certain] if found.certain else []),
                *([everybody] if found.unknown else []),
                button(t("◀ No"), ShowOutcomes(number)),
            ]
        ),
    )


def _warning(unknown: int) -> Words:
    return tn(
        "⚠️ Of {count:number} person nobody knows: they may have it already, and would then get it <b>twice</b>.",
        "⚠️ Of {count:number} people nobody knows: some may have it already, and would then get it <b>twice</b>.",
        unknown,
    )


def what_came_of_retrying(outcome: Retried | EnoughRetries | NobodyToRetry | BeingAmended | NotNow) -> Words:
    match outcome:
        case Retried(people=people):
            return tn(
                "🔁 It is tried again with {count:number} person. Nobody else gets it.",
                "🔁 It is tried again with {count:number} people. Nobody else gets it.",
                people,
            )
        case EnoughRetries():
            return t("It was tried again as often as it helps. Please call those it has not reached: 📞 Phone list.")
        case NobodyToRetry():
            return t("There is nobody to be tried again: they have it, or cannot be reached.")
        case BeingAmended():
            return being_amended()
        case NotNow(state=state):
            return not_now(state)
        case _:
            assert_never(outcome)


def being_amended() -> Words:
    return t("It is just being corrected or withdrawn. Please wait until that is done.")
