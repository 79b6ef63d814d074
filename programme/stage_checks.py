"""What must agree among the stages of one call file: what follows from a window, a notice or a selection is not told twice."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from programme.call_form import Raw
from programme.call_tables import local, rows, value, whole
from programme.stages import Span, Stage, day_span, month_or_quarter
from programme.toml_lines import Path

Slip = tuple[Path, str, str]  # where, what is wrong, what to do


def stage_slips(raw: Raw, on: date) -> Iterator[Slip]:
    spans: dict[tuple[str, int | None], list[Span]] = {}
    for at, row in enumerate(rows(raw, "stages")):
        yield from _told_elsewhere(raw, at, row)
        first, last = span(row.get("from"), on), span(row.get("to", row.get("from")), on)
        if first is None or last is None:
            continue
        if last.last < first.first:
            yield ("stages", at, "to"), f"the stage ends ({last.last}) before it starts ({first.first})", "exchange the two, or correct one"
            continue
        before = spans.setdefault((str(row.get("stage")), whole(row.get("round"))), [])
        if any(other.touches(first.first, last.last) for other in before):
            what = f"the stage {row.get('stage')} stands twice for the same time in [[stages]]"
            yield ("stages", at, "stage"), what, "keep one of them, or name the round of each"
        before.append(first.until(last))


def span(moment: Any, on: date) -> Span | None:
    """None when it is not written rightly."""
    if isinstance(moment, date) and not isinstance(moment, datetime):
        return day_span(moment)
    if isinstance(moment, str):
        try:
            return month_or_quarter(moment)
        except ValueError:
            return None
    counted = local(moment, on) if isinstance(moment, dict) else None
    return None if counted is None else day_span(counted.date())


def _told_elsewhere(raw: Raw, at: int, row: Raw) -> Iterator[Slip]:
    stage, number = row.get("stage"), whole(row.get("round"))
    of_round = [one for one in rows(raw, "rounds") if number in (None, whole(one.get("number")))]
    if number is not None and not of_round:
        yield ("stages", at, "round"), f"there is no round {number} in this file", "correct the number, or add the round"
    if stage == Stage.CALL and isinstance(value(raw, "call", "noticed_on"), date | dict):
        yield _twice(at, "call", "noticed_on")
    if stage == Stage.INTAKE and any("opens" in one for one in of_round):
        yield _twice(at, "intake", "the window of the round")
    if stage == Stage.SELECTION and any("selected_in" in one for one in of_round):
        yield _twice(at, "selection", "selected_in of the round")


def _twice(at: int, stage: str, told_by: str) -> Slip:
    return ("stages", at, "stage"), f"the stage {stage} follows from {told_by} and is not listed again", "remove one of the two"
