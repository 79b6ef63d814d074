"""Business registration numbers (사업자등록번호): XXX-YY-ZZZZC with a check digit, and what YY hints at."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

_WRITTEN = re.compile(r"(\d{3})[\s-]*(\d{2})[\s-]*(\d{5})")
_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)
FIRST_ISSUED = 101  # 001–100 are never issued: numbers for tests and the demo


class BusinessKind(StrEnum):
    """What the middle two digits hint at. A hint only: an owner may have changed form since."""

    SOLE_PROPRIETOR = "sole_proprietor"
    COMPANY = "company"
    NON_PROFIT = "non_profit"
    OTHER_BODY = "other_body"
    GOVERNMENT = "government"
    FOREIGN = "foreign"
    BRANCH = "branch"
    RELIGIOUS = "religious"
    VAT_EXEMPT_SOLE_PROPRIETOR = "vat_exempt_sole_proprietor"


class WhyNoNumber(StrEnum):
    NOT_TEN_DIGITS = "not_ten_digits"
    NEVER_ISSUED = "never_issued"
    WRONG_CHECK_DIGIT = "wrong_check_digit"


@dataclass(frozen=True, slots=True)
class BusinessNumber:
    digits: str  # ten, without hyphens

    @property
    def written(self) -> str:
        return f"{self.digits[:3]}-{self.digits[3:5]}-{self.digits[5:]}"

    @property
    def is_for_tests(self) -> bool:
        return int(self.digits[:3]) < FIRST_ISSUED

    @property
    def hint(self) -> BusinessKind:
        return _kind(int(self.digits[3:5]))


def read_number(text: str, *, accept_test_numbers: bool = False) -> BusinessNumber | WhyNoNumber:
    """The number typed with or without hyphens or spaces, checked digit by digit; test numbers only where they are accepted."""
    found = _WRITTEN.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        return WhyNoNumber.NOT_TEN_DIGITS
    number = BusinessNumber("".join(found.groups()))
    if not _could_be_issued(number, accept_test_numbers=accept_test_numbers):
        return WhyNoNumber.NEVER_ISSUED
    if check_digit(number.digits[:9]) != int(number.digits[9]):
        return WhyNoNumber.WRONG_CHECK_DIGIT
    return number


def check_digit(nine: str) -> int:
    """The tenth digit that belongs to the first nine."""
    total = sum(int(digit) * weight for digit, weight in zip(nine, _WEIGHTS, strict=True))
    return -(total + int(nine[8]) * 5 // 10) % 10


def _could_be_issued(number: BusinessNumber, *, accept_test_numbers: bool) -> bool:
    if number.digits[3:5] == "00" or number.digits[5:9] == "0000" or number.digits[:3] == "000":
        return False
    return accept_test_numbers or not number.is_for_tests


def _kind(middle: int) -> BusinessKind:
    special = {
        80: BusinessKind.OTHER_BODY,
        82: BusinessKind.NON_PROFIT,
        83: BusinessKind.GOVERNMENT,
        84: BusinessKind.FOREIGN,
        85: BusinessKind.BRANCH,
        89: BusinessKind.RELIGIOUS,
    }
    if middle in special:
        return special[middle]
    if middle < min(special):
        return BusinessKind.SOLE_PROPRIETOR
    return BusinessKind.VAT_EXEMPT_SOLE_PROPRIETOR if middle > max(special) else BusinessKind.COMPANY
