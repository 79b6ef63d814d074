"""The wish to have a time of a consultant kept, and what can become of it."""

from dataclasses import dataclass
from datetime import datetime

from programme.seoul import seoul_time
from programme.slots import WhyNone
from programme.topics import Topic, Way
from services.free_times import Slot
from services.session_limits import NotMine, OverAlready, TooLate
from services.session_members import NoShop
from storage.consultants import Calling
from storage.sessions import Session


@dataclass(frozen=True, slots=True)
class Held:
    """Until `session.held_until`."""

    session: Session


@dataclass(frozen=True, slots=True)
class JustTaken:
    """Somebody was faster; the free times nearest to it."""

    nearest: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class YearUsed:
    """All sessions of that year, by this consortium or person."""

    used: int
    of: int
    calling: Calling
    year: int


@dataclass(frozen=True, slots=True)
class TooManyAhead:
    most: int


@dataclass(frozen=True, slots=True)
class NotOffered:
    """`why` None: the consultant does not offer this, or the hours have changed and this is none of their times any more."""

    why: WhyNone | None


@dataclass(frozen=True, slots=True)
class HeldTooOften:
    """They have had this time held so many times and let it go; others have their turn until then."""

    times: int
    until: datetime


CannotMove = NotMine | OverAlready | TooLate
NotHeldFor = JustTaken | YearUsed | TooManyAhead | HeldTooOften | NoShop | NotOffered | CannotMove


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """`moves`: the own session whose place it is to take."""

    person: int
    consultant: int
    starts_at: datetime
    topic: Topic
    way: Way
    moves: int | None = None
    confidential: bool = False

    @property
    def is_confidential(self) -> bool:
        return self.confidential or self.topic is Topic.CONFLICT

    @property
    def year(self) -> int:
        return seoul_time(self.starts_at).year


def wish_of(session: Session) -> Wish:
    return Wish(
        person=session.person,
        consultant=session.consultant,
        starts_at=session.starts_at,
        topic=Topic(session.topic),
        way=Way(session.way),
        moves=session.moves,
        confidential=session.confidential,
    )
