"""What an event asks of those who come, and its calendar file."""

from datetime import datetime

from bot.documents.event_calendar import event_calendar
from bot.screens.event_answers import why_full
from bot.screens.event_page import MY_EVENTS
from bot.screens.event_taps import ShowEvent
from bot.screens.event_words import title_of
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn, told
from services.event_calendars import Certainty, EventEntry
from services.event_pages import EventSeen
from storage.event_questions import EventQuestion


def to_come() -> Words:
    return t("Answer an event")


def guests_label(n: int) -> Words:
    return tn("{count} guest", "{count} guests", n) if n else t("I come alone")


def how_many_guests(seen: EventSeen) -> Words:
    return t("{title}: how many come with you?", title=title_of(seen.event))


def why_guests() -> Words:
    return t("each of them takes a seat.")


def guests_name() -> Words:
    return t("Guests")


def asked(question: EventQuestion) -> Words:
    """In the organisers' own words."""
    return told(question.words)


def why_asked() -> Words:
    return t("the organisers of the event ask it. Only they read the answer.")


def option(question: EventQuestion, place: int) -> Words:
    return told(question.options[place])


def shall_i_wait(seen: EventSeen, guests: int) -> Words:
    return lines(why_full(seen, guests), t("Shall I put you onto the waiting list? Free seats are offered in its order."))


def onto_the_list() -> Words:
    return t("⏳ Yes, I wait")


def not_onto_the_list() -> Words:
    return t("No, I leave it")


def just_full() -> Words:
    return t("Somebody was faster: not enough seats are left now. What you answered is kept.")


def nothing_answered(seen: EventSeen) -> Words:
    return t("Nothing has changed.") if seen.mine is not None else t("Nothing was answered.")


def is_this_right() -> Words:
    return t("Is this right?")


def yes_i_come() -> Words:
    return t("✅ Yes, I come")


# -- the calendar


def as_file(entry: EventEntry, now: datetime) -> Screen:
    back = button(t("◀ Back to the event"), ShowEvent(entry.event.id))
    return Screen(words=_told(entry), rows=column([back, MY_EVENTS, HOME]), documents=(event_calendar(entry, now),))


def _told(entry: EventEntry) -> Words:
    if entry.certainty is Certainty.GONE:
        return t("Open the file above to take this event out of your calendar.")
    sure = t("It stands there as “tentative”, as it is not sure yet.") if entry.certainty is Certainty.OPEN else None
    return lines(
        t("<b>Open the file above</b>, and the event stands in your calendar, with all its dates and alarms."),
        sure,
        t("If it is moved or cancelled, or you change your answer, fetch the file again: the same entry is brought up to date."),
    )


def yes() -> Words:
    return t("Yes")


def no() -> Words:
    return t("No")
