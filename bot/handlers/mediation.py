"""Conflict mediation begins with what is confidential about it; it is booked like the rest."""

from bot.routes import on_tap
from bot.screens import mediation as screens
from bot.screens.desk_taps import ShowMediation
from bot.screens.screen import Screen
from bot.turn import Turn
from programme.topics import Topic
from services.advisers import Advisers


@on_tap(ShowMediation)
async def show(turn: Turn, wish: ShowMediation) -> Screen:
    found = await Advisers(person=turn.person.id, topic=Topic.CONFLICT)(turn.work)
    return screens.mediation(len(found))
