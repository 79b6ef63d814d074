"""The taps of consultants: what the office does with them, and a consultant's own desk."""

from dataclasses import dataclass

from bot.taps import Tap, tap
from storage.consultants import Calling


@tap("cpd")
@dataclass(frozen=True)
class ShowMyDesk(Tap):
    """My own desk as a consultant: the next sessions, my hours, my profile."""

    page: int = 0


@tap("cpm")
@dataclass(frozen=True)
class ShowMyProfile(Tap):
    """What members see of me."""


@tap("cps")
@dataclass(frozen=True)
class ShowDeskSession(Tap):
    """One session of mine, as its consultant."""

    session: int


@tap("cpf")
@dataclass(frozen=True)
class ShowSessionFiles(Tap):
    """The photos and files a member sent for it."""

    session: int


@tap("cpl")
@dataclass(frozen=True)
class ShowConsultants(Tap):
    """All consultants and mentors, for the office."""

    page: int = 0


@tap("cpo")
@dataclass(frozen=True)
class ShowConsultant(Tap):
    person: int


@tap("cpi")
@dataclass(frozen=True)
class InviteConsultant(Tap):
    """Make a link for a new one."""

    calling: Calling


@tap("cpp")
@dataclass(frozen=True)
class PauseConsultant(Tap):
    """`pauses`: takes no new sessions from now on; otherwise takes them again."""

    person: int
    pauses: bool


@tap("cpe")
@dataclass(frozen=True)
class AskToEnd(Tap):
    """What it would mean if this consultant stopped."""

    person: int


@tap("cpx")
@dataclass(frozen=True)
class EndConsultant(Tap):
    person: int


@tap("cph")
@dataclass(frozen=True)
class ShowOfficeHolidays(Tap):
    page: int = 0


@tap("cpk")
@dataclass(frozen=True)
class DropOfficeHoliday(Tap):
    """`day`: as in 2026-05-01."""

    day: str


@tap("cpq")
@dataclass(frozen=True)
class ShowOpenLinks(Tap):
    """The links for new consultants that nobody has used yet."""

    page: int = 0


@tap("cpw")
@dataclass(frozen=True)
class WithdrawOpenLink(Tap):
    """`link`: the beginning of its hash."""

    link: str
