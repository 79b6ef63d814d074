"""An event as a calendar file: one entry a date, each with a name of its own that stays when it is moved."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.documents.document import Document, MadeFile, file_name
from bot.documents.ical import ICS, alarms, calendar, entry, printable
from bot.documents.registry import document
from bot.words import Words, t, told
from programme.events import Answer, Reminder
from services.event_calendars import Certainty, EventEntry

if TYPE_CHECKING:
    from icalendar import Event

ALARMS = {Reminder.WEEK: timedelta(days=-7), Reminder.DAY: timedelta(days=-1), Reminder.HOURS: timedelta(hours=-2)}


@document("event_calendar")
@dataclass(frozen=True, slots=True, kw_only=True)
class EventCalendarFile(Document):
    """Times as ISO; `title` by language, as pairs; `reminders`: the values of those the event has; `link`: "" for who does not come."""

    uid: str
    sequence: int
    number: int
    dates: tuple[tuple[str, str], ...]
    written_at: str
    certainty: str
    title: tuple[tuple[str, str], ...]
    where: str
    link: str
    reminders: tuple[str, ...]

    def made(self, language: str) -> MadeFile:
        name = file_name(t("Event {number}", number=self.number).in_(language), ".ics")
        entries = [self._entry(place, starts_at, ends_at, language) for place, (starts_at, ends_at) in enumerate(self.dates)]
        whole = calendar("Events", entries, stands=self.certainty != Certainty.GONE)
        return MadeFile(name=name, content=whole.to_ical(), media_type=ICS)

    def _entry(self, place: int, starts_at: str, ends_at: str, language: str) -> "Event":
        event = entry(
            uid=f"{place}-{self.uid}",
            sequence=self.sequence,
            written_at=self.written_at,
            starts_at=starts_at,
            ends_at=ends_at,
            status=self.certainty,
            language=language,
        )
        event.add("summary", self._summary(place).in_(language))
        event.add("description", _how().in_(language))
        if self.where:
            event.add("location", self.where)
        if self.link:
            event.add("url", self.link)
        if self.certainty != Certainty.GONE:
            for alarm in alarms(self._summary(place), language, [ALARMS[Reminder(one)] for one in self.reminders]):
                event.add_component(alarm)
        return event

    def _summary(self, place: int) -> Words:
        title = told(dict(self.title))
        return t("{title} ({n} of {all})", title=title, n=place + 1, all=len(self.dates)) if len(self.dates) > 1 else title


def _how() -> Words:
    return t("To change your answer, open the chat with the bot. Then ask for this file again: it brings this entry up to date.")


def event_calendar(one: EventEntry, now: datetime) -> EventCalendarFile:
    event = one.event
    return EventCalendarFile(
        uid=event.uid,
        sequence=one.sequence,
        number=event.id,
        dates=tuple((date.starts_at.isoformat(), date.ends_at.isoformat()) for date in one.dates),
        written_at=now.replace(microsecond=0).isoformat(),
        certainty=one.certainty.value,
        title=tuple(sorted(event.title.items())),
        where=event.where,
        link=printable(event.link) if one.mine.answer is Answer.COMING else "",
        reminders=tuple(part.value for part in event.reminders),
    )
