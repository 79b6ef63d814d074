"""A member tells the lead what is wrong in the agreement. The subject is the number of the consortium."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.dialogue.typed import text
from bot.screens import agreement_questions as screens
from bot.screens import agreements
from bot.screens.agreements import stands
from bot.screens.screen import Screen
from bot.taps import numbered
from services.agreement_doubts import LeadTold, NothingToDoubt, TellLead
from services.agreement_papers import AgreementOf
from services.members import NotAMember

LONGEST = 500


@story("agreement_doubt", screens.something_is_wrong(), takes_a_subject=True)
async def agreement_doubt(ask: Ask) -> TellLead | Screen:
    found = await ask.look(AgreementOf(by=ask.person.id, consortium=numbered(ask.draft.subject) or 0))
    if isinstance(found, NotAMember):
        return agreements.not_a_member()
    if found.is_lead or not stands(found):
        return screens.nothing_to_doubt(found.consortium)
    words = await ask(
        text(
            "words",
            screens.what_is_wrong(),
            why=screens.why_wrong(),
            example=screens.an_example(),
            at_least=2,
            at_most=LONGEST,
            name=screens.names("words"),
        )
    )
    await ask.sure(screens.shall_i_tell(), yes=screens.tell())
    return TellLead(by=ask.person.id, consortium=found.consortium, words=words)


@agreement_doubt.ends
def lead_told(outcome: LeadTold | NothingToDoubt | NotAMember) -> Screen:
    match outcome:
        case LeadTold(consortium=consortium):
            return screens.lead_told(consortium)
        case NothingToDoubt(consortium=consortium):
            return screens.nothing_to_doubt(consortium)
        case NotAMember():
            return agreements.not_a_member()
        case _:
            assert_never(outcome)
