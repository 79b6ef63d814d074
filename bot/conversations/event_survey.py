"""The survey after an event: three taps, and words if one likes. The subject is the number of the event."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice
from bot.dialogue.story import story
from bot.questions.surveys import WordsOrSend
from bot.screens import surveys as screens
from bot.screens.screen import Screen
from bot.taps import numbered
from programme.surveys import LONGEST_WORDS, STARS, NextTime, Useful
from services.surveys import (
    AnsweredBefore,
    AnswerSurvey,
    NoSurvey,
    NotAsked,
    NotOver,
    SurveyAnswered,
    SurveyClosed,
    SurveyFor,
    ToAnswer,
    WasNotThere,
    WrongAnswer,
)


@story("event_survey", screens.survey_of_an_event(), takes_a_subject=True, offers_a_person=False)
async def event_survey(ask: Ask) -> AnswerSurvey | Screen:
    found = await ask.look(SurveyFor(person=ask.person.id, event=numbered(ask.draft.subject) or 0))
    return await _asked(ask, found) if isinstance(found, ToAnswer) else screens.refused(found)


async def _asked(ask: Ask, found: ToAnswer) -> AnswerSurvey:
    stars = await ask(choice("stars", screens.how_was_it(found), STARS, label=screens.as_stars, name=screens.names("stars"), columns=5))
    useful = await ask(choice("useful", screens.was_it_useful(), Useful, label=screens.useful_name, name=screens.names("useful")))
    next_time = await ask(choice("next", screens.what_next(), NextTime, label=screens.next_name, name=screens.names("next")))
    last = screens.last_words(stars, useful, next_time, anonymous=found.anonymous)
    words = await ask(WordsOrSend(key="words", words=last, at_most=LONGEST_WORDS, name=screens.names("words")))
    if words:
        await ask.sure(screens.shall_i_send(), yes=screens.send(), below=screens.cannot_be_changed())
    return AnswerSurvey(by=ask.person.id, event=found.event.id, stars=stars, useful=useful, next_time=next_time, words=words)


@event_survey.ends
def answered(outcome: SurveyAnswered | WrongAnswer | NotAsked) -> Screen:
    match outcome:
        case SurveyAnswered(event=event):
            return screens.thank_you(event)
        case WrongAnswer():
            return screens.wrong_answer()
        case NoSurvey() | NotOver() | WasNotThere() | SurveyClosed() | AnsweredBefore():
            return screens.refused(outcome)
        case _:
            assert_never(outcome)
