"""Who was at an event, and how many at the events of a year, as workbooks (.xlsx) with headings in the reader's language."""

from bot.documents.workbook import Cell, Tab, Workbook, workbook
from bot.screens.event_words import answer_name, kind_name, title_of
from bot.words import Words, joined, t
from programme.seoul import seoul_time
from services.attendance_sheets import DateFigures, EventAttendance, Participation
from storage.attendance import How
from storage.attendees import Attendee


def attendance_sheet(found: EventAttendance, language: str) -> Workbook:
    """One row a person with a column for each date; and the numbers of each date."""
    dates = tuple(t("{n}. {at:datetime}", n=n, at=date.starts_at) for n, date in enumerate(found.dates, 1))
    people = Tab(
        name=t("Attendance"),
        heads=(t("No."), t("Shop"), t("Name"), t("Answer"), t("Guests"), *dates, t("Dates attended"), t("How noted")),
        rows=tuple(_person(found, one) for one in found.people),
    )
    numbers = Tab(
        name=t("Numbers"),
        heads=(t("Date"), t("Checked in"), t("Without the bot"), t("Deleted since"), t("Together without guests")),
        rows=tuple(_numbers(found, n) for n in range(len(found.dates))),
    )
    return workbook(t("attendance {title}", title=title_of(found.event)), (people, numbers), language)


def _person(found: EventAttendance, one: Attendee) -> tuple[Cell | Words, ...]:
    came = [found.came.get((date.id, one.registration)) for date in found.dates]
    times = [f"{seoul_time(there.at):%H:%M}" if there is not None else "" for there in came]
    hows = dict.fromkeys(there.how for there in came if there is not None)
    how = joined([_HOWS[how] for how in hows], ", ")
    return (one.registration, one.shop, one.name, answer_name(one.answer), one.guests, *times, sum(bool(at) for at in times), how)


_HOWS = {How.CODE: t("entry code scanned"), How.WALL: t("code on the wall"), How.NAME: t("by name")}


def _numbers(found: EventAttendance, n: int) -> tuple[Cell | Words, ...]:
    date = found.dates[n]
    here = sum(1 for number, _ in found.came if number == date.id)
    nameless = found.nameless[date.id]
    return (t("{at:datetime}", at=date.starts_at), here, nameless.walk_ins, nameless.forgotten, here + nameless.total)


def participation_sheet(found: Participation, language: str) -> Workbook:
    """One row a date, and the sums by kind. No names."""
    dates = Tab(
        name=t("Dates"),
        heads=(t("Date"), t("Kind"), t("Title"), t("Registered"), t("Checked in"), t("Guests"), t("Without a name"), t("Together")),
        rows=tuple(_date(one) for one in found.dates),
    )
    kinds = Tab(
        name=t("By kind"),
        heads=(t("Kind"), t("Events"), t("Dates"), t("Participants")),
        rows=tuple((kind_name(one.kind), one.events, one.dates, one.people) for one in found.kinds),
    )
    return workbook(t("participation {year}", year=str(found.year)), (dates, kinds), language)


def _date(one: DateFigures) -> tuple[Cell | Words, ...]:
    at = t("{at:datetime}", at=one.date.starts_at)
    return (at, kind_name(one.event.kind), title_of(one.event), one.coming, one.here, one.guests, one.nameless, one.people)
