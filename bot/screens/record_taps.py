"""The taps of the record of what was done. Together they carry a filter: whose, which kind of case and which one, on which day."""

from dataclasses import dataclass

from bot.taps import Tap, tap
from services.record import Filter
from services.record_cases import Case


@dataclass(frozen=True)
class _Filtered(Tap):
    grant: int = 0
    case: Case = Case.ANY
    number: int = 0
    day: int = 0

    @property
    def wanted(self) -> Filter:
        return Filter(grant=self.grant, case=self.case, number=self.number, day=self.day)


@tap("aur")
@dataclass(frozen=True)
class ShowRecord(_Filtered):
    page: int = 0


@tap("auw")
@dataclass(frozen=True)
class ChoosePerson(_Filtered):
    pass


@tap("auk")
@dataclass(frozen=True)
class ChooseKind(_Filtered):
    pass


@tap("aun")
@dataclass(frozen=True)
class ChooseCase(_Filtered):
    """Of that kind: one of those something was done to lately."""


@tap("aud")
@dataclass(frozen=True)
class ChooseDay(_Filtered):
    """`month`: as 202603; 0: this one."""

    month: int = 0


@tap("aue")
@dataclass(frozen=True)
class AskForRecord(_Filtered):
    """As a file."""


@tap("aux")
@dataclass(frozen=True)
class TakeRecord(_Filtered):
    pass


@tap("auv")
@dataclass(frozen=True)
class VerifyRecordNow(Tap):
    """Is the record whole?"""
