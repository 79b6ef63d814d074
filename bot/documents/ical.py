"""What every calendar file has (iCalendar, RFC 5545): opened again, it brings the entries it put down up to date."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.words import Words, t
from programme.seoul import SEOUL, seoul_time

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event, Timezone

ICS = "text/calendar"
ORGANIZER = "mailto:no-reply@golmok.invalid"  # RFC 5546 wants one where something is published or cancelled; nobody can be written to
_FROM = datetime(1970, 1, 1)  # noqa: DTZ001 - local time of the zone it defines


def calendar(product: str, entries: "Iterable[Event]", *, stands: bool) -> "Calendar":
    """`product`: names what made it; `stands` false: everything in it is to be taken out."""
    from icalendar import Calendar  # noqa: PLC0415 - only where a file is made

    made = Calendar()
    made.add("prodid", f"-//Golmok//{product}//KO")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH" if stands else "CANCEL")
    made.add_component(_seoul())
    for entry in entries:
        made.add_component(entry)
    return made


def named(uid: str, sequence: int, written_at: datetime, status: str, language: str) -> "Event":
    """Named, numbered and signed; when and what it is comes from elsewhere. Of two with the same sequence, calendars keep the one written
    later.
    """
    from icalendar import Event, vCalAddress  # noqa: PLC0415

    made = Event()
    made.add("uid", uid)
    made.add("sequence", sequence)
    made.add("dtstamp", written_at)
    made.add("status", status)
    made.add("organizer", vCalAddress(ORGANIZER), parameters={"CN": t("Golmok").in_(language)})
    return made


def entry(*, uid: str, sequence: int, written_at: str, starts_at: str, ends_at: str, status: str, language: str) -> "Event":
    """A person's own appointment. Times as ISO."""
    made = named(uid, sequence, datetime.fromisoformat(written_at), status, language)
    made.add("dtstart", seoul_time(datetime.fromisoformat(starts_at)))
    made.add("dtend", seoul_time(datetime.fromisoformat(ends_at)))
    made.add("class", "PRIVATE")
    return made


def alarms(title: Words, language: str, before: Iterable[timedelta]) -> "Iterator[Alarm]":
    """`before`: negative, from the beginning on."""
    from icalendar import Alarm  # noqa: PLC0415

    for moment in before:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title.in_(language))
        alarm.add("trigger", moment)
        yield alarm


def printable(link: str) -> str:
    return "".join(letter for letter in link if letter.isprintable() and letter != " ")


def _seoul() -> "Timezone":
    """Seoul's clocks have not been changed since 1988."""
    from icalendar import Timezone, TimezoneStandard  # noqa: PLC0415

    standard = TimezoneStandard()
    standard.add("dtstart", _FROM)
    standard.add("tzname", "KST")
    standard.add("tzoffsetfrom", timedelta(hours=9))
    standard.add("tzoffsetto", timedelta(hours=9))
    zone = Timezone()
    zone.add("tzid", SEOUL.key)
    zone.add_component(standard)
    return zone
