"""The result of a survey, for the coordinators and, shared, for those who answered it."""

from bot.dialogue.taps import BeginStory
from bot.documents.survey_sheet import survey_sheet
from bot.pictures.survey_chart import SurveyChart
from bot.screens.event_desk_taps import ShowOfficeEvent
from bot.screens.event_words import title_of
from bot.screens.office_only import refused as refused_by_role
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.screens.survey_taps import ExportAnswers, ShowResults, ShowWords
from bot.screens.surveys import as_stars, next_name, useful_name, who_sees
from bot.screens.ways import HOME
from bot.words import Words, joined, lines, t, tn
from programme.events import Survey
from programme.surveys import FEWEST_SHOWN, NextTime, Tally, Useful
from services.coordinators import Forbidden
from services.survey_results import NothingYet, OneAnswer, Results, SurveyFile, WordsPage
from services.survey_sharing import ResultsShared


def results_button(event: int) -> Button:
    return button(t("📊 Survey results"), ShowResults(event))


def results(found: Results, said: Words | None = None) -> Screen:
    return Screen(
        words=lines(t("{said}\n", said=said) if said is not None else None, *_heading(found), *_counts(found), *_afterwards(found)),
        picture=chart(found.tally, found.thanks.asked) if found.tally is not None else None,
        rows=column([*_ways(found), button(t("◀ The event"), ShowOfficeEvent(found.event.id)), HOME]),
    )


def _heading(found: Results) -> tuple[Words | None, ...]:
    return (
        t("<b>📊 Survey: {title}</b>", title=title_of(found.event)),
        who_sees(found.event.survey) if found.event.survey is not None and found.thanks.thanked_at is not None else None,
    )


def chart(counts: Tally, asked: int) -> SurveyChart:
    return SurveyChart(stars=counts.stars, useful=counts.useful, next_time=counts.next_time, asked=asked)


def _counts(found: Results) -> tuple[Words | None, ...]:
    if found.thanks.thanked_at is None:
        return (t("Nobody was thanked or asked: when I could have written, the event had been over for more than three days."),)
    if found.event.survey is None:
        return (
            tn(
                "{count} person was thanked. This event has no survey.",
                "{count} people were thanked. This event has no survey.",
                found.thanks.asked,
            ),
        )
    asked = max(found.thanks.asked, 1)
    percent = (found.answers * 200 + asked) // (2 * asked)
    rate = t("Answers: {n} of {asked} ({percent}%)", n=found.answers, asked=found.thanks.asked, percent=percent)
    closes = t("Open until {day:date}.", day=found.thanks.closes_at) if found.thanks.closes_at is not None else None
    if found.tally is None and found.event.survey is Survey.NAMED:
        return rate, closes
    if found.tally is None:
        return rate, closes, t("The result is shown from {n} answers on: with fewer it would tell who said what.", n=FEWEST_SHOWN)
    few = (
        None if found.may_be_shared else t("It can be shared from {n} answers on: with fewer it would tell who said what.", n=FEWEST_SHOWN)
    )
    return rate, closes, *told(found.tally), few


def told(counts: Tally) -> tuple[Words, ...]:
    """The same numbers as in the chart, for whoever cannot see it."""
    whole, tenth = divmod(counts.mean, 10)
    useful = joined([_often(useful_name(one), n) for one, n in zip(Useful, counts.useful, strict=True)], ", ")
    next_time = joined([_often(next_name(one), n) for one, n in zip(NextTime, counts.next_time, strict=True) if n], ", ")
    stars = joined([_often(as_stars(star), n) for star, n in zip((5, 4, 3, 2, 1), counts.stars[::-1], strict=True)], ", ")
    return (
        t("Overall: {whole}.{tenth} of 5 stars on average ({stars})", whole=whole, tenth=tenth, stars=stars),
        t("Useful: {useful}", useful=useful),
        t("Next time: {next}", next=next_time),
    )


def _often(what: Words, n: int) -> Words:
    return t("{what}: {n}", what=what, n=n)


