"""What a plan of an event must not be: dates that are over, a registration that ends before it begins, seats nobody can have. Pure."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from programme.events import LONGEST_TEXT, LONGEST_TITLE, MOST_DATES, MOST_GUESTS, MOST_QUESTIONS, Group

AHEAD = timedelta(days=730)  # so far in advance an event can be planned
LONGEST_DATE = timedelta(hours=24)
MOST_SEATS = 5000
KOREAN = "ko"

Span = tuple[datetime, datetime]  # from, to
Pools = Mapping[Group, int | None]


class Wrong(StrEnum):
    """Why a plan cannot stand."""

    NO_TITLE = "no_title"
    LONG_TITLE = "long_title"
    LONG_TEXT = "long_text"
    NO_DATE = "no_date"
    MANY_DATES = "many_dates"
    PAST = "past"
    TOO_FAR = "too_far"
    ENDS_FIRST = "ends_first"
    TOO_LONG = "too_long"
    OVERLAP = "overlap"
    PAST_GONE = "past_gone"  # a date that is over was taken away: people were there
    NO_PLACE = "no_place"  # neither a place nor a link
    NO_ADDRESS_PLACE = "no_address_place"  # an address, and no name of the place
    NO_LINK = "no_link"  # a link that is no https link
    NO_SEATS = "no_seats"
    MANY_SEATS = "many_seats"
    MANY_GUESTS = "many_guests"
    MANY_QUESTIONS = "many_questions"
    OPENS_LATE = "opens_late"  # registration would open when the event has begun
    CLOSES_LATE = "closes_late"  # or close after that
    CLOSES_FIRST = "closes_first"  # or close before it opens


def wrong_words(title: Mapping[str, str], text: Mapping[str, str]) -> Wrong | None:
    if not title.get(KOREAN, "").strip():
        return Wrong.NO_TITLE
    if any(len(one) > LONGEST_TITLE for one in title.values()):
        return Wrong.LONG_TITLE
    return Wrong.LONG_TEXT if any(len(one) > LONGEST_TEXT for one in text.values()) else None


def wrong_dates(spans: Sequence[Span], now: datetime, before: Collection[Span] = ()) -> Wrong | None:
    """`before`: the dates of an event that stands; those that have begun stay as they are."""
    if not spans:
        return Wrong.NO_DATE
    if len(spans) > MOST_DATES:
        return Wrong.MANY_DATES
    begun = {span for span in before if span[0] <= now}
    if not begun <= set(spans):
        return Wrong.PAST_GONE
    found = next((wrong for span in spans if span not in begun and (wrong := _wrong_span(span, now)) is not None), None)
    return found or (Wrong.OVERLAP if _overlapping(spans) else None)


def _wrong_span(span: Span, now: datetime) -> Wrong | None:
    starts, ends = span
    if ends <= starts:
        return Wrong.ENDS_FIRST
    if ends - starts > LONGEST_DATE:
        return Wrong.TOO_LONG
    if starts <= now:
        return Wrong.PAST
    return Wrong.TOO_FAR if starts > now + AHEAD else None


def _overlapping(spans: Sequence[Span]) -> bool:
    ordered = sorted(spans)
    return any(later[0] < earlier[1] for earlier, later in pairwise(ordered))


def wrong_place(place: str, address: str, link: str) -> Wrong | None:
    if address and not place:
        return Wrong.NO_ADDRESS_PLACE
    if link and not link.startswith("https://"):
        return Wrong.NO_LINK
    return Wrong.NO_PLACE if not place and not link else None


def wrong_window(opens_at: datetime | None, closes_at: datetime | None, starts_at: datetime) -> Wrong | None:
    if opens_at is not None and opens_at >= starts_at:
        return Wrong.OPENS_LATE
    if closes_at is not None and closes_at > starts_at:
        return Wrong.CLOSES_LATE
    return Wrong.CLOSES_FIRST if opens_at is not None and closes_at is not None and closes_at <= opens_at else None


def wrong_seats(pools: Pools) -> Wrong | None:
    """A pool without a single seat is none, so that an event with no seats at all has no pool."""
    if not pools or any(seats is not None and seats < 1 for seats in pools.values()):
        return Wrong.NO_SEATS
    return Wrong.MANY_SEATS if sum(seats or 0 for seats in pools.values()) > MOST_SEATS else None


def wrong_amounts(guests: int, questions: int) -> Wrong | None:
    if not 0 <= guests <= MOST_GUESTS:
        return Wrong.MANY_GUESTS
    return Wrong.MANY_QUESTIONS if questions > MOST_QUESTIONS else None


def pools_for(seats: int | None, kept: Mapping[Group, int]) -> dict[Group, int | None]:
    """Of all the seats some are kept for groups; the rest is for everybody. More kept than there are: see `kept_too_many`."""
    if seats is None:
        return {Group.ALL: None}
    own: dict[Group, int | None] = {group: number for group, number in kept.items() if number}
    rest = seats - sum(kept.values())
    return ({Group.ALL: rest} if rest > 0 else {}) | own


def kept_too_many(seats: int | None, kept: Mapping[Group, int]) -> bool:
    return seats is not None and sum(kept.values()) > seats


def seats_of(pools: Pools) -> int | None:
    """All of them together; None: no end."""
    return None if None in pools.values() else sum(seats or 0 for seats in pools.values())


def too_few(pools: Pools, taken: Mapping[Group, int]) -> Group | None:
    """A pool that would hold fewer seats than are taken in it."""
    return next((group for group, number in taken.items() if number and _fewer(pools.get(group, 0), number)), None)


def _fewer(seats: int | None, taken: int) -> bool:
    return seats is not None and seats < taken


def more_than(new: Pools, old: Pools) -> bool:
    """Whether some pool has become larger, so that somebody who waits may get a seat."""
    return any(_fewer(old.get(group, 0), seats if seats is not None else MOST_SEATS * 2) for group, seats in new.items())
