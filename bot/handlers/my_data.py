"""What is kept about a person, for them to see and to take along."""

from bot.routes import on_command, on_tap
from bot.screens import my_data
from bot.screens.my_data import GetMyData, ShowMyData
from bot.screens.screen import Screen
from bot.turn import Turn
from services.my_data import ExportMyData, WhatIsKept


@on_command("mydata")
@on_tap(ShowMyData)
async def show(turn: Turn, wish: object) -> Screen:
    return my_data.page(await WhatIsKept(person=turn.person.id)(turn.work))


@on_tap(GetMyData)
async def get(turn: Turn, wish: GetMyData) -> Screen:
    return my_data.as_file(await ExportMyData(by=turn.person.id)(turn.work), turn.language)
