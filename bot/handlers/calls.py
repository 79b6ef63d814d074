"""Calls and dates: the list, one call, and beginning by its rules."""

from bot.home import home
from bot.questions.calls import reference
from bot.routes import on_tap
from bot.screens import calls as screens
from bot.screens.calls import Part
from bot.screens.result_taps import CheckByCall, EstimateByCall, ShowCallPart
from bot.screens.screen import Screen
from bot.screens.taps import ShowCall, ShowCalls
from bot.turn import Begin, Shown, Turn
from programme.call import Call
from services.calls import AllCalls
from services.coordinators import may_answer
from services.subscriptions import MySubscriptions


@on_tap(ShowCalls)
async def list_calls(turn: Turn, wish: ShowCalls) -> Screen:
    asked = (await MySubscriptions(person=turn.person.id)(turn.work)).asked
    return screens.listed(await AllCalls()(turn.work), turn.work.now, past=wish.past, asks=not asked)


@on_tap(ShowCall)
async def show(turn: Turn, wish: ShowCall) -> Shown:
    return await _shown(turn, wish.key, Part.TERMS)


@on_tap(ShowCallPart)
async def show_part(turn: Turn, wish: ShowCallPart) -> Shown:
    part = next((part for part in Part if part.value == wish.part), Part.TERMS)
    return await _shown(turn, wish.key, part)


async def _shown(turn: Turn, key: str, part: Part) -> Shown:
    call = await _found(turn, key)
    if call is None:
        return await home(turn, screens.gone())
    return screens.one(call, turn.work.now, part, office=await may_answer(turn.work, turn.person.id))


@on_tap(CheckByCall)
async def check(turn: Turn, wish: CheckByCall) -> Shown:
    return await _begun(turn, wish.key, "pre_check")


@on_tap(EstimateByCall)
async def estimate(turn: Turn, wish: EstimateByCall) -> Shown:
    return await _begun(turn, wish.key, "estimate")


async def _begun(turn: Turn, key: str, story: str) -> Shown:
    """A draft for each version of a call: it can be put aside and taken up again like any other."""
    call = await _found(turn, key)
    if call is None:
        return await home(turn, screens.gone())
    return Begin(story=story, subject=reference(call), call=reference(call))


async def _found(turn: Turn, key: str) -> Call | None:
    return next((call for call in await AllCalls()(turn.work) if call.key == key), None)
