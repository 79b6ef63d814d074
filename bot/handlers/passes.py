"""The picture somebody shows at the door, its link, and the code on the wall."""

from bot.happenings import Commanded
from bot.routes import on_command, on_link, on_tap
from bot.screens import door_results
from bot.screens import passes as screens
from bot.screens.check_in_taps import HereAt, ShowPass
from bot.screens.screen import Screen
from bot.taps import numbered
from bot.turn import Begin, Shown, Turn
from programme.check_in import WhyNot
from services.check_in import CheckIn, NotIn
from services.check_in_desk import MyPass, NoPass
from services.self_check_in import CheckInHere


@on_tap(ShowPass)
async def show_pass(turn: Turn, wish: ShowPass) -> Screen:
    found = await MyPass(person=turn.person.id, event=wish.event)(turn.work)
    return screens.no_entry(found) if isinstance(found, NoPass) else screens.entry(found)


@on_link("ci")
async def scanned(turn: Turn, rest: str) -> Screen:
    """A coordinator's camera read it. Anybody else is told what it is."""
    outcome = await CheckIn(by=turn.person.id, code=rest)(turn.work)
    if isinstance(outcome, NotIn) and outcome.why is WhyNot.NOT_A_COORDINATOR:
        return screens.own_code() if outcome.own_code else screens.for_coordinators()
    return door_results.at_the_door(outcome)


@on_link("w")
async def read_from_the_wall(turn: Turn, rest: str) -> Screen:
    event, _, code = rest.partition("_")
    return await _here(turn, code, numbered(event))


@on_command("here")
async def here(turn: Turn, command: Commanded) -> Shown:
    """`/here 482913`, or the question for it."""
    return await _here(turn, command.argument, None) if command.argument else Begin(story=screens.HERE)


@on_tap(HereAt)
async def here_at(turn: Turn, wish: HereAt) -> Screen:
    return await _here(turn, wish.code, wish.event)


async def _here(turn: Turn, typed: str, event: int | None) -> Screen:
    return screens.here(await CheckInHere(by=turn.person.id, typed=typed, event=event)(turn.work))
