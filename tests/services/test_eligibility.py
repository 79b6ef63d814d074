import json
import re
from datetime import date

import pytest
from sqlalchemy import text

from programme.answers import Answers, Applicant, Obstacle, Question, SocialCooperative
from programme.eligibility import evaluate
from programme.employees import Industry, Staff
from services.eligibility import Assessment, KeepAssessment
from tests.services.kept import KIM, ON, call_of, opens_the_office

EVERYTHING = Answers(
    applicant=Applicant.FEDERATION,
    members=3,
    founders=5,
    social=SocialCooperative.WAITING,
    in_seoul=True,
    staff=Staff.FROM_5_TO_9,
    industry=Industry.MANUFACTURING,
    same_trade=False,
    excluded=frozenset({"gambling", "health"}),
    exclusions_shown=frozenset({"gambling", "health", "finance"}),
    obstacles=frozenset(Obstacle),
    own_share=False,
    briefing=True,
    certificate_until=date(2027, 1, 31),
    unsure=frozenset({Question.SEOUL, Question.STAFF}),
)


async def keeps(office, answers=EVERYTHING, by=KIM, key="collaboration-2016"):
    call = await call_of(office, key)
    return (await office.do(KeepAssessment(by=by, call=call.key, version=call.version, answers=answers))).token


@pytest.mark.parametrize("answers", [EVERYTHING, Answers(), Answers(excluded=frozenset(), obstacles=frozenset())])
async def test_kept_answers_come_back_unchanged_and_give_the_same_verdict(office, clock, answers):
    await opens_the_office(office)
    kept = await office.look(Assessment(await keeps(office, answers)))
    assert kept is not None
    assert kept.answers == answers
    assert (kept.person, kept.kept_at) == (KIM, clock.now())
    assert evaluate(kept.call, kept.answers, ON) == evaluate(await call_of(office, "collaboration-2016"), answers, ON)


async def test_a_token_fits_a_deep_link_and_nobody_guesses_it(office):
    await opens_the_office(office)
    first, second = await keeps(office), await keeps(office)
    assert first != second
    assert re.fullmatch(r"[A-Za-z0-9_-]{16,40}", first)
    assert await office.look(Assessment("nobody-kept-this")) is None


async def test_a_result_stays_with_the_version_it_was_checked_under(office):
    await opens_the_office(office)
    token = await keeps(office, key="collaboration-2017")
    kept = await office.look(Assessment(token))
    assert kept is not None
    assert kept.call == await call_of(office, "collaboration-2017")


async def test_a_call_that_was_never_loaded_cannot_be_claimed(office):
    await opens_the_office(office)
    with pytest.raises(LookupError, match="no call collaboration-2016@forged"):
        await office.do(KeepAssessment(by=KIM, call="collaboration-2016", version="forged", answers=EVERYTHING))


async def test_keeping_is_noted_without_token_or_answers(office):
    await opens_the_office(office)
    token = await keeps(office)
    async with office.work() as work:
        noted = (await work.connection.execute(text("SELECT * FROM audit WHERE did = 'KeepAssessment'"))).mappings().all()
    (row,) = noted
    assert (row["who"], row["outcome"]) == (KIM, "Kept")
    assert row["on"].startswith("assessment:")
    written = json.dumps(dict(row), default=str)
    assert token not in written
    assert "gambling" not in written
