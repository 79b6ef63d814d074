"""Two accept at the same moment, in two transactions held open side by side, which only PostgreSQL allows."""

import pytest

from services.introduction_answers import AgreeToMeet, AnswerKept
from services.office import Office
from services.surveys import AnsweredBefore, SurveyAnswered
from storage import events, session_times
from storage.engine import Store
from storage.seals import Seal
from storage.work import House
from tests.conftest import SECRET
from tests.events.making import letters_to
from tests.introductions.meeting import circles, held, introduces, with_cards
from tests.membership.racing import side_by_side
from tests.surveys.asking import said, thanked

A, B = 901, 902


@pytest.fixture
async def office(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        yield Office(store, clock, house=House(accepts_test_numbers=True))


async def both_accept(office) -> tuple[list[int], int]:
    """With how many each was told at once that both agree; and how many letters tell it to the other."""
    event = await held(office)
    await with_cards(office, event, A, B)
    await introduces(office, event)
    [one] = await circles(office, event)
    outcomes = await side_by_side(office, *(AgreeToMeet(by=person, introduction=one.id) for person in (A, B)))
    told = [outcome.agreed for outcome in outcomes if isinstance(outcome, AnswerKept)]
    return told, sum([len(await letters_to(office, person, "event_introduction_met")) for person in (A, B)])


async def test_the_second_waits_for_the_first_and_brings_them_together(office):
    assert await both_accept(office) == ([0, 1], 1)


async def test_without_the_lock_of_the_event_both_would_wait_for_the_other_for_ever(office, monkeypatch):
    """The negative control."""
    monkeypatch.setattr(events, "lock", events.find)
    assert await both_accept(office) == ([0, 0], 0)


async def test_a_second_answer_to_a_survey_waits_and_is_none(office, clock):
    event = await thanked(office, clock, A, B)
    first, second = await side_by_side(office, said(A, event), said(A, event))
    assert (first, second) == (SurveyAnswered(event), AnsweredBefore(event))


async def test_without_the_lock_of_the_event_the_mark_still_makes_it_one(office, clock, monkeypatch):
    event = await thanked(office, clock, A, B)

    async def nothing(connection) -> None:
        return None

    monkeypatch.setattr(session_times, "one_at_a_time", nothing)
    monkeypatch.setattr(events, "lock", events.find)
    first, second = await side_by_side(office, said(A, event), said(A, event))
    assert (first, second) == (SurveyAnswered(event), AnsweredBefore(event))
