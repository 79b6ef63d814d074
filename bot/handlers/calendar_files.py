"""The file that puts a session into the calendar of a phone."""

from bot.routes import on_tap
from bot.screens import calendar_files as screens
from bot.screens.calendar_files import AskCalendarFile
from bot.screens.screen import Screen
from bot.turn import Turn
from services.session_calendars import SessionCalendar


@on_tap(AskCalendarFile)
async def ask(turn: Turn, wish: AskCalendarFile) -> Screen:
    entry = await SessionCalendar(person=turn.person.id, session=wish.session)(turn.work)
    return screens.none_of_yours() if entry is None else screens.as_file(entry, turn.person.id, turn.work.now)
