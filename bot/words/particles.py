"""Korean particles: 은 or 는, 이 or 가 … as the word before them is read aloud.

Hangul syllables, numbers in Sino-Korean, Latin letters by their Korean names and Latin words by their usual spelling in Hangul.
A closing bracket is passed over, because the particle belongs to the word before it. Whoever cannot be read gets "은(는)".
"""

import re
import unicodedata
from enum import Enum
from functools import lru_cache

# spelling in a phrase: after a final consonant, after a vowel, after something nobody can read
PARTICLES = {
    "은는": ("은", "는", "은(는)"),
    "이가": ("이", "가", "이(가)"),
    "을를": ("을", "를", "을(를)"),
    "와과": ("과", "와", "와(과)"),
    "으로": ("으로", "로", "(으)로"),
    "아야": ("아", "야", "아(야)"),
    "이에요": ("이에요", "예요", "이에요(예요)"),
    "이었어요": ("이었어요", "였어요", "이었어요(였어요)"),
    **{"이" + rest: ("이" + rest, rest, "(이)" + rest) for rest in ("나", "랑", "라", "라고", "라는", "며", "든", "고", "야")},
}


class Ending(Enum):
    VOWEL = "vowel"
    RIEUL = "ㄹ"
    CONSONANT = "consonant"


V, L, C = Ending.VOWEL, Ending.RIEUL, Ending.CONSONANT

_DIGITS = dict(zip("0123456789", (C, L, V, C, V, V, C, L, L, V), strict=True))  # 영 일 이 삼 사 오 육 칠 팔 구
_TRILLIONS = range(12, 16)  # trailing zeros read 조; every other power of ten (십 백 천 만 억 경) ends in a consonant
_LETTERS = {"l": L, "r": L, "m": C, "n": C}  # 엘 알 엠 엔; all other names end in a vowel
# The first that fits decides; None: spelled one way or the other (bag 백, blog 블로그).
_READINGS: tuple[tuple[str, Ending | None], ...] = (
    (r"\(\s*[주유]\s*\)$", V),  # a company form at the end is read 주식회사, 유한회사
    (r"(?<=\d)\s?(?:[ck]?m|m?l)$|%$", V),  # 미터 리터 퍼센트
    (r"(?<=\d)\s?k?g$", C),  # 그램
)
_LATIN: tuple[tuple[str, Ending | None], ...] = (
    (r"le?$", L),  # mall 몰, table 테이블
    (r"(?:[mn]|ng|[aeiou][mn]e)$", C),  # farm 팜, line 라인
    (r"(?:^|[^aeiou])[aeiou](?:[bpt]|c?k)$|ic$", C),  # club 클럽, shop 숍, music 뮤직
    (r"[cg]$|[aeiou]{2}[bptk]$", None),  # bag 백 or blog 블로그; book 북 or boat 보트
    (r"[a-z]$", V),
)
_BRACKETED = re.compile(r"(?<=\S)\s*(?:\([^()]*\)|\[[^\[\]]*\])$")


@lru_cache(maxsize=4096)
def particle(spelling: str, before: str) -> str:
    """The form of a particle (a key of PARTICLES) that fits the text before it."""
    after_consonant, after_vowel, unread = PARTICLES[spelling]
    ending = ending_of(before)
    if ending is None:
        return unread
    if ending is V or (ending is L and spelling == "으로"):
        return after_vowel
    return after_consonant


def ending_of(text: str) -> Ending | None:
    """How the text ends when read aloud; None when that cannot be told."""
    text = unicodedata.normalize("NFKC", text).strip()
    for pattern, ending in _READINGS:
        if re.search(pattern, text, re.IGNORECASE):
            return ending
    text = _spoken(text)
    last = text[-1:]
    if "가" <= last <= "힣":
        return (V, *(L if final == 8 else C for final in range(1, 28)))[(ord(last) - ord("가")) % 28]  # noqa: PLR2004
    if last in _DIGITS:
        return _number_ending(text)
    return _latin_ending(match[0]) if (match := re.search(r"[A-Za-z]+$", text)) else None


def _spoken(text: str) -> str:
    """Without what is not read aloud at the end: a bracket with what it holds, quotation marks, full stops, emoji."""
    while text:
        shorter = _BRACKETED.sub("", text).rstrip()
        if unicodedata.category(shorter[-1])[0] in "PSMCZ":
            shorter = shorter[:-1]
        if shorter == text:
            break
        text = shorter
    return text


def _number_ending(text: str) -> Ending:
    number = re.search(r"(?<![\d.])[1-9][\d,]*$", text)
    digits = number[0].replace(",", "") if number else text
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros in _TRILLIONS and number:
        return V
    return _DIGITS[text[-1]]


def _latin_ending(word: str) -> Ending | None:
    """Short capitals are spelled out (LG 엘지), the rest is read as a word."""
    if len(word) == 1 or (word.isupper() and (len(word) <= 3 or not set(word) & set("AEIOU"))):  # noqa: PLR2004
        return _LETTERS.get(word[-1].lower(), V)
    return next(ending for pattern, ending in _LATIN if re.search(pattern, word.lower()))
