"""A consultant's hours: looking at them, and what is changed by one tap. Changes that take something away are stories."""

from datetime import date
from typing import assert_never

from bot.routes import on_tap
from bot.screens import month_calendar, my_days
from bot.screens import my_hours as screens
from bot.screens.hours_taps import MINE, ChangeWorkDay, ShowExceptions, ShowMyHours, ShowWorkDay, ShowWorkMonth, UnblockTime
from bot.screens.screen import Screen
from bot.turn import Begin, Shown, Turn
from bot.words import Words
from programme.hours_changes import FARTHEST
from programme.seoul import seoul_day
from services.hours_changes import NotBlocked, Unblocked, UnblockHours
from services.working_hours import DayOf, HoursOf, MonthOf, NotTheirs


def _of(turn: Turn, consultant: int) -> int:
    return turn.person.id if consultant == MINE else consultant


@on_tap(ShowMyHours)
async def show(turn: Turn, wish: ShowMyHours) -> Screen:
    found = await HoursOf(by=turn.person.id, consultant=_of(turn, wish.consultant))(turn.work)
    return screens.not_theirs() if isinstance(found, NotTheirs) else screens.overview(found)


@on_tap(ShowExceptions)
async def show_exceptions(turn: Turn, wish: ShowExceptions) -> Screen:
    return await _exceptions(turn, wish.consultant, wish.page)


async def _exceptions(turn: Turn, consultant: int, page: int = 0, said: Words | None = None) -> Screen:
    found = await HoursOf(by=turn.person.id, consultant=_of(turn, consultant))(turn.work)
    return screens.not_theirs() if isinstance(found, NotTheirs) else screens.exceptions(found, page, said)


@on_tap(UnblockTime)
async def unblock(turn: Turn, wish: UnblockTime) -> Screen:
    outcome = await UnblockHours(by=turn.person.id, consultant=_of(turn, wish.consultant), number=wish.number)(turn.work)
    match outcome:
        case Unblocked():
            return await _exceptions(turn, wish.consultant, said=screens.unblocked())
        case NotBlocked():
            return await _exceptions(turn, wish.consultant, said=screens.not_blocked())
        case NotTheirs():
            return screens.not_theirs()
        case _:
            assert_never(outcome)


@on_tap(ShowWorkMonth)
async def show_month(turn: Turn, wish: ShowWorkMonth) -> Screen:
    month = month_calendar.read(wish.month, otherwise=seoul_day(turn.work.now))
    found = await MonthOf(by=turn.person.id, consultant=_of(turn, wish.consultant), month=month)(turn.work)
    return screens.not_theirs() if isinstance(found, NotTheirs) else my_days.month(found)


@on_tap(ShowWorkDay)
async def show_day(turn: Turn, wish: ShowWorkDay) -> Screen:
    found = await DayOf(by=turn.person.id, consultant=_of(turn, wish.consultant), day=_day(turn, wish.day))(turn.work)
    return screens.not_theirs() if isinstance(found, NotTheirs) else my_days.day(found)


@on_tap(ChangeWorkDay)
async def change_day(turn: Turn, wish: ChangeWorkDay) -> Shown:
    about = "" if wish.consultant == MINE else str(wish.consultant)
    return Begin(story="day_hours", subject=about, seeds={"day": _day(turn, wish.day).isoformat()})


def _day(turn: Turn, text: str) -> date:
    """The day a tap names; today where it names none, or one that is years away."""
    today = seoul_day(turn.work.now)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return today
    return day if abs(day - today) <= 2 * FARTHEST else today
