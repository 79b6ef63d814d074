"""Ways to reach somebody, hidden in a sentence that strangers read: phone numbers, links, account names.

When in doubt it counts as one: the owner can say it in other words, while a number that has been read cannot be taken back.
"""

import re
from enum import StrEnum

from programme.unseen import seen

MOST_DIGITS = 7  # in one row; the shortest numbers people are reached by have eight


class Reach(StrEnum):
    """By what somebody could be reached."""

    NUMBER = "number"
    LINK = "link"
    ACCOUNT = "account"


_BETWEEN = r"[\s\-‐‑‒–—―−.()·/_,]{0,3}"
# Eight digits or more in one row are a number unless they are an amount ("50,000,000원", "30000000 won") or two years ("2019-2024").
_ROW = re.compile(rf"\d(?:{_BETWEEN}\d){{{MOST_DIGITS},}}(?P<unit>\s*(?:원|won|krw))?", re.IGNORECASE)
_YEARS = re.compile(r"(?:19|20)\d\d\D+(?:19|20)\d\d")
_AMOUNT = re.compile(r"\d{1,3}(?:,\d{3})+")
_ALOUD = re.compile(rf"[공영일이삼사오육칠팔구](?:{_BETWEEN}[공영일이삼사오육칠팔구]){{{MOST_DIGITS},}}")
_ENDINGS = "com|net|org|kr|me|io|co|shop|store|site|link|page|app|xyz|info|biz|dev|ly|gl|한국|닷컴|닷넷"
_LINK = re.compile(rf"https?:|www\.|[\w-]+\.(?:{_ENDINGS})(?![a-z])", re.IGNORECASE)
_SERVICE = r"(?:카톡|카카오톡|오픈\s*채팅|텔레그램|텔레|인스타그램|인스타|라인|밴드|kakao\s*talk|kakao|telegram|instagram|insta|line|band)"
# Behind the name of a service: "아이디 hanbit", ": hanbit", or something only an account is called ("hanbit_80").
_ACCOUNT = re.compile(
    rf"{_SERVICE}\s*(?:(?:아이디|계정|id)\s*(?:은|는|[:：=])?\s*[a-z0-9]|[:：=]\s*[a-z0-9]|[a-z]*[0-9_][a-z0-9_.]{{2,}})", re.IGNORECASE
)

# With the rest of the word, for taking them out.
_WHOLE_LINK, _WHOLE_ACCOUNT = (
    re.compile(rf"{before}(?:{found.pattern})\S*", re.IGNORECASE) for before, found in ((r"\S*", _LINK), ("", _ACCOUNT))
)


def reach_in(text: str) -> Reach | None:
    """The first kind of contact found; None for a sentence that can be shown."""
    plain = seen(text)
    if any(map(_is_number, _ROW.finditer(plain))) or _ALOUD.search(plain):
        return Reach.NUMBER
    if "@" in plain or _ACCOUNT.search(plain):
        return Reach.ACCOUNT
    return Reach.LINK if _LINK.search(plain) else None


def without_reach(plain: str, hidden: str, *, but: re.Pattern[str]) -> str:
    """Each of them replaced, and the rest left; a row of digits that is all `but` stays. `plain`: as `seen` gives it."""
    line = _ROW.sub(lambda found: hidden if _is_number(found) and not but.fullmatch(found[0]) else found[0], plain)
    for pattern in (_ALOUD, _WHOLE_ACCOUNT, _WHOLE_LINK):
        line = pattern.sub(hidden, line)
    return line


def names(text: str, name: str) -> bool:
    """Whether the text holds this name, however it is spaced or spelled. Names of one letter are too common to tell."""
    wanted = _letters(name)
    return len(wanted) > 1 and wanted in _letters(text)


def _letters(text: str) -> str:
    return "".join(letter for letter in seen(text).casefold() if letter.isalnum())


def _is_number(found: re.Match[str]) -> bool:
    row = found[0]
    if found["unit"] or _AMOUNT.fullmatch(row):
        return False
    return not _YEARS.fullmatch(row)
