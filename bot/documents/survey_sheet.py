"""The answers to a survey as a workbook. Of an anonymous one: the counts and, on a sheet of their own, the words."""

from collections.abc import Iterable, Sequence

from bot.documents.workbook import Tab, Workbook, workbook
from bot.screens.event_words import title_of
from bot.screens.surveys import as_stars, next_name, useful_name
from bot.words import Words, t
from programme.surveys import STARS, NextTime, Tally, Useful
from services.survey_results import OneAnswer, SurveyFile


def survey_sheet(found: SurveyFile, language: str) -> Workbook:
    assert found.results.tally is not None
    counts = _counted(found.results.tally)
    answers = _words_alone(found.answers) if found.results.anonymous else _by_name(found.answers)
    return workbook(t("survey {title}", title=title_of(found.results.event)), (counts, answers), language)


def _counted(counts: Tally) -> Tab:
    rows = (
        *_rows(t("Overall"), map(as_stars, STARS), counts.stars),
        *_rows(t("Useful"), map(useful_name, Useful), counts.useful),
        *_rows(t("Next time"), map(next_name, NextTime), counts.next_time),
    )
    return Tab(name=t("Counts"), heads=(t("Question"), t("Answer"), t("How often")), rows=rows)


def _rows(question: Words, answers: Iterable[Words], counts: Sequence[int]) -> tuple[tuple[Words | int, ...], ...]:
    return tuple((question, answer, count) for answer, count in zip(answers, counts, strict=True))


def _words_alone(answers: Iterable[OneAnswer]) -> Tab:
    """Beside no other answer: two of them together may tell who it was."""
    return Tab(name=t("Words"), heads=(t("In their words"),), rows=tuple((one.answer.words,) for one in answers if one.answer.words))


def _by_name(answers: Iterable[OneAnswer]) -> Tab:
    heads = (t("Name"), t("Shop"), t("Overall"), t("Useful"), t("Next time"), t("In their words"))
    return Tab(name=t("Answers"), heads=heads, rows=tuple(map(_named, answers)))


def _named(one: OneAnswer) -> tuple[Words | int | str, ...]:
    answer = one.answer
    return (one.name, one.shop, answer.stars, useful_name(answer.useful), next_name(answer.next_time), answer.words)
