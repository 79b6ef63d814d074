"""What must agree within one call file. Works on the raw tables, so that a slip in one place hides none in another."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from programme.call import ContactRole, Status
from programme.call_form import Raw
from programme.call_tables import local, rows, table, value, whole
from programme.stage_checks import Slip, stage_slips
from programme.toml_lines import Path

WHOLE = 100
_ROWS = {
    "rules": "rule",
    "fields": "field",
    "gates": "gate",
    "exclusions": "code",
    "documents": "code",
    "criteria": "code",
    "contacts": "role",
}


def slips(raw: Raw, on: date) -> Iterator[Slip]:
    """`on`: the day from which relative moments are counted."""
    checks: tuple[Callable[[Raw], Iterator[Slip]], ...] = (_sources, _rate, _cap, _members, _weights, _doubles, _contacts, _demo)
    for check in checks:
        yield from check(raw)
    yield from _windows(raw, on)
    yield from stage_slips(raw, on)


def _sources(raw: Raw) -> Iterator[Slip]:
    known = table(raw, "sources")
    used = set()
    for path, key in _cited(raw, ()):
        used.add(key)
        if key not in known:
            yield path, f"the source {key!r} is not described", f"add a table [sources.{key}] with mark, ko and en, or cite another source"
    for key in known:
        if key not in used:
            yield ("sources", key), f"the source {key!r} is cited by nothing", "cite it where it belongs or remove it"


def _cited(node: Any, path: Path) -> Iterator[tuple[Path, str]]:
    inside = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, inner in inside:
        if key == "source" and isinstance(inner, str):
            yield (*path, key), inner
        else:
            yield from _cited(inner, (*path, key))


def _rate(raw: Raw) -> Iterator[Slip]:
    rate = value(raw, "money", "rate")
    num, den = (whole(rate.get(k)) for k in ("num", "den")) if isinstance(rate, dict) else (None, None)
    if num is not None and den is not None and num > den:
        yield ("money", "rate"), f"the rate {num}/{den} is more than the whole cost", "write 90 % as { num = 9, den = 10 }"


def _cap(raw: Raw) -> Iterator[Slip]:
    cap, unit = whole(value(raw, "money", "cap")), whole(value(raw, "money", "unit"))
    if cap is not None and unit is not None and cap < unit:
        yield ("money", "cap"), f"the cap {cap} is below the rounding unit {unit}: nobody would get anything", "write both in won"


def _members(raw: Raw) -> Iterator[Slip]:
    fewest, most = whole(value(raw, "members", "fewest")), whole(value(raw, "members", "most"))
    if fewest is not None and most is not None and fewest > most:
        yield ("members", "fewest"), f"at least {fewest} members but at most {most}", "exchange the two, or correct one"


def _weights(raw: Raw) -> Iterator[Slip]:
    weights = [whole(row.get("weight")) for row in rows(raw, "criteria")]
    total = sum(w for w in weights if w is not None)
    if weights and None not in weights and total != WHOLE:
        yield ("criteria", 0), f"the weights of the criteria make {total}", f"change them so that they make {WHOLE}"


def _doubles(raw: Raw) -> Iterator[Slip]:
    for name_of_table, key in (*_ROWS.items(), ("rounds", "number")):
        names = [str(row.get(key)) for row in rows(raw, name_of_table)]
        for name in (name for name, times in Counter(names).items() if times > 1 and name != "None"):
            last = len(names) - 1 - names[::-1].index(name)
            yield (name_of_table, last, key), f"{key} {name} stands twice in [[{name_of_table}]]", "keep one of them"


def _contacts(raw: Raw) -> Iterator[Slip]:
    if ContactRole.PROGRAMME not in [row.get("role") for row in rows(raw, "contacts")]:
        yield ("contacts", 0), "nobody to ask", 'add a [[contacts]] with role = "programme"'


def _demo(raw: Raw) -> Iterator[Slip]:
    if table(raw, "call").get("status") == Status.DEMO:
        return
    for path in _relative(raw, ()):
        yield path, "a date counted from loading", 'write the date itself; only a call with status = "demo" may count from loading'


def _relative(node: Any, path: Path) -> Iterator[Path]:
    if isinstance(node, dict) and "from_loading" in node:
        yield path
    inside = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, inner in inside:
        yield from _relative(inner, (*path, key))


def _windows(raw: Raw, on: date) -> Iterator[Slip]:
    spans: list[tuple[datetime, datetime, int]] = []
    for at, row in enumerate(rows(raw, "rounds")):
        opens, closes = local(row.get("opens"), on), local(row.get("closes"), on)
        if ("opens" in row) != ("closes" in row):
            yield ("rounds", at), "a window with one end", "give opens and closes, or neither"
        if opens and closes and closes <= opens:
            yield ("rounds", at, "closes"), f"the window ends ({closes}) before it starts ({opens})", "exchange the two, or correct one"
        elif opens and closes:
            spans.append((opens, closes, at))
    yield from _overlaps(sorted(spans))


def _overlaps(spans: list[tuple[datetime, datetime, int]]) -> Iterator[Slip]:
    for (_, closes, before), (opens, _, after) in pairwise(spans):
        if opens <= closes:
            yield (
                ("rounds", after, "opens"),
                f"round {after + 1} in this file opens ({opens}) before round {before + 1} has closed ({closes})",
                "two rounds of one call may not overlap: move one of them",
            )
