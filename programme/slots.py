"""Which times of a consultant can be booked, and why a day has none.

Sessions are laid end to end, buffers between them, from where the free time begins: from the opening of the hours, or from the end of
what is in the way. A fixed grid of the session's length would lose a whole place to every buffer; one that begins anew behind each
obstacle holds as many sessions as fit, and booking any of its times takes away no other. Buffers may reach beyond the hours, into
a lunch break or the evening, but not into a blocked time or another session.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from programme.cells import MINUTES, cells, midnight, starts_of, up
from programme.day_hours import Hours, merged
from programme.seoul import seoul_day, seoul_time

DAY = timedelta(days=1)


class WhyNone(StrEnum):
    """In the order in which there is hope for another time."""

    TAKEN = "taken"
    DAY_FULL = "day_full"  # the consultant's limit of a day
    WEEK_FULL = "week_full"
    TOO_SOON = "too_soon"  # less than the notice the consultant asks for
    BLOCKED = "blocked"
    HOLIDAY = "holiday"
    DAY_OFF = "day_off"
    TOO_FAR = "too_far"  # further ahead than the consultant plans
    PAST = "past"
    PAUSED = "paused"  # takes no new sessions for now
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How the time of a consultant is booked. `slot`, `before` and `after` in minutes, `notice` in hours, `ahead` in days."""

    slot: int = 60
    before: int = 0
    after: int = 15
    notice: int = 24
    ahead: int = 42
    most_a_day: int | None = 4
    most_a_week: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The time of one consultant, before anything is booked. Days and minutes are Seoul's.

    `week`: hours by weekday, 0 is Monday. `special`: the hours of days that differ, () for a day off; they win over holidays, too.
    """

    week: Mapping[int, Hours]
    special: Mapping[date, Hours] = field(default_factory=dict)
    blocked: Sequence[tuple[datetime, datetime]] = ()
    holidays: AbstractSet[date] = frozenset()
    terms: Terms = Terms()
    paused: bool = False
    left: bool = False

    def hours(self, day: date) -> Hours:
        if day in self.special:
            return merged(self.special[day])
        return () if day in self.holidays else merged(self.week.get(day.weekday(), ()))

    def why_closed(self, day: date) -> WhyNone | None:
        """None: there are hours."""
        if self.hours(day):
            return None
        return WhyNone.HOLIDAY if day in self.holidays and day not in self.special else WhyNone.DAY_OFF


@dataclass(frozen=True, slots=True, kw_only=True)
class Diary:
    """What stands already.

    `busy`: the consultant's cells, buffers included; `counts`: sessions by the day of Seoul; `mine`: the cells of the member who looks.
    """

    busy: AbstractSet[int] = frozenset()
    counts: Mapping[date, int] = field(default_factory=dict)
    mine: AbstractSet[int] = frozenset()


def times_on(plan: Plan, diary: Diary, day: date, now: datetime) -> tuple[datetime, ...] | WhyNone:
    """When a session can begin on this day of Seoul; or why never. Every limit counts: the strictest wins."""
    why = _why_closed(plan, diary, day, now)
    if why is not None:
        return why
    blocked = _blocked(plan, day)
    found = _early_enough(plan, _starts(plan, day, blocked | diary.busy), now)
    free = tuple(start for start in found if diary.mine.isdisjoint(_session(plan, start)))
    return tuple(starts_of(start) for start in free) or _why_nothing(plan, day, blocked, now)


def why_not(plan: Plan, diary: Diary, starts_at: datetime, now: datetime) -> WhyNone | None:
    """Why this is none of the times of its day; None: sessions begin at other times by now, since the hours or terms have changed."""
    if starts_at <= now:
        return WhyNone.PAST
    closed = _why_closed(plan, diary, seoul_day(starts_at), now)
    if closed is not None:
        return closed
    if starts_at < now + timedelta(hours=plan.terms.notice):
        return WhyNone.TOO_SOON
    wanted = cells(starts_at, starts_at + timedelta(minutes=plan.terms.slot))
    around = range(wanted.start - up(plan.terms.before), wanted.stop + up(plan.terms.after))
    if not diary.busy.isdisjoint(around) or not diary.mine.isdisjoint(wanted):
        return WhyNone.TAKEN
    return why_outside(plan, starts_at, starts_at + timedelta(minutes=plan.terms.slot))


def why_outside(plan: Plan, starts_at: datetime, ends_at: datetime) -> WhyNone | None:
    """Whether a session that is agreed still lies in the hours and in no blocked time; None where it does."""
    day = seoul_day(starts_at)
    closed = plan.why_closed(day)
    if closed is not None:
        return closed
    begins = seoul_time(starts_at)
    minute = begins.hour * 60 + begins.minute
    ends = minute + (ends_at - starts_at) // timedelta(minutes=1)
    if not any(opens <= minute and ends <= closes for opens, closes in plan.hours(day)):
        return WhyNone.DAY_OFF
    inside = any(starts < ends_at and starts_at < until for starts, until in plan.blocked)
    return WhyNone.BLOCKED if inside else None


def why_full(plan: Plan, diary: Diary, day: date) -> WhyNone | None:
    """The limits of a day and of its week, which begins on Monday."""
    terms = plan.terms
    if terms.most_a_week is not None and in_week(diary, day) >= terms.most_a_week:
        return WhyNone.WEEK_FULL
    if terms.most_a_day is not None and diary.counts.get(day, 0) >= terms.most_a_day:
        return WhyNone.DAY_FULL
    return None


def in_week(diary: Diary, day: date) -> int:
    monday = day - day.weekday() * DAY
    return sum(diary.counts.get(monday + n * DAY, 0) for n in range(7))


def _why_closed(plan: Plan, diary: Diary, day: date, now: datetime) -> WhyNone | None:
    today = seoul_day(now)
    if plan.left or plan.paused:
        return WhyNone.LEFT if plan.left else WhyNone.PAUSED
    if day < today:
        return WhyNone.PAST
    if day > today + plan.terms.ahead * DAY:
        return WhyNone.TOO_FAR
    return plan.why_closed(day) or why_full(plan, diary, day)


def _why_nothing(plan: Plan, day: date, blocked: AbstractSet[int], now: datetime) -> WhyNone:
    """Of a day with hours and no free time: the first thing that leaves nothing."""
    alone = _starts(plan, day, frozenset())
    if not alone:
        return WhyNone.DAY_OFF  # no session fits into the hours
    if not _early_enough(plan, alone, now):
        return WhyNone.PAST if starts_of(alone[-1]) <= now else WhyNone.TOO_SOON
    return WhyNone.TAKEN if _early_enough(plan, _starts(plan, day, blocked), now) else WhyNone.BLOCKED


def _starts(plan: Plan, day: date, busy: AbstractSet[int]) -> list[int]:
    """The cells in which sessions can begin, end to end."""
    length, before, after = up(plan.terms.slot), up(plan.terms.before), up(plan.terms.after)
    first, found = midnight(day), []
    at = first
    for opens, closes in plan.hours(day):
        at = max(at, first + up(opens))
        while at + length <= first + closes // MINUTES:
            obstacle = next((cell for cell in range(at + length + after - 1, at - before - 1, -1) if cell in busy), None)
            if obstacle is None:
                found.append(at)
            at = (at + length + after if obstacle is None else obstacle + 1) + before
    return found


def _session(plan: Plan, start: int) -> range:
    return range(start, start + up(plan.terms.slot))


def _early_enough(plan: Plan, starts: Sequence[int], now: datetime) -> list[int]:
    earliest = now + timedelta(hours=plan.terms.notice)
    return [start for start in starts if starts_of(start) > now and starts_of(start) >= earliest]


def _blocked(plan: Plan, day: date) -> AbstractSet[int]:
    """What is blocked on the day and just around it: a blocked time may last for months."""
    first, last = starts_of(midnight(day)) - DAY, starts_of(midnight(day)) + 2 * DAY
    found: set[int] = set()
    for starts_at, ends_at in plan.blocked:
        if starts_at < last and ends_at > first:
            found.update(cells(max(starts_at, first), min(ends_at, last)))
    return found
