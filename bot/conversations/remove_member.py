"""The lead removes a member, who hears the reason. The subject is the member's seat."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.dialogue.typed import text
from bot.questions.consortia import led_card_of_seat
from bot.screens import membership_changes
from bot.screens import membership_questions as screens
from bot.screens.screen import Screen
from services.members import NotAMember, NotTheLead, SeatGone
from services.membership import LONGEST_REASON, Removed, RemoveMember


@story("remove_member", screens.remove_a_member(), takes_a_subject=True)
async def remove_member(ask: Ask) -> RemoveMember | Screen:
    found = await led_card_of_seat(ask)
    if isinstance(found, Screen):
        return found
    _, member = found
    shop = member.shop.name
    why = await ask(
        text(
            "why",
            screens.why_remove(shop),
            why=screens.they_read_why(),
            at_least=5,
            at_most=LONGEST_REASON,
            example=screens.removal_example(),
            name=screens.names("why"),
        )
    )
    await ask.sure(screens.shall_i_remove(shop), yes=screens.remove_them(), below=screens.what_removing_means())
    return RemoveMember(by=ask.person.id, seat=member.seat.id, why=why)


@remove_member.ends
def removed(outcome: Removed | SeatGone | NotAMember | NotTheLead) -> Screen:
    match outcome:
        case Removed(consortium=number, shop=shop):
            return membership_changes.removed(number, shop)
        case SeatGone() | NotAMember() | NotTheLead():
            return membership_changes.refused(outcome)
        case _:
            assert_never(outcome)
