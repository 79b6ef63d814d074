"""Reading working hours the way people type them.

"월-금 10-12, 13-18 / 토 휴무", "Mon-Fri 10:00-18:00, lunch 12-13", "평일 오후 2시부터 6시까지".
Minutes are counted from midnight; 1440 is the end of the day. Whatever cannot be read for certain is refused rather than guessed,
but hours as they are spoken ("9-6", "2-5") are taken for those of a working day.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from programme.clock_text import TIME, TO, NotATime, span_of
from programme.day_hours import Hours, Span, merged, without

WEEKDAYS = (0, 1, 2, 3, 4)  # Monday to Friday
LONGEST = 300  # characters
Week = dict[int, Hours]


class WhyUnread(StrEnum):
    UNKNOWN = "unknown"  # a piece that is neither a day nor a time
    NO_TIMES = "no_times"  # a day without hours, and not said to be off
    BACKWARDS = "backwards"  # ends before it starts, or is no time of a day
    NOT_FIVE = "not_five"  # not in steps of five minutes
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Unread:
    """`piece`: what could not be read, as it was typed."""

    why: WhyUnread
    piece: str = ""


_KOREAN_DAYS = "월화수목금토일"
_ENGLISH_DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
_ONE_DAY = (
    r"(?:[월화수목금토일](?:요일)?|mo(?:n(?:days?)?)?|tu(?:e(?:s|sdays?)?)?|we(?:d(?:nesdays?)?)?"
    r"|th(?:u(?:rs?|rsdays?)?)?|fr(?:i(?:days?)?)?|sa(?:t(?:urdays?)?)?|su(?:n(?:days?)?)?)"
)
_SEVERAL = {
    r"평일|주중|weekdays?": WEEKDAYS,
    r"주말|weekends?": (5, 6),
    r"매일|every\s*day|daily": tuple(range(7)),
}
_TOKEN = re.compile(
    rf"(?P<span>{TIME}\s*{TO}\s*{TIME})"
    rf"|(?P<days>{'|'.join(_SEVERAL)})"
    rf"|(?P<range>{_ONE_DAY}\s*{TO}\s*{_ONE_DAY})"
    r"|(?P<recess>점심\s*시간|점심|휴식\s*시간|휴식|쉬는\s*시간|lunch\s*break|lunch|break|except(?:\s+for)?|without)"
    r"|(?P<off>휴무|휴일|쉬는\s*날|쉽니다|쉬어요|쉼|없음|off|closed|none)"
    rf"|(?P<day>{_ONE_DAY})"
    r"|(?P<left_out>제외|빼고)"
    r"|(?P<filling>까지|은|는|에|and|from|및|[\s,;:·/&+().])"
)


@dataclass(slots=True)
class _Clause:
    days: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    recesses: list[Span] = field(default_factory=list)
    off: bool = False

    @property
    def is_told(self) -> bool:
        return bool(self.spans or self.recesses) or self.off

    @property
    def hours(self) -> Hours:
        return () if self.off else without(self.spans, self.recesses)


def parse_week(text: str) -> Week | Unread:
    """The weekdays that were named (0: Monday), each with its hours; none for a day off. Without a day: Monday to Friday."""
    clauses = _clauses(text)
    if isinstance(clauses, Unread):
        return clauses
    if not clauses or not all(one.is_told for one in clauses):
        return Unread(WhyUnread.NO_TIMES)
    return _joined(clauses)


def parse_hours(text: str) -> Hours | Unread:
    """The hours of one day. No days may be named."""
    clauses = _clauses(text)
    if isinstance(clauses, Unread):
        return clauses
    if len(clauses) != 1 or clauses[0].days:
        return Unread(WhyUnread.UNKNOWN)
    return clauses[0].hours if clauses[0].is_told else Unread(WhyUnread.NO_TIMES)


def _joined(clauses: Sequence[_Clause]) -> Week:
    """Of two clauses for a day the later one counts ("Mon-Fri 10-18, Wed off"); told of the very same days, they add up."""
    week: Week = {}
    told: dict[int, frozenset[int]] = {}
    for clause in clauses:
        days = frozenset(clause.days or WEEKDAYS)
        for day in days:
            adds_up = told.get(day) == days and not clause.off
            week[day] = merged((*week[day], *clause.hours)) if adds_up else clause.hours
            told[day] = days
    return dict(sorted(week.items()))


def _clauses(text: str) -> list[_Clause] | Unread:
    if len(text) > LONGEST:
        return Unread(WhyUnread.LONG)
    tokens = _tokens(unicodedata.normalize("NFKC", text).casefold())
    if isinstance(tokens, Unread):
        return tokens
    clauses = [_Clause()]
    for i, (kind, typed) in enumerate(tokens):
        if kind in {"day", "days", "range"}:
            if clauses[-1].is_told and clauses[-1].days:
                clauses.append(_Clause())
            clauses[-1].days += _days(kind, typed)
        elif kind == "off":
            clauses[-1].off = True
        elif kind == "span":
            span = span_of(typed)
            if isinstance(span, NotATime):
                return Unread(WhyUnread.NOT_FIVE if span is NotATime.NOT_FIVE else WhyUnread.BACKWARDS, typed)
            (clauses[-1].recesses if _is_recess(tokens, i) else clauses[-1].spans).append(span)
    return [one for one in clauses if one.days or one.is_told]


def _is_recess(tokens: Sequence[tuple[str, str]], i: int) -> bool:
    """As in "lunch 12-13", "12-13 제외", "12-13 lunch" where no other time follows the word."""
    before = tokens[i - 1][0] if i else ""
    after = [kind for kind, _ in tokens[i + 1 : i + 3]]
    return before == "recess" or after[:1] == ["left_out"] or (after[:1] == ["recess"] and after[1:] != ["span"])


def _tokens(text: str) -> list[tuple[str, str]] | Unread:
    found, at = list[tuple[str, str]](), 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            return Unread(WhyUnread.UNKNOWN, text[at:].split(maxsplit=1)[0])
        if match.lastgroup != "filling":
            found.append((match.lastgroup, match[0]))
        at = match.end()
    return found


def _days(kind: str, typed: str) -> list[int]:
    if kind == "days":
        return list(next(days for words, days in _SEVERAL.items() if re.fullmatch(words, typed)))
    named = [_weekday(one) for one in re.findall(_ONE_DAY, typed)]
    if kind == "day":
        return named
    first, last = named
    return [day % 7 for day in range(first, last + (7 if last < first else 0) + 1)]


def _weekday(typed: str) -> int:
    return _KOREAN_DAYS.index(typed[0]) if typed[0] in _KOREAN_DAYS else _ENGLISH_DAYS.index(typed[:2])
