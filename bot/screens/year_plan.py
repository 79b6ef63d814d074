"""The year of each track as a list by quarter, and as a picture above it."""

from collections.abc import Iterator
from datetime import date

from bot.pictures.year_picture import year_picture
from bot.screens.calendar_feed import feed_button
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button
from bot.screens.taps import ShowCalls
from bot.screens.ways import HOME
from bot.screens.wording import Footnotes, worded
from bot.screens.year_taps import ShowYear
from bot.words import Words, lines, t, verbatim
from programme.stages import QUARTERS, Grain, Span, quarter_of
from programme.year_plan import Entry, Lane, YearPlan

LINES = 28  # on one page, so that a phone does not scroll for ever


def year(plan: YearPlan, today: date, page: int) -> Screen:
    """The picture stands on the first page; the list says the same to those who cannot see it."""
    notes = Footnotes()
    pages = _in_pages([line for lane in plan.lanes for line in _lane(lane, plan.year, today, notes)])
    shown = min(max(page, 0), len(pages) - 1)
    told = _of_page(plan, today, shown, pages)
    return Screen(
        words=lines(t("<b>The year {year}</b>", year=plan.year), *told),
        rows=(*page_row(shown, more=shown + 1 < len(pages), to=lambda one: ShowYear(plan.year, one)), *_ways(plan)),
        picture=year_picture(plan, today) if shown == 0 and any(lane.entries for lane in plan.lanes) else None,
    )


def _of_page(plan: YearPlan, today: date, page: int, pages: list[list[Words]]) -> tuple[Words, ...]:
    """The sources are those of the lines on this page."""
    if not any(lane.entries for lane in plan.lanes):
        return (t("Nothing is on record for this year yet."),)
    notes = Footnotes()
    everything = [line for lane in plan.lanes for line in _lane(lane, plan.year, today, notes)]
    first = sum(map(len, pages[:page]))
    return (*everything[first : first + len(pages[page])], verbatim(""), notes.listed())


def _in_pages(told: list[Words]) -> list[list[Words]]:
    return [told[at : at + LINES] for at in range(0, len(told), LINES)] or [[]]


def _lane(lane: Lane, year: int, today: date, notes: Footnotes) -> Iterator[Words]:
    yield t("\n<b>{track}</b>", track=worded(lane.track.wording))
    if not lane.entries:
        yield t("Nothing is on record for this year.")
    if any(entry.call.is_demo for entry in lane.entries):
        yield t("⚠️ Made up for trying things out.")
    yield from _beside(t("<b>Before {year}</b>", year=year), [e for e in lane.entries if e.span.last.year < year], today, notes)
    for quarter in QUARTERS:
        yield from _quarter(lane, year, quarter, today, notes)
    yield from _beside(t("<b>After {year}</b>", year=year), [e for e in lane.entries if e.span.first.year > year], today, notes)


def _beside(title: Words, entries: list[Entry], today: date, notes: Footnotes) -> Iterator[Words]:
    if entries:
        yield title
    for entry in sorted(entries, key=lambda one: one.span.first):
        yield _line(entry, today, notes)


def _quarter(lane: Lane, year: int, quarter: int, today: date, notes: Footnotes) -> Iterator[Words]:
    going = [entry for entry in lane.entries if entry.touches_quarter(year, quarter)]
    if not going:
        return
    yield t("<b>Q{quarter}</b>", quarter=quarter)
    for entry in going:
        first_seen = entry.begins_in(year, quarter) or (quarter == QUARTERS[0] and entry.span.first.year < year)
        yield _line(entry, today, notes) if first_seen else t("• {stage}: goes on", stage=_stage(entry))


def _line(entry: Entry, today: date, notes: Footnotes) -> Words:
    facts = {"stage": _stage(entry), "when": span(entry.span), "note": notes.of(entry.source)}
    if entry.span.last < today:
        return t("• {stage}: {when} (over) {note}", **facts)
    if entry.span.first <= today:
        return t("• <b>{stage}: {when} (now)</b> {note}", **facts)
    return t("• {stage}: {when} {note}", **facts)


def _stage(entry: Entry) -> Words:
    stage = worded(entry.stage.wording)
    return stage if entry.round is None else t("{stage}, round {n}", stage=stage, n=entry.round)


def span(one: Span) -> Words:
    """As exactly as it is known."""
    if one.grain is Grain.DAY:
        return t("{day:date}", day=one.first) if one.first == one.last else t("{first:date} – {last:date}", first=one.first, last=one.last)
    if one.grain is Grain.MONTH:
        same = (one.first.year, one.first.month) == (one.last.year, one.last.month)
        return t("{month:month}", month=one.first) if same else t("{first:month} – {last:month}", first=one.first, last=one.last)
    first, last = quarter_of(one.first), quarter_of(one.last)
    if (one.first.year, first) == (one.last.year, last):
        return t("quarter {quarter} of {year}", quarter=first, year=one.first.year)
    return t("quarters {first} to {last} of {year}", first=first, last=last, year=one.first.year)


def _ways(plan: YearPlan) -> tuple[tuple[Button, ...], ...]:
    before = [button(t("◀ {year}", year=plan.before), ShowYear(plan.before))] if plan.before is not None else []
    after = [button(t("{year} ▶", year=plan.after), ShowYear(plan.after))] if plan.after is not None else []
    years = (*before, *after)
    return (*((years,) if years else ()), (feed_button(),), (button(t("◀ Calls and dates"), ShowCalls()),), (HOME,))
