"""The terms by which a consultant's time is booked, one by one, and what each may be."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from programme.slots import Terms


class Term(StrEnum):
    """Named as the fields of `Terms`."""

    SLOT = "slot"
    BEFORE = "before"
    AFTER = "after"
    NOTICE = "notice"
    AHEAD = "ahead"
    DAY = "most_a_day"
    WEEK = "most_a_week"


Value = int | None  # None: no limit
_GAPS = (0, 5, 10, 15, 30, 60)
OFFERED: Mapping[Term, tuple[Value, ...]] = {
    Term.SLOT: (30, 45, 60, 90),
    Term.BEFORE: _GAPS,
    Term.AFTER: _GAPS,
    Term.NOTICE: (1, 3, 6, 12, 24, 48, 72, 168),
    Term.AHEAD: (7, 14, 28, 42, 60, 90),
    Term.DAY: (1, 2, 3, 4, 5, 6, 8, None),
    Term.WEEK: (2, 3, 5, 8, 10, 15, 20, None),
}


def value_of(terms: Terms, term: Term) -> Value:
    found: Value = getattr(terms, term.value)
    return found


def with_value(terms: Terms, term: Term, value: Value) -> Terms:
    changes: dict[str, Any] = {term.value: value}
    return replace(terms, **changes)


def are_offered(terms: Terms, kept: Terms) -> bool:
    """Each is one that may be chosen, or as it was."""
    return all(value_of(terms, term) in {*OFFERED[term], value_of(kept, term)} for term in Term)
