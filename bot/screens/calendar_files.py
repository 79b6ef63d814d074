"""A session for the calendar of a phone."""

from dataclasses import dataclass
from datetime import datetime

from bot.documents.calendar import session_calendar
from bot.screens.booking_taps import ShowSession, ShowSessions
from bot.screens.consultant_taps import ShowDeskSession
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.taps import Tap, tap
from bot.words import Words, lines, t
from services.session_calendars import CalendarEntry


@tap("cdc")
@dataclass(frozen=True)
class AskCalendarFile(Tap):
    """Either side of a session may."""

    session: int


def calendar_button(session: int) -> Button:
    return button(t("📅 Into my calendar"), AskCalendarFile(session))


def as_file(entry: CalendarEntry, person: int, now: datetime) -> Screen:
    session = entry.session
    back = ShowSession(session.id) if person == session.person else ShowDeskSession(session.id)
    return Screen(
        words=_standing(entry) if entry.stands else _cancelled(),
        rows=column([button(t("◀ Back to the session"), back), HOME]),
        documents=(session_calendar(entry, now),),
    )


def _standing(entry: CalendarEntry) -> Words:
    neutral = t("The entry names neither the topic nor a person.") if entry.session.confidential else None
    return lines(
        t("<b>Open the file above</b>, and {at:datetime} stands in your calendar, with two alarms.", at=entry.session.starts_at),
        neutral,
        t("If the session is moved or cancelled later, fetch the file again: the same entry is brought up to date."),
    )


def _cancelled() -> Words:
    return t("This session does not take place any more. Open the file above to take it out of your calendar.")


def none_of_yours() -> Screen:
    return Screen(
        words=t("There is no booked session of yours with this number, so there is nothing for your calendar."),
        rows=column([button(t("🗓 My sessions"), ShowSessions()), HOME]),
    )
