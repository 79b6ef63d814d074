"""Booking a session on the calendar: a month, a day, and why there is no time."""

from collections import Counter
from datetime import date, timedelta

from bot.routes import on_tap
from bot.screens import booking_times as screens
from bot.screens import month_calendar
from bot.screens.booking_search import AskWhyNone, Search, ShowDay, ShowMonth
from bot.screens.screen import Screen
from bot.turn import Turn
from programme.seoul import seoul_day
from services.advisers import Profiles
from services.free_times import Day, FreeTimes

LOOKED_AHEAD = timedelta(days=42)  # where somebody asks why there is no time at all


@on_tap(ShowMonth)
async def show_month(turn: Turn, wish: ShowMonth) -> Screen:
    """Where no month is named: this one, or the next where that is the first with free days."""
    today = _today(turn)
    first = month_calendar.read(wish.month, otherwise=today)
    shown = await _of_month(turn, wish, first)
    if not wish.month and not any(one.slots for one in shown):
        following = await _of_month(turn, wish, month_calendar.neighbours(first)[1])
        shown = following if any(one.slots for one in following) else shown
    return await _shows(turn, wish, shown)


@on_tap(ShowDay)
async def show_day(turn: Turn, wish: ShowDay) -> Screen:
    """Of an old keyboard, too: a day whose times have gone brings the month as it is now, and why."""
    day = _read(wish.day, _today(turn))
    (found,) = await _days(turn, wish, day, day)
    if found.slots:
        those = await Profiles(people=(wish.consultant, *(one.consultant for one in found.slots)))(turn.work)
        return screens.times(wish, day, found.slots, those)
    shown = await _shows(turn, wish, await _of_month(turn, wish, day.replace(day=1)))
    return shown.with_notice(screens.why_not(day, found.why), alert=True)


@on_tap(AskWhyNone)
async def ask_why_none(turn: Turn, wish: AskWhyNone) -> Screen:
    """From today on, or in the rest of a month."""
    today = _today(turn)
    first = max(month_calendar.read(wish.month, otherwise=today), today) if wish.month else today
    last = month_calendar.last_day(first) if wish.month else today + LOOKED_AHEAD
    days = await _days(turn, wish, first, last)
    those = await Profiles(people=(wish.consultant,))(turn.work)
    found = Counter(one.why for one in days if one.why is not None)
    return screens.why_none(wish, found, those, last, free=sum(bool(one.slots) for one in days))


async def _of_month(turn: Turn, wish: Search, first: date) -> tuple[Day, ...]:
    return await _days(turn, wish, first, month_calendar.last_day(first))


async def _shows(turn: Turn, wish: Search, days: tuple[Day, ...]) -> Screen:
    those = await Profiles(people=(wish.consultant,))(turn.work)
    return screens.month(wish, days, those, _today(turn))


async def _days(turn: Turn, wish: Search, first: date, last: date) -> tuple[Day, ...]:
    found = await FreeTimes(person=turn.person.id, **screens.looked_for(wish), first=first, last=last)(turn.work)
    return found.days


def _today(turn: Turn) -> date:
    return seoul_day(turn.work.now)


def _read(text: str, today: date) -> date:
    """Today for what is no day, or one beyond a lifetime."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return today
    return day if abs(day.year - today.year) < month_calendar.FARTHEST else today
