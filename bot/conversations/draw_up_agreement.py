"""The lead draws up the collaboration agreement. The subject is the number of the consortium."""

from datetime import timedelta
from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.choices import several
from bot.dialogue.story import story
from bot.dialogue.typed import day
from bot.screens import agreement_questions as screens
from bot.screens import agreements
from bot.screens.screen import Screen, column
from bot.screens.ways import HOME
from bot.taps import numbered
from programme.tracks import SupportField
from services.agreement_drawing import DrawnUp, DrawUpAgreement, NotReady, Unchanged
from services.agreement_papers import AgreementToDrawUp, ToDrawUp
from services.members import NotAMember, NotTheLead

LONGEST_TERM = timedelta(days=5 * 366)


@story("draw_up_agreement", screens.draw_up(), takes_a_subject=True)
async def draw_up_agreement(ask: Ask) -> DrawUpAgreement | Screen:
    found = await ask.look(AgreementToDrawUp(by=ask.person.id, consortium=numbered(ask.draft.subject) or 0))
    if not isinstance(found, ToDrawUp):
        return _ended(found)
    if not found.gaps.none:
        return agreements.not_ready(found.consortium, found.gaps)
    supported = [row.field for row in found.call.fields] if found.call is not None else list(SupportField)
    fields = await ask(
        several("fields", screens.which_fields(), supported, label=screens.field, why=screens.why_fields(), name=screens.names("fields"))
    )
    ends_on = await ask(
        day(
            "ends_on",
            screens.until_when(),
            ask.today,
            why=screens.why_until(),
            earliest=ask.today + timedelta(days=1),
            latest=ask.today + LONGEST_TERM,
            name=screens.names("ends_on"),
        )
    )
    await ask.sure(screens.shall_i_draw_it_up(), yes=screens.draw_it_up())
    return DrawUpAgreement(by=ask.person.id, consortium=found.consortium, fields=tuple(field.value for field in fields), ends_on=ends_on)


@draw_up_agreement.ends
def agreement_drawn_up(outcome: DrawnUp | Unchanged | NotReady | NotAMember | NotTheLead) -> Screen:
    return _ended(outcome)


def _ended(outcome: DrawnUp | Unchanged | NotReady | NotAMember | NotTheLead) -> Screen:
    match outcome:
        case DrawnUp(consortium=consortium, version=version, rests=rests):
            return Screen(words=agreements.drawn_up(version, rests=rests), rows=column([agreements.to_agreement(consortium), HOME]))
        case Unchanged(consortium=consortium, version=version):
            return Screen(words=agreements.unchanged(version), rows=column([agreements.to_agreement(consortium), HOME]))
        case NotReady(consortium=consortium, gaps=gaps):
            return agreements.not_ready(consortium, gaps)
        case NotAMember():
            return agreements.not_a_member()
        case NotTheLead(consortium=consortium):
            return agreements.not_the_lead(consortium)
        case _:
            assert_never(outcome)
