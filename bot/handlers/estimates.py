"""Estimates: seeing them again, "what if", keeping one."""

from dataclasses import replace

from bot.home import home
from bot.questions import cost
from bot.questions.calls import reference
from bot.questions.known_answers import TO_CHANGE, TO_COMPARE
from bot.routes import on_link, on_tap
from bot.screens import results, subsidy
from bot.screens.reckoning import Sum
from bot.screens.result_taps import ChangeEstimate, EstimateOther, KeepWhatIf, OnProject, ShowEstimate, WhatIf
from bot.screens.subsidy import MOST, MOST_MEMBERS
from bot.turn import Begin, Shown, Turn
from programme.subsidy import Project
from services.calls import CallVersion
from services.results import MyResults, Reckon
from services.subsidy import Estimate, KeptEstimate


@on_link("e")
async def follow(turn: Turn, token: str) -> Shown:
    return await _shown(turn, token)


@on_tap(ShowEstimate)
async def show(turn: Turn, wish: ShowEstimate) -> Shown:
    return await _shown(turn, wish.token)


async def _shown(turn: Turn, token: str) -> Shown:
    kept = await Estimate(token=token)(turn.work)
    if kept is None:
        return await home(turn, results.gone())
    return subsidy.mine(_sum(kept)) if kept.person == turn.person.id else subsidy.shared(_sum(kept))


def _sum(kept: KeptEstimate) -> Sum:
    return Sum(call=kept.call, project=kept.project, token=kept.token)


@on_tap(WhatIf)
async def what_if(turn: Turn, wish: WhatIf) -> Shown:
    found = await _supposed(turn, wish)
    return subsidy.what_if(found) if found else await home(turn, results.gone())


@on_tap(KeepWhatIf)
async def keep(turn: Turn, wish: KeepWhatIf) -> Shown:
    found = await _supposed(turn, wish)
    if found is None:
        return await home(turn, results.gone())
    call = found.call
    newest = next(iter((await MyResults(person=turn.person.id)(turn.work)).kept), None)
    if isinstance(newest, KeptEstimate) and _sum(newest) == replace(found, token=newest.token):
        return subsidy.mine(_sum(newest)).with_notice(results.kept())  # tapped twice, kept once
    kept = await Reckon(by=turn.person.id, call=call.key, version=call.version, project=found.project)(turn.work)
    return subsidy.mine(_sum(kept)).with_notice(results.kept())


async def _supposed(turn: Turn, wish: OnProject) -> Sum | None:
    """The numbers come from a button, so they are as trustworthy as typed ones: only their range is checked."""
    key, _, version = wish.call.partition("@")
    call = await CallVersion(key=key, version=version)(turn.work)
    if call is None or not (0 <= wish.cost <= MOST and 1 <= wish.members <= MOST_MEMBERS):
        return None
    return Sum(call=call, project=Project(total=wish.cost, members=wish.members, includes_vat=wish.vat))


@on_tap(ChangeEstimate)
async def change(turn: Turn, wish: ChangeEstimate) -> Shown:
    return await _again(turn, wish.token, TO_CHANGE)


@on_tap(EstimateOther)
async def under_another_call(turn: Turn, wish: EstimateOther) -> Shown:
    return await _again(turn, wish.token, TO_COMPARE)


async def _again(turn: Turn, token: str, came_back: str) -> Shown:
    kept = await Estimate(token=token)(turn.work)
    if kept is None or kept.person != turn.person.id:
        return await home(turn, results.gone())
    call = reference(kept.call) if came_back == TO_CHANGE else None
    seeds = cost.seeds(kept.call, kept.project, came_back=came_back)
    return Begin(story="estimate", subject=f"{came_back} {token}", seeds=seeds, call=call)
