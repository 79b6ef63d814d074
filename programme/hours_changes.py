"""What a consultant may change of their hours, and what would come of it. Nothing here is written down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import assert_never

from programme.cells import MINUTES
from programme.day_hours import DAY, Hours, merged
from programme.hours_terms import are_offered
from programme.seoul import seoul_day
from programme.slots import Diary, Plan, Terms, times_on, why_outside

FARTHEST = timedelta(days=366)  # nothing is planned further ahead
MOST_EXCEPTIONS = 100  # days that differ, and blocked times, each
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SetWeek:
    """These weekdays have these hours from now on; those not named stay as they are."""

    week: tuple[tuple[int, Hours], ...]


@dataclass(frozen=True, slots=True)
class SetDay:
    """`hours`: () for a day off, None for those of its weekday again."""

    day: date
    hours: Hours | None


@dataclass(frozen=True, slots=True)
class BlockTime:
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class SetTerms:
    terms: Terms


Change = SetWeek | SetDay | BlockTime | SetTerms


class WhyNot(StrEnum):
    PAST = "past"
    TOO_FAR = "too_far"
    TOO_MANY = "too_many"
    NO_HOURS = "no_hours"  # not in order, or not in steps of five minutes: forged, or from an older form
    NO_TERMS = "no_terms"


def changed(plan: Plan, change: Change) -> Plan:
    match change:
        case SetWeek(week=week):
            return replace(plan, week={**plan.week, **dict(week)})
        case SetDay(day=day, hours=hours):
            others: Mapping[date, Hours] = {one: kept for one, kept in plan.special.items() if one != day}
            return replace(plan, special=others if hours is None else {**others, day: hours})
        case BlockTime(starts_at=starts_at, ends_at=ends_at):
            return replace(plan, blocked=(*plan.blocked, (starts_at, ends_at)))
        case SetTerms(terms=terms):
            return replace(plan, terms=terms)
        case _:
            assert_never(change)


def why_not(plan: Plan, change: Change, now: datetime) -> WhyNot | None:
    match change:
        case SetWeek(week=week):
            return None if week and all(0 <= day < 7 and _orderly(hours) for day, hours in week) else WhyNot.NO_HOURS  # noqa: PLR2004
        case SetDay():
            return _why_no_day(plan, change, seoul_day(now))
        case BlockTime():
            return _why_no_block(plan, change, now)
        case SetTerms(terms=terms):
            return None if are_offered(terms, plan.terms) else WhyNot.NO_TERMS
        case _:
            assert_never(change)


def free_times(plan: Plan, diary: Diary, last: date, now: datetime) -> frozenset[datetime]:
    """From now until this day of Seoul, included."""
    today = seoul_day(now)
    days = [times_on(plan, diary, today + n * ONE_DAY, now) for n in range((last - today).days + 1)]
    return frozenset(time for times in days if isinstance(times, tuple) for time in times)


def falls_out(before: Plan, after: Plan, starts_at: datetime, ends_at: datetime) -> bool:
    """Whether a session that lay in the hours does so no longer. One that was kept at an earlier change is not asked about again."""
    return why_outside(before, starts_at, ends_at) is None and why_outside(after, starts_at, ends_at) is not None


def is_touched(before: Plan, change: Change, starts_at: datetime, ends_at: datetime) -> bool:
    """Falls out, or lies on a day that is set apart just now and was out of the hours already: it became a holiday, or was kept once."""
    after = changed(before, change)
    on_that_day = isinstance(change, SetDay) and change.day == seoul_day(starts_at)
    return falls_out(before, after, starts_at, ends_at) or (on_that_day and why_outside(after, starts_at, ends_at) is not None)


def comes_back(before: Plan, after: Plan, starts_at: datetime, ends_at: datetime) -> bool:
    return falls_out(after, before, starts_at, ends_at)


def _why_no_day(plan: Plan, change: SetDay, today: date) -> WhyNot | None:
    if change.day < today:
        return WhyNot.PAST
    if change.day > today + FARTHEST:
        return WhyNot.TOO_FAR
    if change.hours is not None and not _orderly(change.hours):
        return WhyNot.NO_HOURS
    return WhyNot.TOO_MANY if change.day not in plan.special and len(plan.special) >= MOST_EXCEPTIONS else None


def _why_no_block(plan: Plan, change: BlockTime, now: datetime) -> WhyNot | None:
    if change.starts_at >= change.ends_at or (change.ends_at - change.starts_at) % timedelta(minutes=MINUTES):
        return WhyNot.NO_HOURS
    if change.ends_at <= now:
        return WhyNot.PAST
    if change.ends_at > now + FARTHEST + ONE_DAY:
        return WhyNot.TOO_FAR
    return WhyNot.TOO_MANY if len(plan.blocked) >= MOST_EXCEPTIONS else None


def _orderly(hours: Sequence[tuple[int, int]]) -> bool:
    in_steps = all(0 <= starts < ends <= DAY and starts % MINUTES == ends % MINUTES == 0 for starts, ends in hours)
    return in_steps and tuple(hours) == merged(hours)
