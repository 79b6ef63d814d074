"""The words of whom an event is for, and what they hear before and after it."""

from bot.screens.wording import worded
from bot.words import Words, t
from programme.call import Call
from programme.districts import District
from programme.events import Audience, Reminder, Survey
from programme.tracks import Track


def for_whom() -> Words:
    return t("Who may register?")


def audience_label(audience: Audience) -> Words:
    return {
        Audience.EVERYBODY: t("Everybody"),
        Audience.OWNERS: t("Owners with a shop"),
        Audience.MEMBERS: t("Members of consortia"),
    }[audience]


def which_gus() -> Words:
    return t("For shops in which gu?")


def gu_label(gu: District) -> Words:
    return worded(gu.wording)


def all_of_seoul() -> Words:
    return t("All of Seoul")


def which_track() -> Words:
    return t("For which track?")


def track_label(track: Track | None) -> Words:
    return t("Both tracks") if track is None else worded(track.wording)


def which_reminders() -> Words:
    return t("When shall those who come be reminded?")


def reminder_label(reminder: Reminder) -> Words:
    return {
        Reminder.WEEK: t("A week before"),
        Reminder.DAY: t("The day before"),
        Reminder.HOURS: t("Two hours before"),
    }[reminder]


def no_reminders() -> Words:
    return t("No reminders")


def which_survey() -> Words:
    return t("Shall those who were there be asked how it was? They are told which it is before they answer.")


def survey_label(survey: Survey | None) -> Words:
    if survey is None:
        return t("No survey")
    return {Survey.ANONYMOUS: t("Anonymous"), Survey.NAMED: t("With names")}[survey]


def which_call() -> Words:
    return t("Does attending it fulfil a condition of a call?")


def call_label(call: Call | None) -> Words:
    return t("Of no call") if call is None else worded(call.title)
