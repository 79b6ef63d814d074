"""Amounts of Korean won as people type them, read exactly and without guessing.

"5천만", "5,000만원", "1억 2천만", "₩50,000,000", "0.5억" and "50 million" are amounts. "1억 5천" is not: said aloud it means
150,000,000, written out it means 100,005,000, so both readings are handed back and the person chooses.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

LARGEST = 10**12
LONGEST_TEXT = 60
MAN = 10**4
THOUSAND = 1000

_SMALL = {"천": 1000, "백": 100, "십": 10}
_LARGE = {"조": 10**12, "억": 10**8, "만": MAN}
_ENGLISH = {"k": 10**3, "thousand": 10**3, "m": 10**6, "mil": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}
_HANGUL_DIGITS = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9}

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_TOKEN = re.compile(rf"\s*({_NUMBER}|[천백십조억만일이삼사오육칠팔구])")
_IN_ENGLISH = re.compile(rf"({_NUMBER})\s*({'|'.join(sorted(_ENGLISH, key=len, reverse=True))})")
_ABOUT = re.compile(r"^(?:약|총|대략|about)\s*|\s*(?:정도|쯤)$")
# A Korean keyboard often prints the backslash as the won sign.
_BEFORE = re.compile(r"^(?:₩|\\|krw)\s*")
_AFTER = re.compile(r"\s*(?:원정|원|won|krw)$")
_NEGATIVE = re.compile(r"^(?:₩|\\|krw)?\s*(?:[-−–]|마이너스|minus)\s*(?=[\d₩\\천백십조억만일이삼사오육칠팔구])")


class WhyNotWon(StrEnum):
    NOT_AN_AMOUNT = "not_an_amount"
    NEGATIVE = "negative"
    TOO_LARGE = "too_large"
    NOT_WHOLE = "not_whole"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class NotWon:
    """Why a text is no amount. `readings` (KRW, smaller first) are filled when the text could mean two amounts."""

    why: WhyNotWon
    readings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Section:
    """What stands before one of 조, 억, 만 (or before nothing: scale 1)."""

    amount: Fraction
    scale: int
    spoken: bool  # holds 천, 백 or 십


def parse_won(text: str) -> int | NotWon:
    """The whole won that `text` names, from 0 to `LARGEST`, or why it names none."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    if len(plain) > LONGEST_TEXT:
        return NotWon(WhyNotWon.NOT_AN_AMOUNT)
    plain = _ABOUT.sub("", plain)
    if _NEGATIVE.match(plain):
        return NotWon(WhyNotWon.NEGATIVE)
    bare = _BEFORE.sub("", plain)
    unitless = _AFTER.sub("", bare)
    in_english = _english(unitless)
    return _korean(unitless, says_won=unitless != bare) if in_english is None else in_english


def _english(text: str) -> int | NotWon | None:
    found = _IN_ENGLISH.fullmatch(text)
    return _whole(_number(found[1]) * _ENGLISH[found[2]]) if found else None


def _korean(text: str, *, says_won: bool) -> int | NotWon:
    tokens = _tokens(text)
    sections = _sections(tokens) if tokens else None
    if not sections:
        return NotWon(WhyNotWon.NOT_AN_AMOUNT)
    written = _whole(sum((s.amount * s.scale for s in sections), Fraction(0)))
    if isinstance(written, NotWon) or not _could_mean_man(sections, says_won=says_won):
        return written
    spoken = _whole(written + sections[-1].amount * (_heard(sections) - 1))
    return NotWon(WhyNotWon.AMBIGUOUS, (written, spoken)) if isinstance(spoken, int) else written


def _could_mean_man(sections: list[_Section], *, says_won: bool) -> bool:
    """In "1억 5천", "1억5000", "1억 2" and a bare "5천" people hear more than is written; "5천원" and "1억 5000원" do not."""
    last = sections[-1]
    if last.scale != 1:
        return False
    if len(sections) == 1:
        return last.spoken and not says_won
    return (last.spoken or not says_won) and sections[-2].scale > MAN


def _heard(sections: list[_Section]) -> int:
    """What the last number is heard to count: 만, and 천만 where a single digit follows 억 ("1억 2")."""
    single = len(sections) > 1 and not sections[-1].spoken and sections[-1].amount < 10  # noqa: PLR2004
    return THOUSAND * MAN if single else MAN


def _tokens(text: str) -> list[str] | None:
    tokens, at = [], 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            return None
        tokens.append(found[1])
        at = found.end()
    return tokens


def _sections(tokens: list[str]) -> list[_Section] | None:
    """Cut at 조, 억, 만, which must come in falling order and once each."""
    sections: list[_Section] = []
    start = 0
    for at, token in enumerate((*tokens, "")):
        if token and token not in _LARGE:
            continue
        chunk = tokens[start:at]
        scale = _LARGE.get(token, 1)
        start = at + 1
        if scale == 1 and not chunk:
            continue
        amount = _chunk(chunk) if chunk else Fraction(1)
        if amount is None or (sections and (not chunk or amount * scale >= sections[-1].scale)):
            return None
        sections.append(_Section(amount, scale, any(t in _SMALL for t in chunk)))
    return sections


def _chunk(tokens: list[str]) -> Fraction | None:
    """Reads "3천5백", "3천500", "오천", "5,000" or "0.5"."""
    amount = Fraction(0)
    digit: Fraction | None = None
    smallest: int | None = None
    for token in tokens:
        if token in _SMALL:
            if smallest is not None and _SMALL[token] >= smallest:
                return None
            smallest = _SMALL[token]
            amount += smallest * (Fraction(1) if digit is None else digit)
            digit = None
        elif digit is not None:
            return None
        else:
            digit = _number(token)
    if digit is not None and smallest is not None and smallest <= digit:
        return None
    return amount + (digit or 0)


def _number(token: str) -> Fraction:
    return Fraction(_HANGUL_DIGITS.get(token) or token.replace(",", ""))


def _whole(amount: Fraction) -> int | NotWon:
    if amount > LARGEST:
        return NotWon(WhyNotWon.TOO_LARGE)
    if amount.denominator != 1:
        return NotWon(WhyNotWon.NOT_WHOLE)
    return amount.numerator
