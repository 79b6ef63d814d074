"""Kept checks and estimates: seeing them again, sharing, going on from them, deleting them."""

from bot.home import home
from bot.questions import known_answers
from bot.questions.calls import reference
from bot.questions.known_answers import TO_CHANGE, TO_COMPARE
from bot.routes import on_link, on_tap
from bot.screens import eligibility, results
from bot.screens.result_taps import AskToDelete, ChangeAnswer, CheckOther, Delete, EstimateFor, ShowResult
from bot.screens.screen import Screen
from bot.screens.taps import ShowMyResults
from bot.turn import Begin, Shown, Turn
from services.eligibility import Assessment, KeptAssessment
from services.results import Deleted, DeleteResult, MyResults


@on_tap(ShowMyResults)
async def list_mine(turn: Turn, wish: ShowMyResults) -> Screen:
    return results.listed(await MyResults(person=turn.person.id, page=wish.page)(turn.work))


@on_link("r")
async def follow(turn: Turn, token: str) -> Shown:
    return await _shown(turn, token)


@on_tap(ShowResult)
async def show(turn: Turn, wish: ShowResult) -> Shown:
    return await _shown(turn, wish.token)


async def _shown(turn: Turn, token: str) -> Shown:
    kept = await Assessment(token=token)(turn.work)
    if kept is None:
        return await home(turn, results.gone())
    card = results.card(kept)
    return eligibility.mine(card) if kept.person == turn.person.id else eligibility.shared(card)


@on_tap(ChangeAnswer)
async def change(turn: Turn, wish: ChangeAnswer) -> Shown:
    return await _again(turn, wish.token, TO_CHANGE)


@on_tap(CheckOther)
async def check_other(turn: Turn, wish: CheckOther) -> Shown:
    return await _again(turn, wish.token, TO_COMPARE)


async def _again(turn: Turn, token: str, came_back: str) -> Shown:
    """A draft of its own, so that another one that is open stays."""
    kept = await _mine(turn, token)
    if kept is None:
        return await home(turn, results.gone())
    call = reference(kept.call) if came_back == TO_CHANGE else None
    seeds = known_answers.seeds(kept.call, kept.answers, came_back=came_back)
    return Begin(story="pre_check", subject=f"{came_back} {token}", seeds=seeds, call=call)


@on_tap(EstimateFor)
async def estimate_for(turn: Turn, wish: EstimateFor) -> Shown:
    kept = await _mine(turn, wish.token)
    if kept is None:
        return await home(turn, results.gone())
    seeds: dict[str, object] = {} if kept.answers.members is None else {"members": kept.answers.members}
    return Begin(story="estimate", subject=f"for {wish.token}", seeds=seeds, call=reference(kept.call))


async def _mine(turn: Turn, token: str) -> KeptAssessment | None:
    kept = await Assessment(token=token)(turn.work)
    return kept if kept is not None and kept.person == turn.person.id else None


@on_tap(AskToDelete)
async def ask_to_delete(turn: Turn, wish: AskToDelete) -> Screen:
    return results.really_delete(wish.token)


@on_tap(Delete)
async def delete(turn: Turn, wish: Delete) -> Screen:
    outcome = await DeleteResult(by=turn.person.id, token=wish.token)(turn.work)
    said = results.deleted() if isinstance(outcome, Deleted) else results.gone()
    return results.listed(await MyResults(person=turn.person.id)(turn.work), notice=said)
