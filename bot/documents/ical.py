"""What calendar files have in common (iCalendar, RFC 5545): the head, Seoul's clocks, and who publishes them."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.words import t
from programme.seoul import SEOUL

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Timezone

ICS = "text/calendar"
ORGANIZER = "mailto:no-reply@golmok.invalid"  # RFC 5546 wants one where something is published or cancelled; nobody can be written to
_FROM = datetime(1970, 1, 1)  # noqa: DTZ001 - local time of the zone it defines


def calendar(about: str, method: str) -> "Calendar":
    """Without entries. `about`: what the file holds, as its product's name; `method`: PUBLISH or CANCEL."""
    from icalendar import Calendar  # noqa: PLC0415 - only where a file is made

    empty = Calendar()
    empty.add("prodid", f"-//Golmok//{about}//KO")
    empty.add("version", "2.0")
    empty.add("calscale", "GREGORIAN")
    empty.add("method", method)
    empty.add_component(_seoul())
    return empty


def event(uid: str, sequence: int, written_at: datetime, language: str, *, stands: bool) -> "Event":
    """Named, numbered and signed; when and what it is comes from elsewhere. `stands` false: calendars are to take it out."""
    from icalendar import Event, vCalAddress  # noqa: PLC0415

    entry = Event()
    entry.add("uid", uid)
    entry.add("sequence", sequence)
    entry.add("dtstamp", written_at)
    entry.add("status", "CONFIRMED" if stands else "CANCELLED")
    entry.add("organizer", vCalAddress(ORGANIZER), parameters={"CN": t("Golmok").in_(language)})
    return entry


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
