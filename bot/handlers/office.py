"""The office's desk."""

from bot.routes import on_tap
from bot.screens import office as screens
from bot.screens.office_taps import ShowOffice
from bot.screens.screen import Screen
from bot.turn import Turn
from services.front import AtTheFront


@on_tap(ShowOffice)
async def show(turn: Turn, wish: ShowOffice) -> Screen:
    found = await AtTheFront(person=turn.person.id)(turn.work)
    if found.coordinator:
        return screens.office(found)
    return screens.to_read() if found.reads else screens.for_coordinators()
