"""Inviting a shop into a consortium one leads. The subject is the number of the consortium."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.dialogue.typed import text
from bot.screens import invitations as screens
from bot.screens.screen import Screen
from bot.taps import numbered
from programme import consortium_names
from services.invitations import Invite, Invited, LedConsortium, NotLead, TooManyWaiting
from storage.invitations import LONGEST_LABEL


@story("invite", screens.invite_a_shop(), takes_a_subject=True)
async def invite(ask: Ask) -> Invite | Screen:
    consortium = await ask.look(LedConsortium(person=ask.person.id, number=numbered(ask.draft.subject)))
    if isinstance(consortium, NotLead):
        return screens.not_yours()
    label = await ask(
        text(
            "label",
            screens.for_whom(),
            why=screens.why_for_whom(),
            at_most=LONGEST_LABEL,
            example=screens.for_whom_example(),
            optional=True,
        )
    )
    return Invite(by=ask.person.id, consortium=consortium.id, label=consortium_names.tidy(label or ""))


@invite.ends
def invitation_made(outcome: Invited | NotLead | TooManyWaiting) -> Screen:
    match outcome:
        case Invited():
            return screens.made(outcome)
        case NotLead():
            return screens.not_yours()
        case TooManyWaiting(consortium=consortium, most=most):
            return screens.too_many(consortium, most)
        case _:
            assert_never(outcome)
