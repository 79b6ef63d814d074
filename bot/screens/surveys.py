"""The survey after an event: its questions, how it ends, and why it cannot be answered."""

from datetime import datetime
from typing import assert_never

from bot.dialogue.taps import BeginStory
from bot.screens.event_words import title_of
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Button, Screen, button, column
from bot.screens.survey_taps import BeginSurvey
from bot.screens.ways import HOME
from bot.words import Words, lines, t, verbatim
from programme.events import Survey
from programme.surveys import STARS, NextTime, Useful
from services.surveys import AnsweredBefore, NoSurvey, NotAsked, NotOver, SurveyClosed, ToAnswer, WasNotThere
from storage.events import Event


def survey_of_an_event() -> Words:
    return t("A survey in three taps")


def survey_button(event: int) -> Button:
    return button(t("✍️ Answer the survey"), BeginStory("event_survey", str(event)))


def star_row(event: int) -> tuple[Button, ...]:
    """Five in a row, under the letter: the first tap."""
    return tuple(button(as_stars(stars), BeginSurvey(event, stars)) for stars in STARS)


def as_stars(stars: int) -> Words:
    return verbatim(f"{stars} ⭐")


# -- the questions


def how_was_it(found: ToAnswer) -> Words:
    return lines(
        t("How was “{title}”?", title=title_of(found.event)),
        who_sees(found.event.survey or Survey.NAMED),
        until(found.closes_at),
    )


def who_sees(kind: Survey) -> Words:
    """Said before anything is tapped."""
    if kind is Survey.ANONYMOUS:
        return t("🔒 Anonymous: nobody can see who said what, not even the office. Results are shown from five answers on.")
    return t("👤 Not anonymous: the office sees your name with your answer. Nobody else sees it.")


def until(closes_at: datetime) -> Words:
    return t("You can answer until {day:date}, once.", day=closes_at)


def was_it_useful() -> Words:
    return t("Was it useful for your own project?")


def useful_name(useful: Useful) -> Words:
    return {Useful.YES: t("Yes, it was"), Useful.PARTLY: t("Partly"), Useful.NO: t("No, it was not")}[useful]


def what_next() -> Words:
    return t("To what would you come again?")


def next_name(next_time: NextTime) -> Words:
    return {
        NextTime.APPLYING: t("How to apply"),
        NextTime.SHARING: t("Buying and using together"),
        NextTime.SELLING: t("Marketing, selling online"),
        NextTime.ACCOUNTS: t("Taxes and accounts"),
        NextTime.PEOPLE: t("Meeting other shops"),
        NextTime.NOTHING: t("I would not come again"),
    }[next_time]


def last_words(stars: int, useful: Useful, next_time: NextTime, *, anonymous: bool) -> Words:
    """All three answers once more, before they are sent."""
    return lines(
        t("Shall I send it like this?"),
        t("{stars} · useful: {useful} · next: {next}", stars=as_stars(stars), useful=useful_name(useful), next=next_name(next_time)),
        t("If you like, type a word first. Please write nothing that tells who you are.")
        if anonymous
        else t("If you like, type a word first."),
    )


def send() -> Words:
    return t("📨 Send it")


def shall_i_send() -> Words:
    return t("Shall I send this?")


def cannot_be_changed() -> Words:
    return t("Once sent, it cannot be changed.")


def names(key: str) -> Words:
    return {"stars": t("Overall"), "useful": t("Useful"), "next": t("Next time"), "words": t("In your words")}[key]


# -- the end


def thank_you(event: Event) -> Screen:
    kept = (
        t("Your answer lies in the box, without your name and without a time.")
        if event.survey is Survey.ANONYMOUS
        else t("The office reads it.")
    )
    return Screen(
        words=lines(t("<b>Thank you!</b>"), kept, t("When the office shares the result, you get it here.")),
        rows=column([HOME]),
    )


def wrong_answer() -> Screen:
    return Screen(words=t("That is no answer to this survey. Please answer it with the buttons of the message."), rows=column([HOME]))


def refused(why: NotAsked) -> Screen:
    match why:
        case NoSurvey():
            words = t("There is no survey about this event.")
        case NotOver(event=event):
            words = t("“{title}” is not over yet. Afterwards I ask those who were there.", title=title_of(event))
        case WasNotThere(event=event):
            words = t("Only those who took part in “{title}” are asked. If you were there, tell the office.", title=title_of(event))
            return Screen(words=words, rows=column([ASK_A_PERSON, HOME]))
        case SurveyClosed(event=event, closed_at=closed_at):
            words = t("The survey about “{title}” could be answered until {day:date}.", title=title_of(event), day=closed_at)
        case AnsweredBefore(event=event):
            words = t("You have answered the survey about “{title}” already. Once is all it takes.", title=title_of(event))
        case _:
            assert_never(why)
    return Screen(words=words, rows=column([HOME]))
