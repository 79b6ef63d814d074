"""Around the home screen: help and settings, languages, and what is said when something is not understood."""

from bot.dialogue.taps import BeginStory
from bot.screens.announcement_choice_taps import ShowWhatIGet
from bot.screens.my_data import ShowMyData
from bot.screens.screen import Button, Link, Screen, beside, button, column
from bot.screens.taps import ShowLanguages, ShowPrivacy, SpeakLanguage
from bot.screens.ways import HOME
from bot.words import SHIPPED, Words, lines, own_name, t, verbatim

GROUP_START = Link("group")


def help_page() -> Screen:
    return Screen(
        words=lines(
            t("<b>How this works</b>"),
            t("• I ask one thing at a time. Tap a button, or type your answer."),
            t("• Every answer is saved at once. You can stop at any time and go on days later."),
            t("• “Back” shows the question before; your answers stay."),
            t("• What I tell you is for reference. A person decides about every application."),
            t("\n<b>Commands</b>"),
            t("/start – home"),
            t("/resume – go on where you stopped"),
            t("/cancel – stop what is open"),
            t("/language – 한국어 or English"),
            t("/shops – your shops"),
            t("/finder – find partners"),
            t("/events – what is on for you"),
            t("/here – check in at an event"),
            t("/notices – everything that was announced"),
            t("/calendar – the year of the programme"),
            t("/mydata – what is kept about you, as a file too"),
            t("/privacy – why it is kept and for how long"),
            t("\nStuck? “Ask a person” on the home screen reaches the coordinators."),
        ),
        rows=(
            (button(t("🙋 Ask a person"), BeginStory("ask_office")),),
            beside(button(t("🔒 Privacy"), ShowPrivacy()), button(t("🗂 My data"), ShowMyData())),
            beside(button(t("🌐 Language"), ShowLanguages()), button(t("🔔 What I get"), ShowWhatIGet())),
            (HOME,),
        ),
    )


def languages(current: str) -> Screen:
    def named(language: str) -> Button:
        mark = "✓ " if language == current else ""
        return button(t("{mark}{language}", mark=verbatim(mark), language=own_name(language)), SpeakLanguage(language))

    return Screen(words=t("Which language shall I speak?"), rows=column([*(named(one) for one in SHIPPED), HOME]))


def language_set() -> Words:
    return t("From now on I speak English.")


def nothing_open() -> Words:
    return t("There is no open question right now. Please choose below.")


def unknown_command(name: str) -> Words:
    return t("I do not know /{name}. Here is what I can do:", name=name)


def unknown_link() -> Words:
    return t("This link does not work any more. Ask the person who sent it for a new one, or choose below.")


def old_button() -> Words:
    return t("That button is from an earlier message. Here is how things stand now.")


def done_already() -> Words:
    return t("That is done already. /start leads home.")


def nothing_to_stop() -> Words:
    return t("There is nothing to stop.")


def nothing_to_resume() -> Words:
    return t("There is nothing unfinished.")


def no_resident_numbers() -> Words:
    return t(
        "That looked like a resident registration number. I never keep one, so I have deleted your message. "
        "Please answer without it; a business registration number is fine."
    )
