"""What can be done about an event, and from which pool a person's seat comes. Pure: the caller brings facts and the time.

An event has one pool of seats for everybody, or several for groups, or both: who belongs to a group takes its seats first and then those
of everybody. A pool without a number has no end.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_TITLE = 80
LONGEST_TEXT = 3000  # with place, dates and seats it stays below what one message may hold
MOST_DATES = 20
MOST_GUESTS = 5
MOST_QUESTIONS = 8
MOST_OPTIONS = 8


class EventState(StrEnum):
    DRAFT = "draft"  # only the office sees it
    PUBLISHED = "published"
    CANCELLED = "cancelled"


class Audience(StrEnum):
    EVERYBODY = "everybody"
    OWNERS = "owners"  # who has a registered shop
    MEMBERS = "members"  # who sits in a consortium


class Reminder(StrEnum):
    WEEK = "week"  # a week before
    DAY = "day"  # the day before
    HOURS = "hours"  # two hours before


class Survey(StrEnum):
    """Afterwards. A person is told which it is before they answer."""

    ANONYMOUS = "anonymous"
    NAMED = "named"


class Group(StrEnum):
    """Whose seats. A person belongs to exactly one of the last three."""

    ALL = "all"
    MEMBERS = "members"
    OWNERS = "owners"  # a shop, and no consortium
    OTHERS = "others"


class Answer(StrEnum):
    COMING = "coming"
    MAYBE = "maybe"  # hears of changes; takes no seat
    NOT_COMING = "not"
    WAITING = "waiting"
    OFFERED = "offered"  # seats are held for them until they answer
    LAPSED = "lapsed"  # an offer was left without an answer


HOLD_SEATS = (Answer.COMING, Answer.OFFERED)
HEAR = (Answer.COMING, Answer.MAYBE, Answer.WAITING, Answer.OFFERED)  # of changes


class Standing(StrEnum):
    """Whether one can answer now."""

    OPEN = "open"
    DRAFT = "draft"
    CANCELLED = "cancelled"
    NOT_YET = "not_yet"
    CLOSED = "closed"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A person, as far as an audience asks. `gus`: of their shops."""

    has_shop: bool
    in_consortium: bool
    gus: frozenset[str] = frozenset()
    tracks: frozenset[str] = frozenset()  # of their consortia

    @property
    def group(self) -> Group:
        if self.in_consortium:
            return Group.MEMBERS
        return Group.OWNERS if self.has_shop else Group.OTHERS


class NotForYou(StrEnum):
    """Why an event is for others."""

    OWNERS_ONLY = "owners_only"
    MEMBERS_ONLY = "members_only"
    OTHER_GU = "other_gu"
    OTHER_TRACK = "other_track"


def not_for(who: Who, audience: Audience, gus: Collection[str], track: str | None) -> NotForYou | None:
    """None: it is for them. A person without a shop has no gu, and one in no consortium no track: those limits do not shut them out."""
    if audience is Audience.MEMBERS and not who.in_consortium:
        return NotForYou.MEMBERS_ONLY
    if audience is Audience.OWNERS and not who.has_shop:
        return NotForYou.OWNERS_ONLY
    if gus and who.gus and not who.gus & set(gus):
        return NotForYou.OTHER_GU
    if track is not None and who.tracks and track not in who.tracks:
        return NotForYou.OTHER_TRACK
    return None


def standing(state: EventState, *, opens_at: datetime | None, closes_at: datetime | None, starts_at: datetime, now: datetime) -> Standing:
    """`closes_at` None: until it begins. Both ends belong to the window."""
    if state is EventState.DRAFT:
        return Standing.DRAFT
    if state is EventState.CANCELLED:
        return Standing.CANCELLED
    if now >= starts_at:
        return Standing.OVER
    if opens_at is not None and now < opens_at:
        return Standing.NOT_YET
    return Standing.CLOSED if closes_at is not None and now > closes_at else Standing.OPEN


def pools_of(group: Group, pools: Collection[Group]) -> tuple[Group, ...]:
    """From which pools the seats of this group come, the first one first."""
    return tuple(one for one in (group, Group.ALL) if one in pools)


def left(seats: int | None, taken: int) -> int | None:
    """None: no end."""
    return None if seats is None else max(seats - taken, 0)


def room(group: Group, pools: Mapping[Group, int | None], taken: Mapping[Group, int]) -> int | None:
    """How many seats somebody of this group could still have. None: no end."""
    found = [left(pools[one], taken.get(one, 0)) for one in pools_of(group, pools)]
    return None if None in found else sum(one or 0 for one in found)


def dealt(party: int, group: Group, pools: Mapping[Group, int | None], taken: Mapping[Group, int]) -> Mapping[Group, int] | None:
    """How many of the party's seats come from which pool; None where the whole party does not fit."""
    wanted, given = party, dict[Group, int]()
    for pool in pools_of(group, pools):
        free = left(pools[pool], taken.get(pool, 0))
        part = wanted if free is None else min(wanted, free)
        if part:
            given[pool], wanted = part, wanted - part
    return given if wanted == 0 else None


def lowest_free(taken: Collection[int], how_many: int) -> Sequence[int]:
    """The numbers of the seats to take: the lowest that are free, counted from 1."""
    found, number = list[int](), 1
    while len(found) < how_many:
        if number not in taken:
            found.append(number)
        number += 1
    return found
