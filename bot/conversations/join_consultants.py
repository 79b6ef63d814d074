"""Becoming a consultant or mentor. The subject is the hash of the link that was followed."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import AskAgain, story
from bot.questions import profile_lines as line
from bot.questions.consents import agrees
from bot.screens import joining_consultants as screens
from bot.screens import profile_questions as questions
from bot.screens.screen import Screen
from programme.consents import Purpose
from services.consents import Agreed
from services.consultant_invitations import (
    ConsultantAlready,
    InvitedToAdvise,
    JoinConsultants,
    Joined,
    LinkExpired,
    LinkIsYours,
    LinkUnknown,
    LinkUsed,
)
from services.consultants import Unfit
from storage.consultant_invitations import ConsultantInvitation
from storage.consultants import Profile


@story("join_consultants", questions.join(), takes_a_subject=True)
async def join_consultants(ask: Ask) -> JoinConsultants | Screen:
    found = await ask.look(InvitedToAdvise(person=ask.person.id, token_hash=ask.draft.subject))
    if not isinstance(found, ConsultantInvitation):
        return screens.closed(found)
    if not await ask(screens.begins(found.calling)) or not await _agrees(ask):
        return screens.nothing_kept()
    lines: line.Lines = {}
    for asks in (line.name_of, line.topics_of, line.languages_of, line.ways_of, line.gu_of, line.line_of):
        lines |= await asks(ask)
    await ask.sure(questions.shall_i_join(found.calling), yes=questions.yes_join())
    profile = Profile(calling=found.calling, **lines)
    return JoinConsultants(by=ask.person.id, token_hash=ask.draft.subject, profile=profile, language=ask.person.language)


async def _agrees(ask: Ask) -> bool:
    """To the chat itself, where they have not yet, and to being shown."""
    for purpose in (Purpose.ABROAD, Purpose.ADVISING):
        if not await ask.look(Agreed(person=ask.person.id, purpose=purpose)) and not await agrees(ask, purpose):
            return False
    return True


@join_consultants.ends
def joined(outcome: Joined | Unfit | LinkUnknown | LinkUsed | LinkExpired | LinkIsYours | ConsultantAlready) -> Screen | AskAgain:
    match outcome:
        case Joined(consultant=consultant):
            return screens.joined(consultant)
        case Unfit():
            return AskAgain(("topics", "languages", "ways"), screens.choose_again())
        case LinkUnknown() | LinkUsed() | LinkExpired() | LinkIsYours() | ConsultantAlready():
            return screens.closed(outcome)
        case _:
            assert_never(outcome)
