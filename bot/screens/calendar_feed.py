"""The public calendar as a file for the calendar of a phone."""

from collections.abc import Sequence

from bot.documents.public_calendar import public_calendar
from bot.screens.notice_taps import GetCalendar
from bot.screens.screen import Button, Screen, button, column
from bot.screens.taps import ShowCalls
from bot.screens.ways import HOME
from bot.screens.year_taps import ShowYear
from bot.words import lines, t, tn
from services.public_calendar import FeedEntry


def feed_button() -> Button:
    return button(t("📥 Calendar file"), GetCalendar())


def as_file(entries: Sequence[FeedEntry]) -> Screen:
    rows = column([button(t("🗓 The year at a glance"), ShowYear()), button(t("◀ Calls and dates"), ShowCalls()), HOME])
    standing = sum(entry.stands for entry in entries)
    if not standing:
        return Screen(words=t("There is no date yet that could go into a calendar."), rows=rows)
    return Screen(
        words=lines(
            t("<b>Open the file above</b>, and all dates stand in your calendar."),
            tn("It holds {count} date.", "It holds {count} dates.", standing),
            t("When a date moves, I say so. Fetch the file again then: the same entries are brought up to date."),
        ),
        rows=rows,
        documents=(public_calendar(entries),),
    )
