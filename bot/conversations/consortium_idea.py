"""The lead words the idea anew. The subject is the consortium."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.dialogue.typed import text
from bot.questions.consortia import my_led_card
from bot.screens import consortium_card, membership_changes, opening
from bot.screens import consortium_questions as screens
from bot.screens.screen import Screen
from services.consortium_terms import Described, DescribeIdea
from services.members import NotAMember, NotTheLead
from storage.consortia import LONGEST_IDEA


@story("consortium_idea", screens.word_the_idea(), takes_a_subject=True)
async def consortium_idea(ask: Ask) -> DescribeIdea | Screen:
    card = await my_led_card(ask)
    if isinstance(card, Screen):
        return card
    idea = await ask(text("idea", opening.what_idea(), at_least=10, at_most=LONGEST_IDEA, example=opening.idea_example()))
    return DescribeIdea(by=ask.person.id, consortium=card.consortium.id, idea=idea)


@consortium_idea.ends
def described(outcome: Described | NotAMember | NotTheLead) -> Screen:
    match outcome:
        case Described(consortium=number):
            return membership_changes.done(screens.described(), number)
        case NotAMember():
            return consortium_card.not_a_member()
        case NotTheLead(consortium=number):
            return consortium_card.not_the_lead(number)
        case _:
            assert_never(outcome)
