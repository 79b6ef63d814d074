"""A month as a keyboard: a head of weekdays, the days in their columns, the months before and after."""

from calendar import Calendar
from collections.abc import Callable
from datetime import date

from bot.screens.screen import Button, button
from bot.taps import Tap
from bot.words import Words, t, verbatim

WEEK = tuple(date(2024, 1, 1 + n) for n in range(7))  # from a Monday on
FARTHEST = 50  # years
_BLANK = verbatim("·")


def grid(month: date, cell: Callable[[date], Button], *, rest: Tap) -> tuple[tuple[Button, ...], ...]:
    """`month`: any day of it. `rest`: what the head and the empty places do, which a keyboard cannot leave without a wish."""
    head = tuple(button(t("{day:weekday}", day=day), rest) for day in WEEK)
    weeks = Calendar().monthdatescalendar(month.year, month.month)
    return (head, *(tuple(cell(day) if day.month == month.month else button(_BLANK, rest) for day in week) for week in weeks))


def turning(month: date, to: Callable[[date], Tap], *, back: bool, on: bool) -> tuple[Button, ...]:
    """`back`, `on`: whether there is anything before and after."""
    before, after = neighbours(month)
    ways = ((before, back, t("◀ {month:month}", month=before)), (after, on, t("{month:month} ▶", month=after)))
    return tuple(button(label, to(there)) for there, open_, label in ways if open_)


def neighbours(month: date) -> tuple[date, date]:
    """The first days of the months before and after."""
    last = month.replace(month=month.month - 1, day=1) if month.month > 1 else date(month.year - 1, 12, 1)
    following = month.replace(month=month.month + 1, day=1) if month.month < 12 else date(month.year + 1, 1, 1)  # noqa: PLR2004
    return last, following


def last_day(month: date) -> date:
    return date.fromordinal(neighbours(month)[1].toordinal() - 1)


def named(month: date) -> str:
    """As a tap writes it."""
    return f"{month:%Y-%m}"


def read(text: str, *, otherwise: date) -> date:
    """The first day of the month that a tap names; of `otherwise` where it names none, or one beyond a lifetime."""
    try:
        month = date.fromisoformat(f"{text}-01")
    except ValueError:
        return otherwise.replace(day=1)
    return month.replace(day=1) if abs(month.year - otherwise.year) < FARTHEST else otherwise.replace(day=1)


def free(day: date) -> Words:
    return verbatim(f"{day.day} ✓")


def plain(day: date) -> Words:
    return verbatim(str(day.day))
