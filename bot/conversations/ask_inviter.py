"""Asking the lead business a question before answering its invitation. The subject is the number of the invitation."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.dialogue.typed import text
from bot.screens import closed_invitations as closed
from bot.screens import invitation_questions as screens
from bot.screens.screen import Screen
from bot.taps import numbered
from services.invitation_cards import Dissolved, Ended, InvitationCard, NoInvitation, NotForYou, OwnInvitation, SitsThere
from services.invitation_questions import Asked, AskInviter, TooManyAsked
from services.invited import InvitationFor

LONGEST = 500


@story("ask_inviter", screens.ask_the_inviter(), takes_a_subject=True)
async def ask_inviter(ask: Ask) -> AskInviter | Screen:
    found = await ask.look(InvitationFor(person=ask.person.id, number=numbered(ask.draft.subject)))
    if not isinstance(found, InvitationCard):
        return closed.not_open(found)
    question = await ask(
        text(
            "question",
            screens.what_to_ask(found.shop),
            why=screens.why_ask(),
            at_least=2,
            at_most=LONGEST,
            example=screens.question_example(),
            name=screens.your_question(),
        )
    )
    await ask.sure(screens.shall_i_send(), yes=screens.send_it())
    return AskInviter(by=ask.person.id, number=found.number, question=question)


Outcome = Asked | TooManyAsked | NoInvitation | NotForYou | OwnInvitation | SitsThere | Dissolved | Ended


@ask_inviter.ends
def question_asked(outcome: Outcome) -> Screen:
    match outcome:
        case Asked(invitation=number):
            return screens.asked(number)
        case TooManyAsked(invitation=number, most=most):
            return screens.too_many_asked(number, most)
        case NoInvitation() | NotForYou() | OwnInvitation() | SitsThere() | Dissolved() | Ended():
            return closed.not_open(outcome)
        case _:
            assert_never(outcome)
