"""How much would we get? The cost, by one sum or by field, and the members who share the rest; the estimate is kept."""

from bot.dialogue.ask import Ask
from bot.dialogue.sealing import VALUE
from bot.dialogue.story import story
from bot.questions.calls import which_call
from bot.questions.cost import project_of
from bot.questions.known_answers import CAME_BACK, TO_CHANGE, TO_COMPARE
from bot.screens import call_choice, project, subsidy
from bot.screens.reckoning import Sum
from bot.screens.screen import Screen
from services.office import Deed
from services.results import Reckon
from services.subsidy import KeptEstimate


@story("estimate", project.title())
async def how_much(ask: Ask) -> Deed[KeptEstimate] | Screen:
    came_back = ask.draft.answers.get(CAME_BACK, {}).get(VALUE)
    call = await which_call(ask, always_ask=came_back == TO_COMPARE)
    if call is None:
        return call_choice.no_calls()
    planned = await project_of(ask, call)
    if came_back == TO_CHANGE:
        await ask.sure(project.what_to_change(), yes=project.reckon_again())
    return Reckon(by=ask.person.id, call=call.key, version=call.version, project=planned)


@how_much.ends
def reckoned(kept: KeptEstimate) -> Screen:
    return subsidy.mine(Sum(call=kept.call, project=kept.project, token=kept.token))
