"""What is open for this person now."""

from bot.routes import on_tap
from bot.screens import open_events  # noqa: F401 - says what the lines of events say
from bot.screens import open_for_me as screens
from bot.screens.screen import Screen
from bot.screens.year_taps import ShowOpenForMe
from bot.turn import Turn
from services.open_for_me import OpenForMe


@on_tap(ShowOpenForMe)
async def show(turn: Turn, wish: ShowOpenForMe) -> Screen:
    return screens.open_now(await OpenForMe(person=turn.person.id)(turn.work))
