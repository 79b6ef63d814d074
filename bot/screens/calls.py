"""Calls and dates: what is open, what comes, what was; and everything one call says, each value with its source."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from enum import StrEnum

from bot.screens.calendar_feed import feed_button
from bot.screens.call_choice import call_line
from bot.screens.call_page import contacts, dates, exclusions, papers, terms
from bot.screens.event_page import EVENTS
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.notice_taps import ShowBoard
from bot.screens.result_questions import results_button
from bot.screens.result_taps import CheckByCall, EstimateByCall, ShowCallPart
from bot.screens.screen import Button, Screen, button, column
from bot.screens.subscriptions import asked_once, first_answers, settings_button
from bot.screens.taps import ShowCall, ShowCalls
from bot.screens.ways import HOME
from bot.screens.wording import Footnotes, worded
from bot.screens.year_taps import ShowOpenForMe, ShowYear
from bot.words import Words, lines, t, verbatim
from programme.call import Call, Status
from programme.windows import CallState, Phase, state


class Part(StrEnum):
    """The pages about one call. The values lie on buttons."""

    TERMS = "t"
    DATES = "d"
    PAPERS = "p"
    EXCLUSIONS = "x"


_PAGES: dict[Part, Callable[[Call, Footnotes], Iterable[Words]]] = {
    Part.TERMS: terms,
    Part.DATES: dates,
    Part.PAPERS: papers,
    Part.EXCLUSIONS: exclusions,
}


def listed(calls: Sequence[Call], now: datetime, *, past: bool, asks: bool = False) -> Screen:
    """The hub of calls and dates. `asks`: the question about notices, which is put once, has no answer yet."""
    by_phase: dict[Phase, list[Call]] = {phase: [] for phase in Phase}
    for call in calls:
        by_phase[state(call, now).phase].append(call)
    shown = by_phase[Phase.CLOSED] if past else [*by_phase[Phase.OPEN], *by_phase[Phase.NOT_YET_OPEN], *by_phase[Phase.NOT_DATED]]
    other = ShowCalls(past=not past)
    turn = button(t("◀ Open and coming calls") if past else t("Past calls ({n})", n=len(by_phase[Phase.CLOSED])), other)
    words = _past(shown) if past else lines(_current(by_phase, now), asked_once() if asks else None)
    hub = () if past else _hub(asks=asks)
    return Screen(words=words, rows=(*hub, *column(_open(call) for call in shown), (turn,), (ASK_A_PERSON,), (HOME,)))


def _hub(*, asks: bool) -> tuple[tuple[Button, ...], ...]:
    """What goes beyond the list of calls."""
    return (
        *((first_answers(),) if asks else ()),
        (button(t("⭐ What is open for me"), ShowOpenForMe()),),
        (button(t("🗓 The year at a glance"), ShowYear()),),
        (button(t("📢 Notices"), ShowBoard()), EVENTS),
        (settings_button(),),
        (feed_button(),),
    )


def _open(call: Call) -> Button:
    return button(worded(call.title), ShowCall(call.key))


def _past(calls: Sequence[Call]) -> Words:
    if not calls:
        return lines(t("<b>Past calls</b>\n"), t("No past call is on record."))
    told = (t("• {call}", call=worded(call.title)) for call in calls)
    return lines(t("<b>Past calls</b>\n"), *told, t("\nTheir rules can still be tried: tap one."))


def _current(by_phase: dict[Phase, list[Call]], now: datetime) -> Words:
    return lines(
        t("<b>Calls and dates</b>"),
        *_section(t("\n<b>Open now</b>"), by_phase[Phase.OPEN], now, t("No call is open right now.")),
        *_section(t("\n<b>Coming</b>"), by_phase[Phase.NOT_YET_OPEN], now, None),
        *_section(t("\n<b>Dates to come</b>"), by_phase[Phase.NOT_DATED], now, None),
    )


def _section(title: Words, calls: Sequence[Call], now: datetime, none: Words | None) -> Iterable[Words]:
    if calls or none is not None:
        yield title
    for call in calls:
        yield _dated(call, state(call, now))
    if not calls and none is not None:
        yield none


def _dated(call: Call, found: CallState) -> Words:
    window = found.round
    title = worded(call.title)
    if window is None or window.opens is None or window.closes is None:
        return t("• {call}", call=title)
    if found.phase is Phase.OPEN:
        return t("• {call}: until {closes:datetime} ({left:days})", call=title, closes=window.closes, left=found.days or 0)
    return t("• {call}: from {opens:datetime} ({left:days})", call=title, opens=window.opens, left=found.days or 0)


def one(call: Call, now: datetime, part: Part, *, office: bool = False) -> Screen:
    """`office`: whoever looks is a coordinator."""
    demo = t("⚠️ Made up for trying things out: nobody is really applying.") if call.is_demo else None
    notes = Footnotes()
    title = t("<b>{call}</b> {note}", call=call_line(call, now), note=notes.of(call.source))
    told = [*_PAGES[part](call, notes), contacts(call, notes)]
    return Screen(words=lines(title, demo, *told, verbatim(""), notes.listed()), rows=_ways(call, part, office=office))


def _ways(call: Call, part: Part, *, office: bool) -> tuple[tuple[Button, ...], ...]:
    labels = {
        Part.TERMS: t("Amounts and who"),
        Part.DATES: t("Dates"),
        Part.PAPERS: t("Papers and points"),
        Part.EXCLUSIONS: t("Who may not"),
    }
    others = [button(label, ShowCallPart(call.key, other.value)) for other, label in labels.items() if other is not part]
    return (
        tuple(others),
        *column(
            [
                *((results_button(call.key),) if office and call.status is not Status.PAST_RECORD else ()),
                button(t("✅ Check by these rules"), CheckByCall(call.key)),
                button(t("💰 Estimate by these"), EstimateByCall(call.key)),
                button(t("◀ All calls"), ShowCalls()),
                HOME,
            ]
        ),
    )


def gone() -> Words:
    return t("That call is no longer here.")
