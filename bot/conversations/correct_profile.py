"""Correcting one line of a consultant's own profile. The subject says which."""

from collections.abc import Awaitable, Callable
from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import AskAgain, story
from bot.questions import profile_lines as line
from bot.screens import consultant_profile as screens
from bot.screens import profile_questions as questions
from bot.screens.consultant_desk import not_a_consultant
from bot.screens.consultant_profile import Line
from bot.screens.screen import Screen
from services.consultant_profile import CorrectProfile, ProfileCorrected
from services.consultants import MyProfile, NotConsultant, Unfit
from storage.consultants import Profile

_ASKERS: dict[Line, Callable[[Ask], Awaitable[line.Lines]]] = {
    Line.NAME: line.name_of,
    Line.LINE: line.line_of,
    Line.GU: line.gu_of,
    Line.PLACE: line.place_of,
    Line.LINK: line.link_of,
}
_CHANGERS: dict[Line, Callable[[Ask, Profile], Awaitable[line.Lines]]] = {  # these begin with what was ticked before
    Line.TOPICS: line.topics_of,
    Line.LANGUAGES: line.languages_of,
    Line.WAYS: line.ways_of,
}


@story("correct_profile", questions.correct_my_profile(), takes_a_subject=True)
async def correct_profile(ask: Ask) -> CorrectProfile | Screen:
    me = await ask.look(MyProfile(person=ask.person.id))
    if isinstance(me, NotConsultant):
        return not_a_consultant()
    wanted = next((one for one in Line if one.value == ask.draft.subject), None)
    if wanted is None:
        return screens.line_unknown()
    changes = _CHANGERS.get(wanted)
    lines = await changes(ask, me.consultant.profile) if changes is not None else await _ASKERS[wanted](ask)
    return CorrectProfile(by=ask.person.id, lines=lines)


@correct_profile.ends
def profile_corrected(outcome: ProfileCorrected | Unfit | NotConsultant) -> Screen | AskAgain:
    match outcome:
        case ProfileCorrected(told=told):
            return screens.corrected(told)
        case Unfit():
            return AskAgain(("ways", "topics", "languages", "link"), screens.choose_again())
        case NotConsultant():
            return not_a_consultant()
        case _:
            assert_never(outcome)
