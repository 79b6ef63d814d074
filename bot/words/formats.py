"""How facts are written: the only module that formats with Babel.

Korean officials write "2026. 11. 22.(일) 14:00" and "9,000만 원"; CLDR would say "PM 2:05" and "대한민국 원", so the patterns are ours.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from bot.words.value import Fact

SEOUL = ZoneInfo("Asia/Seoul")
_DATE_PATTERNS = {"ko": "y. M. d.(EEE)", "en": "EEE d MMM y"}
_SHORT_PATTERNS = {"ko": "M. d.(EEE)", "en": "EEE d MMM"}
_MONTH_PATTERNS = {"ko": "y년 M월", "en": "MMMM y"}
_KOREAN_UNITS = ((10**12, "조"), (10**8, "억"), (10**4, "만"))
_ENGLISH_UNITS = ((10**9, "billion"), (10**6, "million"))


@cache
def language_name(language: str) -> str:
    """A language in its own words: 한국어, English."""
    name = Locale.parse(language).get_display_name()
    return name or language


def bulleted(how: str, parts: list[str]) -> str:
    """A list: `lines` one below the other, `bullets` the same with dots, otherwise with commas."""
    if how == "bullets":
        return "\n".join(f"• {part}" for part in parts)
    return ("\n" if how == "lines" else ", ").join(parts)


def formatted(fact: Fact, how: str, language: str) -> str:
    """A single fact as text. Raises TypeError when the format is not for this kind of fact."""
    if not how:
        how = _usual(fact)
    return FORMATS[how](fact, language)


def _usual(fact: Fact) -> str:
    if isinstance(fact, datetime):
        return "datetime"
    return "date" if isinstance(fact, date) else "text"


def _text(fact: Fact, language: str) -> str:  # noqa: ARG001 - all formats are called alike
    return str(fact)


def _number(fact: Fact, language: str) -> str:
    return _grouped(_whole(fact), language)


def _won(fact: Fact, language: str) -> str:
    return _full_won(_whole(fact), language)


def _won_short(fact: Fact, language: str) -> str:
    amount = _whole(fact)
    return _korean_units(amount) if language == "ko" else _english_units(amount, language)


def _won_both(fact: Fact, language: str) -> str:
    """In full, and in short where that says it better."""
    full, short = _won(fact, language), _won_short(fact, language)
    return full if short == full else f"{full} ({short})"


def _date(fact: Fact, language: str) -> str:
    if isinstance(fact, datetime):
        fact = fact.astimezone(SEOUL).date()
    if not isinstance(fact, date):
        raise TypeError(f"a {type(fact).__name__} is no date")
    return _day(fact, language)


def _short_date(fact: Fact, language: str) -> str:
    """Without the year, for buttons that lie a few weeks ahead."""
    return _patterned(fact, _SHORT_PATTERNS, language)


def _month(fact: Fact, language: str) -> str:
    return _patterned(fact, _MONTH_PATTERNS, language)


def _weekday(fact: Fact, language: str) -> str:
    return _patterned(fact, {"en": "EEEEEE"}, language)


def _patterned(fact: Fact, patterns: dict[str, str], language: str) -> str:
    day = fact.astimezone(SEOUL).date() if isinstance(fact, datetime) else fact
    if not isinstance(day, date):
        raise TypeError(f"a {type(fact).__name__} is no date")
    return format_date(day, patterns.get(language, patterns["en"]), locale=language)


def _datetime(fact: Fact, language: str) -> str:
    return f"{_date(fact, language)} {_time(fact, language)}"


def _time(fact: Fact, language: str) -> str:  # noqa: ARG001
    if not isinstance(fact, datetime):
        raise TypeError(f"a {type(fact).__name__} has no time of day")
    return fact.astimezone(SEOUL).strftime("%H:%M")


def _days(fact: Fact, language: str) -> str:  # noqa: ARG001 - written alike everywhere in Korea
    left = _whole(fact)
    return "D-day" if left == 0 else f"D{-left:+d}"


def _percent(fact: Fact, language: str) -> str:
    """Exact to two decimals, otherwise marked as rounded."""
    match fact:
        case (int(part), int(whole)) if whole > 0:
            hundredths, rest = divmod(part * 10_000, whole)
        case _:
            raise TypeError("a percentage is a pair: numerator, denominator")
    if rest:
        tenths = (part * 2_000 + whole) // (2 * whole)
        about = "약 " if language == "ko" else "about "
        return f"{about}{_decimal(tenths * 10)}%"
    return f"{_decimal(hundredths)}%"


FORMATS: dict[str, Callable[[Fact, str], str]] = {
    "text": _text,
    "number": _number,
    "won": _won,
    "won_short": _won_short,
    "won_both": _won_both,
    "date": _date,
    "short_date": _short_date,
    "month": _month,
    "weekday": _weekday,
    "datetime": _datetime,
    "time": _time,
    "days": _days,
    "percent": _percent,
    "lines": _text,
    "bullets": _text,
}


def _whole(fact: Fact) -> int:
    if not isinstance(fact, int):
        raise TypeError(f"a {type(fact).__name__} is no whole number")
    return fact


def _decimal(hundredths: int) -> str:
    whole, rest = divmod(abs(hundredths), 100)
    sign = "-" if hundredths < 0 else ""
    return f"{sign}{whole:,}" + (f".{rest:02d}".rstrip("0") if rest else "")


@lru_cache(maxsize=4096)
def _grouped(number: int, language: str) -> str:
    return format_decimal(number, format="#,##0", locale=language)


@lru_cache(maxsize=2048)
def _day(on: date, language: str) -> str:
    return format_date(on, _DATE_PATTERNS.get(language, _DATE_PATTERNS["en"]), locale=language)


def _full_won(amount: int, language: str) -> str:
    return f"{_grouped(amount, language)}원" if language == "ko" else f"KRW {_grouped(amount, language)}"


@lru_cache(maxsize=4096)
def _korean_units(amount: int) -> str:
    """억 and 만 with nothing rounded away: 1억 1,111만 1,112원."""
    parts, rest = list[str](), abs(amount)
    for size, unit in _KOREAN_UNITS:
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{count:,}{unit}")
    parts.append(f"{rest:,}원" if rest or not parts else "원")
    return ("-" if amount < 0 else "") + " ".join(parts)


def _english_units(amount: int, language: str) -> str:
    """Millions and billions only when that is the exact amount."""
    for size, unit in _ENGLISH_UNITS:
        if amount and amount % size == 0:
            return f"KRW {_grouped(amount // size, language)} {unit}"
    return _full_won(amount, language)
