"""The second of the two steps by which a file about people is taken."""

from dataclasses import dataclass
from enum import StrEnum

from bot.taps import Tap, tap


class File(StrEnum):
    """The values lie on buttons."""

    SESSIONS = "s"  # of a year
    REGISTRATIONS = "r"  # of an event, and so are those below
    ATTENDANCE = "a"
    SURVEY = "v"


@tap("auy")
@dataclass(frozen=True)
class TakeFile(Tap):
    """`of`: the year, or the number of the event."""

    what: File
    of: int
