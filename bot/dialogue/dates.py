"""Reading a date the way people type one: 2026-03-05, 2026.3.5., 26/3/5, 20260305, 3월 5일, 5 March 2026."""

import re
from datetime import date

YEAR_FIRST = re.compile(r"^(\d{4}|\d{2})\s*[-./년\s]\s*(\d{1,2})\s*[-./월\s]\s*(\d{1,2})\s*[일.]?\s*(?:\(?[월화수목금토일]\)?)?$")
MONTH_AND_DAY = re.compile(r"^(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[일.]?$")
DIGITS = re.compile(r"^(\d{4}|\d{2})(\d{2})(\d{2})$")
DAY_FIRST = re.compile(r"^(\d{1,2})\s+([a-z]{3,9})\.?,?\s+(\d{4})$")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
CENTURY = 2000


def parse_date(text: str, today: date) -> date | None:
    """The day meant, or None. A date without a year is the next one to come from `today` on."""
    typed = text.strip().lower()
    for pattern in (YEAR_FIRST, DIGITS):
        if found := pattern.match(typed):
            year, month, day = (int(part) for part in found.groups()[:3])
            return _day(year, month, day)
    if found := DAY_FIRST.match(typed):
        name = found[2][:3]
        return _day(int(found[3]), MONTHS.index(name) + 1, int(found[1])) if name in MONTHS else None
    if found := MONTH_AND_DAY.match(typed):
        return _next(int(found[1]), int(found[2]), today)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year if year >= 100 else CENTURY + year, month, day)  # noqa: PLR2004
    except ValueError:
        return None


def _next(month: int, day: int, today: date) -> date | None:
    # 29 February may be up to eight years away (1896–1904, 2096–2104).
    candidates = (_day(year, month, day) for year in range(today.year, today.year + 9))
    return next((found for found in candidates if found is not None and found >= today), None)
