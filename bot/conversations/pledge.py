"""A member promises another amount than the part that falls to them. The subject is the consortium."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import AskAgain, story
from bot.dialogue.typed import money
from bot.questions.consortia import my_card
from bot.screens import consortium_card, membership_changes, pledges
from bot.screens import own_share_questions as screens
from bot.screens.screen import Screen
from services.members import NotAMember
from services.project_cost import LARGEST_COST
from services.promises import PartIsAnother, Promised, PromisePart

AMOUNT = "amount"


@story("pledge", screens.promise_an_amount(), takes_a_subject=True)
async def pledge(ask: Ask) -> PromisePart | Screen:
    card = await my_card(ask)
    if isinstance(card, Screen):
        return card
    assert card.mine is not None
    part = card.money.share.of_seat(card.mine.id)
    due = part.due if part is not None else None
    question = money(
        AMOUNT,
        screens.how_much_do_you_promise(),
        why=screens.why_amount(due),
        smallest=0,
        largest=LARGEST_COST,
        suggestions=() if due is None else (due,),
        about=(due,),
        name=screens.names("amount"),
    )
    amount = int(await ask(question))
    await ask.sure(screens.shall_i_note_it(), yes=screens.i_promise(), below=screens.what_promising_means())
    return PromisePart(by=ask.person.id, consortium=card.consortium.id, amount=amount, of=due)


@pledge.ends
def promised(outcome: Promised | PartIsAnother | NotAMember) -> Screen | AskAgain:
    match outcome:
        case Promised(consortium=number):
            return membership_changes.done(pledges.promised(outcome), number, pledges.to_own_share(number))
        case PartIsAnother():
            return AskAgain((AMOUNT,), pledges.part_is_another())
        case NotAMember():
            return consortium_card.not_a_member()
        case _:
            assert_never(outcome)
