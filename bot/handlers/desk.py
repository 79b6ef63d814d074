"""The tax and accounting desk."""

from bot.routes import on_tap
from bot.screens import desk as screens
from bot.screens.desk_taps import ShowDesk
from bot.screens.screen import Screen
from bot.turn import Turn
from programme.topics import DESK


@on_tap(ShowDesk)
async def show(turn: Turn, wish: ShowDesk) -> Screen:
    return screens.desk(wish.topic) if wish.topic in DESK else screens.no_such_desk()
