"""A session as a calendar file."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.documents.document import Document, MadeFile, file_name
from bot.documents.ical import ICS, alarms, calendar, entry, printable
from bot.documents.registry import document
from bot.screens.consulting import kind_name, topic_name, way_name
from bot.words import Words, lines, t
from programme.topics import Way
from services.session_calendars import CalendarEntry
from storage.consultants import Calling

if TYPE_CHECKING:
    from icalendar import Calendar, Event

ALARMS = (timedelta(days=-1), timedelta(hours=-1))  # as the reminders of the bot


@document("session_calendar")
@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile(Document):
    """Times as ISO. `whom`: the other side. Of a confidential session neither topic nor names get into a calendar, which others may see."""

    uid: str
    sequence: int
    number: int
    starts_at: str
    ends_at: str
    written_at: str
    stands: bool
    confidential: bool
    calling: str
    topic: str
    way: str
    whom: str
    where: str
    link: str

    def made(self, language: str) -> MadeFile:
        name = file_name(t("Session {number}", number=self.number).in_(language), ".ics")
        return MadeFile(name=name, content=self._calendar(language).to_ical(), media_type=ICS)

    def _calendar(self, language: str) -> "Calendar":
        return calendar("Sessions", [self._event(language)], stands=self.stands)

    def _event(self, language: str) -> "Event":
        event = entry(
            uid=self.uid,
            sequence=self.sequence,
            written_at=self.written_at,
            starts_at=self.starts_at,
            ends_at=self.ends_at,
            status="CONFIRMED" if self.stands else "CANCELLED",
            language=language,
        )
        event.add("summary", self._title().in_(language))
        event.add("description", self._text().in_(language))
        if self.where:
            event.add("location", self.where)
        if self.link:
            event.add("url", self.link)
        for alarm in alarms(self._title(), language, ALARMS) if self.stands else ():
            event.add_component(alarm)
        return event

    def _title(self) -> Words:
        if self.confidential:
            return t("Appointment")
        facts = {"calling": kind_name(Calling(self.calling)), "topic": topic_name(self.topic)}
        return t("{calling}: {topic} – {whom}", whom=self.whom, **facts) if self.whom else t("{calling}: {topic}", **facts)

    def _text(self) -> Words:
        how = t("To move or cancel it, open the chat with the bot. Then ask for this file again: it brings this entry up to date.")
        if self.confidential:
            return how
        return lines(t("Session {number} · {way}", number=self.number, way=way_name(self.way)), how)


def session_calendar(one: CalendarEntry, now: datetime) -> CalendarFile:
    """`now`: of two files with the same sequence, calendars keep the later one, as when only the place was corrected."""
    session = one.session
    return CalendarFile(
        uid=session.uid,
        sequence=session.sequence,
        number=session.id,
        starts_at=session.starts_at.isoformat(),
        ends_at=session.ends_at.isoformat(),
        written_at=now.replace(microsecond=0).isoformat(),
        stands=one.stands,
        confidential=session.confidential,
        calling=session.calling,
        topic=session.topic,
        way=session.way,
        whom="" if session.confidential else one.shop or one.by.name,
        where=_where(one),
        link=printable(one.by.link) if session.way == Way.VIDEO else "",
    )


def _where(one: CalendarEntry) -> str:
    """The address alone where the name of a place would tell what it is about."""
    if one.session.way != Way.SITE:
        return ""
    parts = (one.by.address,) if one.session.confidential else (one.by.place, one.by.address)
    return ", ".join(part for part in parts if part)
