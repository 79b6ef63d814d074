"""What is kept about a person, for how long, and how to have it deleted."""

from dataclasses import dataclass

from bot.dialogue.taps import BeginStory
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.taps import Tap, tap
from bot.words import lines, t


@tap("fd")
@dataclass(frozen=True)
class AskToForget(Tap):
    pass


@tap("fy")
@dataclass(frozen=True)
class Forget(Tap):
    pass


def page() -> Screen:
    return Screen(
        words=lines(
            t("<b>Your data</b>"),
            t("• What: your Telegram user number, your language and your answers."),
            t("• Only with a question to the office: your photos and files, and the phone number you give."),
            t("• Why: to check eligibility, estimate the subsidy, remind you and answer your questions."),
            t("• How long: unfinished answers 90 days; results, reminders and questions until you delete them."),
            t("• Where: on the programme's server. What you write in this chat also lies on Telegram's servers abroad."),
            t("• I never ask for a resident registration number."),
            t("\nYou may refuse, see, correct and delete. Without answers I cannot check anything, but nothing else is lost."),
        ),
        rows=column(
            [
                button(t("🗑 Delete my data"), AskToForget()),
                button(t("🙋 Ask a person"), BeginStory("ask_office")),
                HOME,
            ]
        ),
    )


def really_forget() -> Screen:
    return Screen(
        words=lines(
            t("<b>Delete everything I know about you?</b>"),
            t("Unfinished answers, results, reminders and your questions to the office are deleted. Links you shared stop working."),
            t("This cannot be undone."),
        ),
        rows=column([button(t("Yes, delete everything"), Forget()), HOME]),
    )


def forgotten() -> Screen:
    return Screen(
        words=t("Everything is deleted. Messages in this chat you can delete yourself in Telegram."),
        rows=column([HOME]),
    )
