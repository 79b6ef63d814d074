"""The survey of an event: its first tap from the letter, and what came of it."""

from bot.dialogue.question import Json
from bot.routes import on_link, on_tap
from bot.screens import survey_results as screens
from bot.screens import surveys
from bot.screens.screen import Screen
from bot.screens.survey_taps import BeginSurvey, ShowResults, ShowWords
from bot.taps import numbered
from bot.turn import Begin, Shown, Turn
from programme.surveys import STARS
from services.coordinators import Forbidden
from services.survey_results import NothingYet, SurveyResults, SurveyWords
from services.surveys import SurveyFor, ToAnswer


@on_tap(BeginSurvey)
async def begin(turn: Turn, wish: BeginSurvey) -> Shown:
    """Stars tapped again are what counts; what was tapped after them stays."""
    found = await SurveyFor(person=turn.person.id, event=wish.event)(turn.work)
    if not isinstance(found, ToAnswer):
        return surveys.refused(found)
    subject = str(wish.event)
    draft = next((one for one in turn.desk.drafts if (one.story, one.subject) == ("event_survey", subject)), None)
    said: dict[str, Json] = {key: kept["v"] for key, kept in draft.answers.items()} if draft is not None else {}
    stars: dict[str, Json] = {"stars": str(wish.stars)} if wish.stars in STARS else {}
    return Begin(story="event_survey", subject=subject, seeds=said | stars)


@on_link("es")
async def follow(turn: Turn, number: str) -> Shown:
    """The survey for who took part; the result for the office."""
    event = numbered(number) or 0
    found = await SurveyResults(by=turn.person.id, event=event)(turn.work)
    if isinstance(found, Forbidden | NothingYet):
        return Begin(story="event_survey", subject=str(event))
    return screens.results(found)


@on_tap(ShowResults)
async def show(turn: Turn, wish: ShowResults) -> Screen:
    found = await SurveyResults(by=turn.person.id, event=wish.event)(turn.work)
    return screens.refused(found) if isinstance(found, Forbidden | NothingYet) else screens.results(found)


@on_tap(ShowWords)
async def show_words(turn: Turn, wish: ShowWords) -> Screen:
    found = await SurveyWords(by=turn.person.id, event=wish.event, page=wish.page)(turn.work)
    return screens.refused(found) if isinstance(found, Forbidden | NothingYet) else screens.words(found)
