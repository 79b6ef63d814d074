"""What waits for me today at the office."""

from bot.routes import on_command, on_tap
from bot.screens import today as screens
from bot.screens import today_announcements, today_lines  # noqa: F401 - say what the lines say
from bot.screens.screen import Screen
from bot.screens.today_taps import ShowToday, TurnMornings
from bot.turn import Turn
from bot.words import Words
from services.mornings import HasMornings, TurnMorning
from services.today import NotOfTheOffice, Today


@on_command("today")
async def today(turn: Turn, wish: object) -> Screen:
    return await _today(turn)


@on_tap(ShowToday)
async def show(turn: Turn, wish: ShowToday) -> Screen:
    return await _today(turn, wish.page)


@on_tap(TurnMornings)
async def turn_mornings(turn: Turn, wish: TurnMornings) -> Screen:
    outcome = await TurnMorning(by=turn.person.id, off=wish.off)(turn.work)
    if isinstance(outcome, NotOfTheOffice):
        return screens.for_the_office()
    return await _today(turn, said=screens.turned(off=outcome.off))


async def _today(turn: Turn, page: int = 0, said: Words | None = None) -> Screen:
    found = await Today(person=turn.person.id, page=page)(turn.work)
    if isinstance(found, NotOfTheOffice):
        return screens.for_the_office()
    return screens.today(found, mornings=await HasMornings(person=turn.person.id)(turn.work), said=said)
