"""The public calendar as a file."""

from bot.routes import on_tap
from bot.screens import calendar_feed as screens
from bot.screens.notice_taps import GetCalendar
from bot.screens.screen import Screen
from bot.turn import Turn
from services.public_calendar import CalendarFeed


@on_tap(GetCalendar)
async def get(turn: Turn, wish: GetCalendar) -> Screen:
    return screens.as_file(await CalendarFeed()(turn.work))
