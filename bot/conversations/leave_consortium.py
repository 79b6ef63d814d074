"""A member leaves a consortium. The subject is its number."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.dialogue.typed import text
from bot.questions.consortia import my_card
from bot.screens import consortium_card, membership_changes
from bot.screens import membership_questions as screens
from bot.screens.screen import Screen
from services.members import NotAMember
from services.membership import LONGEST_REASON, LastLead, LeaveConsortium, LeftConsortium


@story("leave_consortium", screens.leave_a_consortium(), takes_a_subject=True)
async def leave_consortium(ask: Ask) -> LeaveConsortium | Screen:
    card = await my_card(ask)
    if isinstance(card, Screen):
        return card
    if card.i_lead:
        return membership_changes.last_lead(card.consortium.id, len(card.members) - 1)
    why = await ask(
        text("why", screens.why_leave(), why=screens.who_reads_why(), at_most=LONGEST_REASON, optional=True, name=screens.names("why"))
    )
    await ask.sure(screens.shall_you_leave(card.consortium.name), yes=screens.leave_it(), below=screens.what_leaving_means())
    return LeaveConsortium(by=ask.person.id, consortium=card.consortium.id, why=why)


@leave_consortium.ends
def left(outcome: LeftConsortium | LastLead | NotAMember) -> Screen:
    match outcome:
        case LeftConsortium(name=name):
            return membership_changes.left(name)
        case LastLead(consortium=number, others=others):
            return membership_changes.last_lead(number, others)
        case NotAMember():
            return consortium_card.not_a_member()
        case _:
            assert_never(outcome)
