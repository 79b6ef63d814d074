"""Looking into the raw tables of a call file, whatever is wrong with them elsewhere."""

from datetime import date, datetime, time, timedelta
from typing import Any

from programme.call_form import Raw


def table(raw: Raw, name: str) -> Raw:
    found = raw.get(name)
    return found if isinstance(found, dict) else {}


def rows(raw: Raw, name: str) -> list[Raw]:
    found = raw.get(name)
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []


def value(raw: Raw, name: str, key: str) -> Any:
    cited = table(raw, name).get(key)
    return cited.get("value") if isinstance(cited, dict) else None


def whole(number: Any) -> int | None:
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def local(moment: Any, on: date) -> datetime | None:
    """A moment as a call file writes it, on Seoul's clocks; None when it is not written rightly."""
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None)
    if not isinstance(moment, dict):
        return None
    try:
        day = on + timedelta(days=int(str(moment.get("from_loading")).removesuffix("d")))
    except (ValueError, OverflowError):
        return None
    at = moment.get("at", time(0))
    return datetime.combine(day, at) if isinstance(at, time) else None
