"""How many were at the events of a year, for the record of the programme; and the sheets of it."""

from bot.documents.attendance_sheets import attendance_sheet, participation_sheet
from bot.screens.check_in_taps import GetParticipation, ShowParticipation
from bot.screens.door import DOOR
from bot.screens.event_words import kind_name, title_of
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from services.attendance_sheets import EventAttendance, KindFigures, Participation


def participation(found: Participation) -> Screen:
    years = tuple(button(t("{year}", year=str(year)), ShowParticipation(year)) for year in found.years)
    sheet = [button(t("📥 As a sheet"), GetParticipation(found.year))] if found.dates else []
    return Screen(
        words=lines(
            t("<b>📊 Participation {year}</b>", year=str(found.year)),
            *(_kind(one) for one in found.kinds),
            _whole(found),
        ),
        rows=(years, *column([*sheet, *([DOOR] if found.checks_in else []), HOME])),
    )


def _kind(one: KindFigures) -> Words:
    return t(
        "• {kind}: {held}, {people}",
        kind=kind_name(one.kind),
        held=tn("{count} event", "{count} events", one.events),
        people=tn("{count} person", "{count} people", one.people),
    )


def _whole(found: Participation) -> Words:
    if not found.dates:
        return t("No event took place in this year.")
    return lines(
        t("\nTogether: {people}", people=tn("{count} person", "{count} people", found.people)),
        t("Counted at each date: those checked in, the guests they announced, and those without the bot."),
    )


def as_sheet(found: Participation, language: str) -> Screen:
    return Screen(
        words=t("<b>The figures of {year} stand in the file above.</b> It names no people.", year=str(found.year)),
        rows=column([button(t("📊 Participation of the year"), ShowParticipation(found.year)), HOME]),
        documents=(participation_sheet(found, language),),
        stays=True,
    )


def attendance_as_sheet(found: EventAttendance, language: str) -> Screen:
    return Screen(
        words=lines(
            t("<b>Who was at “{title}” stands in the file above.</b>", title=title_of(found.event)),
            t("It names shops and people: keep it in the office."),
        ),
        rows=column([DOOR, HOME]),
        documents=(attendance_sheet(found, language),),
        stays=True,
    )