def _afterwards(found: Results) -> tuple[Words | None, ...]:
    if found.thanks.shared_at is None:
        return ()
    return (t("\nShared on {day:date}: “{follows}”", day=found.thanks.shared_at, follows=found.thanks.follows),)


def _ways(found: Results) -> list[Button]:
    if found.tally is None:
        return []
    event = found.event.id
    share = button(t("📣 Share the result"), BeginStory("share_survey", str(event)))
    return [
        *([button(t("💬 Words ({n})", n=found.words), ShowWords(event))] if found.words else []),
        button(t("📥 As an Excel sheet"), ExportAnswers(event)),
        *([share] if found.may_be_shared and found.thanks.shared_at is None else []),
    ]


def words(found: WordsPage) -> Screen:
    event = found.event.id
    hint = None if found.written else t("Nobody has written any words that can be shown.")
    return Screen(
        words=lines(t("<b>💬 In their words: {title}</b>", title=title_of(found.event)), hint, *map(_written, found.written)),
        rows=(*page_row(found.page, more=found.more, to=lambda page: ShowWords(event, page)), *column([results_button(event), HOME])),
    )


def _written(one: OneAnswer) -> Words:
    """Of an anonymous one the words stand alone."""
    if one.answer.person is None:
        return t("\n“{words}”", words=one.answer.words)
    who = joined([t("{name}", name=part) for part in (one.shop, one.name) if part], ", ") if one.shop or one.name else t("(deleted)")
    return t("\n{stars} {who}\n“{words}”", stars=as_stars(one.answer.stars), who=who, words=one.answer.words)


def as_sheet(found: SurveyFile, language: str) -> Screen:
    if found.results.tally is None:
        return results(found.results)
    named = found.results.event.survey is Survey.NAMED
    return Screen(
        words=lines(
            t("<b>The answers about “{title}” stand in the file above.</b>", title=title_of(found.results.event)),
            t("It names people: keep it in the office.") if named else t("Counts and words on two sheets; it names nobody."),
        ),
        rows=column([results_button(found.results.event.id), HOME]),
        documents=(survey_sheet(found, language),),
        stays=True,
    )


def refused(found: Forbidden | NothingYet) -> Screen:
    return for_the_office(found) if isinstance(found, Forbidden) else nothing_yet()


def nothing_yet() -> Screen:
    return Screen(words=t("There is no result: the event is not over, or was never published."), rows=column([HOME]))


def for_the_office(found: Forbidden) -> Screen:
    return refused_by_role(found, t("Only the coordinators of the office see the results. When they share them, you get them here."))


# -- sharing them


def share_results() -> Words:
    return t("Share the result of a survey")


def what_follows(found: Results) -> Words:
    return t("What will the office do about it? One or two sentences go to all who took part in “{title}”.", title=title_of(found.event))


def why_follows() -> Words:
    return t("people answer again when they see that something came of it.")


def an_example() -> Words:
    return t("The next briefing is in the evening, and its slides are sent beforehand.")


def shall_i_share(found: Results) -> Words:
    return tn(
        "Shall I send the chart and this to {count} person?", "Shall I send the chart and this to {count} people?", found.thanks.asked
    )


def share_it() -> Words:
    return t("📣 Share it")


def once() -> Words:
    return t("It is sent once and cannot be taken back.")


def follows() -> Words:
    return t("What follows")


def shared(outcome: ResultsShared) -> Screen:
    words = tn("📣 Shared with {count} person.", "📣 Shared with {count} people.", outcome.people)
    return Screen(words=words, rows=column([results_button(outcome.event), HOME]))


def shared_before() -> Words:
    return t("The result was shared already; it is sent once.")


def too_few(answers: int) -> Words:
    return tn(
        "Only {count} person has answered: with so few the result would tell who said what.",
        "Only {count} people have answered: with so few the result would tell who said what.",
        answers,
    )


def done(said: Words) -> Screen:
    return Screen(words=said, rows=column([HOME]))
