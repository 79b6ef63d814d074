"""Names of consortia: how they are tidied, compared, and varied when one is taken."""

import unicodedata
from collections.abc import Collection, Iterator

LONGEST = 30
VARIATIONS = range(2, 100)


def tidy(text: str) -> str:
    """One line, single spaces, nothing that is not seen: a name may not look like another by what is hidden in it."""
    seen = "".join(letter for letter in unicodedata.normalize("NFC", text) if letter.isspace() or unicodedata.category(letter)[0] != "C")
    return " ".join(seen.split())


def key(name: str) -> str:
    """What makes two names the same: letters and digits, whatever their case or width. Empty when there are none."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(letter for letter in folded if letter.isalnum())[:LONGEST]


def variation(name: str, taken: Collection[str]) -> str | None:
    """The name with the first number that makes it free. `taken`: keys."""
    return next((varied for varied in _varied(name) if key(varied) not in taken), None)


def _varied(name: str) -> Iterator[str]:
    for number in VARIATIONS:
        ending = f" {number}"
        yield f"{name[: LONGEST - len(ending)].rstrip()}{ending}"
