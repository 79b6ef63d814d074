"""Correcting one's own name or phone number. The subject says which."""

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.questions import owners
from bot.screens import details as screens
from bot.screens.details import Detail
from bot.screens.screen import Screen
from services.owners import CorrectName, CorrectPhone, DetailsCorrected, MyDetails, NotRegistered


@story("correct_details", screens.correct_my_details(), takes_a_subject=True)
async def correct_details(ask: Ask) -> CorrectName | CorrectPhone | Screen:
    if await ask.look(MyDetails(person=ask.person.id)) is None:
        return screens.not_registered()
    match ask.draft.subject:
        case Detail.NAME.value:
            return CorrectName(by=ask.person.id, name=await owners.name_of(ask))
        case Detail.PHONE.value:
            phone = await owners.phone_of(ask)
            return CorrectPhone(by=ask.person.id, phone=phone.digits, verified=phone.verified)
        case _:
            return screens.not_registered()


@correct_details.ends
def details_corrected(outcome: DetailsCorrected | NotRegistered) -> Screen:
    match outcome:
        case DetailsCorrected(checked_again=again):
            return screens.corrected(again=again)
        case NotRegistered():
            return screens.not_registered()
