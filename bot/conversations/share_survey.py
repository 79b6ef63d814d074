"""A coordinator shares the result of a survey, with a sentence on what follows. The subject is the number of the event."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.dialogue.typed import text
from bot.screens import survey_results as screens
from bot.screens.event_desk import too_wide
from bot.screens.screen import Screen
from bot.taps import numbered
from services.coordinators import Forbidden
from services.event_making import TooWide
from services.survey_results import NothingYet, SurveyResults
from services.survey_sharing import LONGEST, NothingSaid, ResultsShared, SharedBefore, ShareResults, TooFew


@story("share_survey", screens.share_results(), takes_a_subject=True, offers_a_person=False)
async def share_survey(ask: Ask) -> ShareResults | Screen:
    found = await ask.look(SurveyResults(by=ask.person.id, event=numbered(ask.draft.subject) or 0))
    if isinstance(found, Forbidden):
        return screens.for_the_office(found)
    if isinstance(found, NothingYet):
        return screens.nothing_yet()
    if not found.may_be_shared or found.thanks.shared_at is not None:
        return screens.results(found)
    follows = await ask(
        text(
            "follows",
            screens.what_follows(found),
            why=screens.why_follows(),
            example=screens.an_example(),
            at_least=5,
            at_most=LONGEST,
            name=screens.follows(),
        )
    )
    await ask.sure(screens.shall_i_share(found), yes=screens.share_it(), below=screens.once())
    return ShareResults(by=ask.person.id, event=found.event.id, follows=follows)


@share_survey.ends
def shared(outcome: ResultsShared | SharedBefore | TooFew | NothingSaid | NothingYet | TooWide | Forbidden) -> Screen:
    match outcome:
        case ResultsShared():
            return screens.shared(outcome)
        case SharedBefore():
            return screens.done(screens.shared_before())
        case TooFew(answers=answers):
            return screens.done(screens.too_few(answers))
        case NothingSaid() | NothingYet():
            return screens.nothing_yet()
        case TooWide():
            return too_wide()
        case Forbidden() as refused:
            return screens.for_the_office(refused)
        case _:
            assert_never(outcome)
