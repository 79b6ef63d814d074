"""The year of each track."""

from bot.routes import on_command, on_tap
from bot.screens import year_plan as screens
from bot.screens.screen import Screen
from bot.screens.year_taps import ShowYear
from bot.turn import Turn
from programme.seoul import seoul_day
from programme.year_plan import year_plan
from services.calls import AllCalls

YEARS = range(2000, 2101)  # those a call file can be of


@on_command("calendar")
async def show_this_year(turn: Turn, command: object) -> Screen:
    return await show_year(turn, ShowYear())


@on_tap(ShowYear)
async def show_year(turn: Turn, wish: ShowYear) -> Screen:
    today = seoul_day(turn.work.now)
    plan = year_plan(await AllCalls()(turn.work), wish.year if wish.year in YEARS else today.year)
    return screens.year(plan, today, wish.page)
