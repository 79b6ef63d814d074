"""Somebody who was at an event is forgotten."""

from programme.events import Survey
from services.my_data import ExportMyData
from services.privacy import ForgetPerson
from services.survey_results import SurveyResults
from services.surveys import WasNotThere
from tests.events.making import COORDINATOR, letters_to
from tests.privacy.traces import everything_stored
from tests.surveys.asking import said, thanked

ME, OTHER = 501, 502


async def test_what_was_said_with_a_name_goes_and_that_they_were_asked(office, store, clock):
    event = await thanked(office, clock, ME, OTHER, survey=Survey.NAMED)
    for person in (ME, OTHER):
        await office.do(said(person, event, words=f"Unmistakable {person}"))
    assert f"Unmistakable {ME}" in (await office.do(ExportMyData(by=ME))).text
    await office.do(ForgetPerson(by=ME))
    left = await everything_stored(store)
    assert f"Unmistakable {ME}" not in left
    assert f"Unmistakable {OTHER}" in left
    assert '"survey_answers": []' in (await office.do(ExportMyData(by=ME))).text
    assert '"surveys_asked": []' in (await office.do(ExportMyData(by=ME))).text


async def test_what_was_said_without_a_name_stays_as_nobody_knows_which_it_is(office, store, clock):
    event = await thanked(office, clock, ME, OTHER)
    await office.do(said(ME, event, words="Said by somebody"))
    await office.do(ForgetPerson(by=ME))
    assert "Said by somebody" in await everything_stored(store)
    results = await office.look(SurveyResults(by=COORDINATOR, event=event.id))
    assert (results.answers, results.thanks.asked) == (1, 2)


async def test_who_is_forgotten_before_answering_is_not_asked_any_more(office, clock):
    event = await thanked(office, clock, ME, OTHER)
    await office.do(ForgetPerson(by=ME))
    assert await letters_to(office, ME, "event_thanks") == []
    assert await office.do(said(ME, event)) == WasNotThere(event)
