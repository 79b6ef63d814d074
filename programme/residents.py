"""Resident registration numbers (주민등록번호) and foreigners' numbers are never collected: find them in typed text.

YYMMDD-ABCDEFG: the birth date must exist in the century that A (1–8) names. Numbers given out since October 2020 have a random
last digit, so the check digit proves nothing. When in doubt the text counts as holding one.
"""

import re
from datetime import date

from programme.unseen import seen

# Not inside a longer row of digits or hyphens (accounts, phones), and not an amount: "…원".
_SHAPE = re.compile(r"(?<!\d)(?<!\d-)(\d{6})[\s\-./·]{0,3}([1-8])\d{6}(?!\d|-\d|\s*원)")
_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—―−ー~"), "-")
_CENTURIES = {"1": 1900, "2": 1900, "5": 1900, "6": 1900, "3": 2000, "4": 2000, "7": 2000, "8": 2000}


def holds_resident_number(text: str) -> bool:
    plain = seen(text).translate(_HYPHENS)
    return any(_born(found[1], found[2]) for found in _SHAPE.finditer(plain))


def _born(birth: str, seventh: str) -> bool:
    try:
        date(_CENTURIES[seventh] + int(birth[:2]), int(birth[2:4]), int(birth[4:]))
    except ValueError:
        return False
    return True
