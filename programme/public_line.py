"""What of a typed text may stand where strangers read it: one line, and nothing in it by which somebody could be reached."""

import re

from programme.contact_words import without_reach
from programme.unseen import seen

LONGEST = 100
HIDDEN = "…"
_FEWEST_DIGITS = 7  # of a telephone number without its area code
_REACHES = re.compile(r"\S+@\S+|@\w+|(?:https?://|www\.)\S+|\b(?:[\w-]+\.)+[a-z]{2,}/\S+", re.IGNORECASE)
_NUMBERS = re.compile(r"\+?\d[\d ().–-]*\d")
_DATE = re.compile(r"(?:19|20)\d\d[ .–-]{1,2}\d{1,2}[ .–-]{1,2}\d{1,2}")


def public_line(text: str) -> str:
    """The first line, at most `LONGEST` characters, with numbers, addresses and links taken out."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    plain = seen(first)
    shown = without_reach(_NUMBERS.sub(_without_telephone, _REACHES.sub(HIDDEN, plain)), HIDDEN, but=_DATE)
    line = first if shown == plain else shown
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def _without_telephone(found: re.Match[str]) -> str:
    number = found.group()
    digits = sum(letter.isdecimal() for letter in number)
    return number if digits < _FEWEST_DIGITS or _DATE.fullmatch(number) else HIDDEN
