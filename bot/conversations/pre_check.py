"""Can we apply? About six taps, without registration; the result is kept."""

from bot.dialogue.ask import Ask
from bot.dialogue.sealing import VALUE
from bot.dialogue.story import story
from bot.questions.calls import which_call
from bot.questions.eligibility import answered
from bot.questions.halts import stops
from bot.questions.known_answers import CAME_BACK, TO_CHANGE, TO_COMPARE
from bot.screens import call_choice, pre_check, results
from bot.screens import eligibility as screens
from bot.screens.screen import Screen
from programme.answers import Answers
from programme.call import Call
from programme.eligibility import Verdict, evaluate, next_question
from programme.rules import Rule
from services.eligibility import KeptAssessment
from services.office import Deed
from services.results import Assess


@story("pre_check", pre_check.title())
async def can_we_apply(ask: Ask) -> Deed[KeptAssessment] | Screen:
    came_back = ask.draft.answers.get(CAME_BACK, {}).get(VALUE)
    call = await which_call(ask, always_ask=came_back == TO_COMPARE)
    if call is None:
        return call_choice.no_calls()
    answers = await _asked_one_by_one(ask, call) if came_back is None else await _filled_up(ask, call)
    if came_back == TO_CHANGE:
        await ask.sure(screens.what_to_change(), yes=screens.show_result())
    return Assess(by=ask.person.id, call=call.key, version=call.version, answers=answers)


async def _asked_one_by_one(ask: Ask, call: Call) -> Answers:
    """Each failing rule is told as soon as an answer makes it fail; whoever stops there sees the result so far."""
    answers, told = Answers(), set[Rule]()
    while (question := next_question(call, answers)) is not None:
        answers = await answered(ask, call, question, answers)
        changeable = ask.path[-1].question.key
        for finding in evaluate(call, answers, ask.today).findings:
            if finding.verdict is Verdict.FAIL and finding.rule not in told:
                told.add(finding.rule)
                if await stops(ask, call, finding, change=changeable):
                    return answers
    return answers


async def _filled_up(ask: Ask, call: Call) -> Answers:
    """Whoever comes back has seen what fails: only what is missing is asked."""
    answers = Answers()
    while (question := next_question(call, answers)) is not None:
        answers = await answered(ask, call, question, answers)
    return answers


@can_we_apply.ends
def checked(kept: KeptAssessment) -> Screen:
    return screens.mine(results.card(kept))
