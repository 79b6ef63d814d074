"""Inviting a shop into a consortium one leads. The subject is the number of the consortium."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice
from bot.dialogue.sent import people
from bot.dialogue.story import story
from bot.dialogue.typed import text
from bot.screens import invitations as screens
from bot.screens.invitations import Means
from bot.screens.screen import Screen
from bot.taps import numbered
from programme import consortium_names
from services.invitations import Invite, Invited, InvitedAlready, InvitePerson, LedConsortium, MemberAlready, NotLead, TooManyWaiting
from storage.invitations import LONGEST_LABEL


@story("invite", screens.invite_a_shop(), takes_a_subject=True)
async def invite(ask: Ask) -> Invite | InvitePerson | Screen:
    consortium = await ask.look(LedConsortium(person=ask.person.id, number=numbered(ask.draft.subject)))
    if isinstance(consortium, NotLead):
        return screens.not_yours()
    by = await ask(choice("means", screens.which_means(), Means, label=screens.means))
    if by is Means.LINK:
        return Invite(by=ask.person.id, consortium=consortium.id, label=await _label(ask))
    [person] = await ask(people("person", screens.which_person()))
    return InvitePerson(by=ask.person.id, consortium=consortium.id, invited=person, label=await _label(ask))


async def _label(ask: Ask) -> str:
    typed = await ask(
        text(
            "label",
            screens.for_whom(),
            why=screens.why_for_whom(),
            at_most=LONGEST_LABEL,
            example=screens.for_whom_example(),
            optional=True,
        )
    )
    return consortium_names.tidy(typed or "")


@invite.ends
def invitation_made(outcome: Invited | NotLead | TooManyWaiting | MemberAlready | InvitedAlready) -> Screen:
    match outcome:
        case Invited():
            return screens.made(outcome)
        case NotLead():
            return screens.not_yours()
        case TooManyWaiting(consortium=consortium, most=most):
            return screens.too_many(consortium, most)
        case MemberAlready(consortium=consortium):
            return screens.member_already(consortium)
        case InvitedAlready(consortium=consortium, number=number):
            return screens.invited_already(number, consortium)
        case _:
            assert_never(outcome)
