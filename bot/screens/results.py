"""What somebody has kept: the list, opening one, deleting one."""

from collections.abc import Sequence

from bot.screens import eligibility
from bot.screens.eligibility import Card
from bot.screens.next_steps import CHECK, ESTIMATE
from bot.screens.reckoning import in_short
from bot.screens.result_taps import Delete, ShowEstimate, ShowResult
from bot.screens.screen import Button, Screen, button, column
from bot.screens.taps import ShowMyResults
from bot.screens.ways import HOME
from bot.screens.wording import worded
from bot.words import Words, lines, t
from programme.eligibility import evaluate, questions
from programme.seoul import seoul_day
from services.eligibility import KeptAssessment
from services.results import PAGE, Kept, ResultPage


def card(kept: KeptAssessment) -> Card:
    """By the version of the call it was kept under, as of the day it was kept."""
    asked = questions(kept.call, kept.answers)
    return Card(
        token=kept.token,
        assessment=evaluate(kept.call, kept.answers, seoul_day(kept.kept_at)),
        open_questions=sum(not kept.answers.given(question) for question in asked),
    )


def listed(found: ResultPage, *, notice: Words | None = None) -> Screen:
    if not found.kept:
        return _empty(notice)
    first = found.page * PAGE + 1
    numbered = list(enumerate(found.kept, start=first))
    return Screen(
        words=lines(t("<b>My results</b>\n"), *(_line(number, kept) for number, kept in numbered)),
        rows=(*column(_open(number, kept) for number, kept in numbered), *_pages(found), (HOME,)),
        notice=notice,
    )


def _empty(notice: Words | None) -> Screen:
    return Screen(
        words=lines(
            t("<b>My results</b>\n"), t("Nothing is kept yet. Check whether you can apply, or estimate the subsidy: it stays here.")
        ),
        rows=column([CHECK, ESTIMATE, HOME]),
        notice=notice,
    )


def _line(number: int, kept: Kept) -> Words:
    title = worded(kept.call.title)
    return t("{n}. {on:date} · {call}\n    {told}", n=number, on=kept.kept_at, call=title, told=_told(kept))


def _told(kept: Kept) -> Words:
    if isinstance(kept, KeptAssessment):
        return t("Check: {verdict}", verdict=eligibility.verdict(card(kept).assessment.overall))
    return t("Estimate: {amount}", amount=in_short(kept.call, kept.project))


def _open(number: int, kept: Kept) -> Button:
    if isinstance(kept, KeptAssessment):
        return button(t("✅ Open check {n}", n=number), ShowResult(kept.token))
    return button(t("💰 Open estimate {n}", n=number), ShowEstimate(kept.token))


def _pages(found: ResultPage) -> Sequence[tuple[Button, ...]]:
    former = [button(t("◀ Newer"), ShowMyResults(found.page - 1))] if found.page else []
    later = [button(t("Older ▶"), ShowMyResults(found.page + 1))] if found.more else []
    row = (*former, *later)
    return (row,) if row else ()


def really_delete(token: str) -> Screen:
    return Screen(
        words=t("<b>Delete this result?</b>\nA link you shared stops working. This cannot be undone."),
        rows=column([button(t("Yes, delete it"), Delete(token)), button(t("📁 My results"), ShowMyResults()), HOME]),
    )


def deleted() -> Words:
    return t("Deleted.")


def gone() -> Words:
    return t("This result has been deleted.")


def kept() -> Words:
    return t("Kept under “My results”.")
