"""Answers of a kept check, as a new draft would hold them."""

from typing import Any

from bot.questions.calls import TRACK
from bot.questions.eligibility import key
from bot.questions.sure import as_sure
from bot.screens.pre_check import StaffAnswer
from programme.answers import FIELDS, Answers, Question
from programme.call import Call

CAME_BACK = "came_back"  # how the person comes back to a result; its answer is never asked for
TO_CHANGE, TO_COMPARE = "change", "compare"
_TOLD_BY_NAME = {Question.APPLICANT, Question.SOCIAL, Question.INDUSTRY, Question.STAFF}
_PLAIN = {Question.MEMBERS, Question.FOUNDERS}


def seeds(call: Call, answers: Answers, *, came_back: str) -> dict[str, object]:
    """Question key → stored answer."""
    found: dict[str, object] = {CAME_BACK: came_back}
    if came_back == TO_COMPARE:
        found[TRACK] = call.track.value
    for question in Question:
        if answers.given(question):
            found.update(_stored(call, question, answers))
    return found


def _stored(call: Call, question: Question, answers: Answers) -> dict[str, Any]:
    name, value = key(question, call), getattr(answers, FIELDS[question])
    if question is Question.STAFF and value is None:
        return {name: StaffAnswer.COUNT.value, "year": "later"}
    if question is Question.EXCLUDED_TRADE:
        return _excluded(name, value, sorted(answers.exclusions_shown or ()) != sorted(row.code for row in call.exclusions))
    if question is Question.OBSTACLES:
        return {name: sorted(one.value for one in value)}
    if question in _PLAIN:
        return {name: value}
    if question in _TOLD_BY_NAME:
        return {name: "?" if value is None else value.value}
    return {name: as_sure(value).value}


def _excluded(name: str, value: frozenset[str] | None, other_list: bool) -> dict[str, Any]:  # noqa: FBT001
    if value is None:
        return {name: as_sure(None).value}
    if other_list:
        return {}
    ticked = {f"which_{name}": sorted(value)} if value else {}
    return {name: as_sure(bool(value)).value, **ticked}
