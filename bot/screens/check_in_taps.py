"""The taps of checking in: at the door, on the wall, in the chat of who comes, and of courses."""

from dataclasses import dataclass

from bot.taps import Tap, tap


@tap("ecp")
@dataclass(frozen=True)
class ShowPass(Tap):
    """The picture I show at the door."""

    event: int


@tap("ech")
@dataclass(frozen=True)
class HereAt(Tap):
    """I am at this event, whose code I have just typed."""

    event: int
    code: str


@tap("ecd")
@dataclass(frozen=True)
class ShowDoor(Tap):
    """For a coordinator: the dates people can be checked in at."""

    page: int = 0


@tap("ecl")
@dataclass(frozen=True)
class ShowAttendees(Tap):
    date: int
    page: int = 0


@tap("ece")
@dataclass(frozen=True)
class ShowEventDoor(Tap):
    """The list of the date of this event that is on, or comes next."""

    event: int


@tap("eci")
@dataclass(frozen=True)
class CheckInName(Tap):
    """`anyway`: although they do not come for sure."""

    date: int
    registration: int
    anyway: bool = False


@tap("ecb")
@dataclass(frozen=True)
class AskTakeBack(Tap):
    """They are in already: shall it be taken back?"""

    date: int
    registration: int


@tap("ecx")
@dataclass(frozen=True)
class TakeBackNow(Tap):
    date: int
    registration: int


@tap("eck")
@dataclass(frozen=True)
class CountMore(Tap):
    """So many more, or fewer, without the bot. 0: only look."""

    date: int
    more: int


@tap("ecw")
@dataclass(frozen=True)
class ShowWall(Tap):
    date: int


@tap("ecn")
@dataclass(frozen=True)
class NewWallCode(Tap):
    date: int


@tap("ecs")
@dataclass(frozen=True)
class GetAttendance(Tap):
    """Who was there, as a sheet."""

    event: int


@tap("ecy")
@dataclass(frozen=True)
class ShowParticipation(Tap):
    """How many were at the events of a year; 0: this one."""

    year: int = 0


@tap("ecz")
@dataclass(frozen=True)
class GetParticipation(Tap):
    year: int


@tap("ecq")
@dataclass(frozen=True)
class ShowCompletions(Tap):
    """For a coordinator: who completed a course."""

    event: int
    page: int = 0


@tap("ecm")
@dataclass(frozen=True)
class ShowMyCourses(Tap):
    """My courses and their certificates."""


@tap("ecc")
@dataclass(frozen=True)
class ShowMyCourse(Tap):
    event: int


@tap("ecg")
@dataclass(frozen=True)
class GetCertificate(Tap):
    """The paper, once it has been issued."""

    event: int
    english: bool = False
