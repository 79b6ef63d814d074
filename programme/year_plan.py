"""The year of each track: which stage of which call is when, put together from the calls."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from programme.call import Call, Source
from programme.seoul import seoul_day
from programme.stages import Grain, Span, Stage, day_span, month_or_quarter, quarter_days, quarter_of
from programme.tracks import Track

_ORDER = {stage: place for place, stage in enumerate(Stage)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """`round`: None when it is for all rounds of the call, or when there is only one."""

    call: Call
    stage: Stage
    span: Span
    round: int | None
    source: Source

    def touches_quarter(self, year: int, quarter: int) -> bool:
        return self.span.touches(*quarter_days(year, quarter))

    def begins_in(self, year: int, quarter: int) -> bool:
        return (self.span.first.year, quarter_of(self.span.first)) == (year, quarter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One track in one year, in the order of the stages and their days."""

    track: Track
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPlan:
    """`before` and `after`: the nearest years that hold something."""

    year: int
    lanes: tuple[Lane, ...]
    before: int | None
    after: int | None


def year_plan(calls: Iterable[Call], year: int) -> YearPlan:
    found = tuple(calls)
    years = sorted(years_of(found))
    return YearPlan(
        year=year,
        lanes=tuple(Lane(track=track, entries=_lane(found, track, year)) for track in Track),
        before=max((one for one in years if one < year), default=None),
        after=min((one for one in years if one > year), default=None),
    )


def years_of(calls: Iterable[Call]) -> frozenset[int]:
    """The years in which something stands."""
    spans = [entry.span for call in calls for entry in entries_of(call)]
    return frozenset(year for span in spans for year in range(span.first.year, span.last.year + 1))


def entries_of(call: Call) -> tuple[Entry, ...]:
    return tuple(sorted(_entries(call), key=_place))


def _place(entry: Entry) -> tuple[int, date, int]:
    return _ORDER[entry.stage], entry.span.first, entry.round or 0


def _entries(call: Call) -> Iterator[Entry]:
    several = len(call.rounds) > 1
    if call.noticed_on.value is not None:
        yield Entry(call=call, stage=Stage.CALL, span=day_span(call.noticed_on.value), round=None, source=call.noticed_on.source)
    for row in call.rounds:
        number = row.number if several else None
        if row.opens is not None and row.closes is not None:
            window = Span(first=seoul_day(row.opens), last=seoul_day(row.closes), grain=Grain.DAY)
            yield Entry(call=call, stage=Stage.INTAKE, span=window, round=number, source=row.source)
        if row.selected_in is not None:
            yield Entry(call=call, stage=Stage.SELECTION, span=month_or_quarter(row.selected_in), round=number, source=row.source)
    for told in call.stages:
        yield Entry(call=call, stage=told.stage, span=told.span, round=told.round if several else None, source=told.source)


def _lane(calls: tuple[Call, ...], track: Track, year: int) -> tuple[Entry, ...]:
    """What touches the year; and of the year's own calls the first of a stage that lies wholly outside it, so that no stage is missing.
    A demo call stands only in a year about which no other call of the track says anything.
    """
    of_track = [call for call in calls if call.track is track]
    found = [entry for call in of_track for entry in _shown(call, year)]
    real = [entry for entry in found if not entry.call.is_demo]
    return tuple(sorted(real or found, key=_place))


def _shown(call: Call, year: int) -> Iterator[Entry]:
    entries = entries_of(call)
    within = [entry for entry in entries if entry.span.touches(date(year, 1, 1), date(year, 12, 31))]
    yield from within
    if call.year == year:
        missing = {entry.stage: entry for entry in reversed(entries) if entry.stage not in {one.stage for one in within}}
        yield from missing.values()
