"""All windows, stages and events as one calendar file: opened again later, it brings the same entries up to date."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import orjson

from bot.documents import ical
from bot.documents.document import Document, MadeFile, file_name
from bot.documents.registry import document
from bot.screens.subscriptions import subject_name
from bot.screens.wording import bilingual, worded
from bot.words import Words, t
from programme.seoul import seoul_time
from programme.stages import Stage
from programme.subscriptions import Subject
from services.public_calendar import FeedEntry

if TYPE_CHECKING:
    from icalendar import Event


@document("public_calendar")
@dataclass(frozen=True, slots=True, kw_only=True)
class PublicCalendar(Document):
    """`entries`: JSON, a list of feed entries with their times as ISO."""

    entries: str

    def made(self, language: str) -> MadeFile:
        entries = [_event(_read(entry), language) for entry in orjson.loads(self.entries)]
        calendar = ical.calendar("Calls and events", entries, stands=True)
        calendar.add("x-wr-calname", t("Golmok: calls and events").in_(language))
        return MadeFile(name=file_name(t("Golmok calendar").in_(language), ".ics"), content=calendar.to_ical(), media_type=ical.ICS)


def public_calendar(entries: Sequence[FeedEntry]) -> PublicCalendar:
    return PublicCalendar(entries=orjson.dumps([asdict(entry) for entry in entries]).decode())


def _read(entry: dict[str, Any]) -> FeedEntry:
    days = {name: date.fromisoformat(entry[name]) for name in ("first", "last")}
    moments = {name: datetime.fromisoformat(entry[name]) if entry[name] else None for name in ("changed_at", "starts_at", "ends_at")}
    known = {field.name for field in fields(FeedEntry)}
    return FeedEntry(**{name: value for name, value in (entry | days | moments).items() if name in known})


def _event(entry: FeedEntry, language: str) -> "Event":
    status = "CONFIRMED" if entry.stands else "CANCELLED"
    event = ical.named(entry.uid, entry.sequence, entry.changed_at.replace(microsecond=0), status, language)
    if entry.starts_at is not None and entry.ends_at is not None:
        event.add("dtstart", seoul_time(entry.starts_at))
        event.add("dtend", seoul_time(entry.ends_at))
    else:
        event.add("dtstart", entry.first)
        event.add("dtend", entry.last + timedelta(days=1))  # the first day after it, as RFC 5545 counts
    event.add("summary", _title(entry).in_(language))
    event.add("description", _text(entry).in_(language))
    event.add("transp", "TRANSPARENT")  # nobody is busy for a whole intake
    if entry.where:
        event.add("location", entry.where)
    if entry.url:
        event.add("url", entry.url)
    return event


def _title(entry: FeedEntry) -> Words:
    facts = {"what": _what(entry.what), "title": bilingual(entry.title_ko, entry.title_en)}
    return t("{what}, round {n}: {title}", n=entry.round, **facts) if entry.round else t("{what}: {title}", **facts)


def _what(what: str) -> Words:
    """A stage of a call, or the kind of an event."""
    return worded(Stage(what).wording) if what in set(Stage) else subject_name(Subject(what))


def _text(entry: FeedEntry) -> Words:
    if entry.exact:
        return t("From the chat with Golmok. When the date moves, fetch the file there again.")
    return t("Only the month or the quarter is known. From the chat with Golmok.")
