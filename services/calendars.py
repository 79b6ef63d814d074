"""The calendar of consultants: their hours, the country's holidays and the office's own, and what stands in it already."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

import holidays

from programme.cells import midnight, starts_of
from programme.day_hours import Hours
from programme.seoul import seoul_day
from programme.slots import Diary, Plan
from programme.topics import Topic
from storage import consultants, seats, session_times, sessions, working_hours
from storage.consultants import Consultant
from storage.kept_times import kept_times
from storage.work import Work
from storage.working_hours import SpecialHours, WeeklyHours

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """`ko` and `en` are its name; one of the office has one name for both."""

    day: date
    ko: str
    en: str
    by_office: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    consultant: Consultant
    plan: Plan
    diary: Diary


async def holidays_of(work: Work, first: date, last: date) -> dict[date, Holiday]:
    """Of the country and of the office, both days included."""
    found = _country_holidays(first, last)
    for one in await working_hours.holidays_between(work.connection, first, last):
        found[one.day] = Holiday(day=one.day, ko=one.name, en=one.name, by_office=True)
    return found


def _country_holidays(first: date, last: date) -> dict[date, Holiday]:
    return {day: one for year in range(first.year, last.year + 1) for day, one in _korean(year).items() if first <= day <= last}


@cache
def _korean(year: int) -> Mapping[date, Holiday]:
    """Lunar feasts, substitute days and elections as far as the library knows them; the office adds what comes later."""
    english = holidays.country_holidays("KR", years=year, language="en_US")
    korean = holidays.country_holidays("KR", years=year, language="ko")
    return {day: Holiday(day=day, ko=korean[day], en=english[day], by_office=False) for day in korean}


async def plans_of(work: Work, those: Sequence[Consultant], first: date, last: date) -> dict[int, Plan]:
    """By person; for days from `first` to `last`, both included."""
    people = [one.person for one in those]
    begins, ends = _begins(first) - DAY, _begins(last) + 2 * DAY
    kept, by_office = await kept_times(work.connection, people, first, last, starts_at=begins, ends_at=ends)
    off = frozenset({*_country_holidays(first, last), *(one.day for one in by_office)})
    return {
        one.person: Plan(
            week=week_hours(kept[one.person].week),
            special=special_hours(kept[one.person].special),
            blocked=tuple((time.starts_at, time.ends_at) for time in kept[one.person].blocked),
            holidays=off,
            terms=one.terms,
            paused=one.paused_at is not None,
            left=one.left_at is not None,
        )
        for one in those
    }


def week_hours(rows: Sequence[WeeklyHours]) -> dict[int, Hours]:
    """By weekday."""
    found: dict[int, Hours] = {}
    for row in rows:
        found[row.weekday] = (*found.get(row.weekday, ()), (row.starts, row.ends))
    return found


def special_hours(rows: Sequence[SpecialHours]) -> dict[date, Hours]:
    found: dict[date, Hours] = {}
    for row in rows:
        more = () if row.starts is None or row.ends is None else ((row.starts, row.ends),)
        found[row.day] = (*found.get(row.day, ()), *more)
    return found


async def calendars_of(
    work: Work, those: Sequence[Consultant], first: date, last: date, *, member: int, but: Collection[int] = ()
) -> dict[int, Calendar]:
    """By person, as this member meets them. `but`: sessions that are about to give their time up."""
    people = [one.person for one in those]
    plans = await plans_of(work, those, first, last)
    which = range(midnight(first - DAY), midnight(last + 2 * DAY))
    busy = await session_times.taken(work.connection, [*people, member], which, but=but)
    counts = await _counts(work, people, first, last, but)
    return {
        one.person: Calendar(
            consultant=one, plan=plans[one.person], diary=Diary(busy=busy[one.person], counts=counts[one.person], mine=busy[member])
        )
        for one in those
    }


async def _counts(work: Work, people: Sequence[int], first: date, last: date, but: Collection[int]) -> dict[int, Counter[date]]:
    """Sessions a day, over whole weeks."""
    monday, sunday = first - first.weekday() * DAY, last + (6 - last.weekday()) * DAY
    found = await sessions.booked_starts(work.connection, people, _begins(monday), _begins(sunday + DAY), but=but)
    return {person: Counter(seoul_day(start) for start in starts) for person, starts in found.items()}


def _begins(day: date) -> datetime:
    return starts_of(midnight(day))


async def calendar_of(work: Work, one: Consultant, first: date, last: date, *, member: int, but: Collection[int] = ()) -> Calendar:
    return (await calendars_of(work, [one], first, last, member=member, but=but))[one.person]


async def offering(
    work: Work, *, person: int, topic: str, consultant: int | None = None, way: str | None = None, language: str | None = None
) -> list[Consultant]:
    """Who advises on the topic in that way and language. Asked for by name: one on a pause, or who has left, too.

    Nobody is advised by themselves, and no conflict is mediated by one who sits in the same consortium.
    """
    if consultant is None:
        known = [one for one in await consultants.present(work.connection) if one.takes_sessions]
    else:
        named = await consultants.find(work.connection, consultant)
        known = [named] if named is not None else []
    barred = await barred_for(work, person, topic)
    return [one for one in known if one.person not in barred and offers(one, topic, way, language)]


async def gives(work: Work, one: Consultant, *, to: int, topic: str, way: str) -> bool:
    """Whether this consultant, read under its lock, advises this person on the topic in that way; as `offering` for all."""
    return offers(one, topic, way) and one.person not in await barred_for(work, to, topic)


def offers(one: Consultant, topic: str, way: str | None = None, language: str | None = None) -> bool:
    return topic in one.profile.topics and way in {None, *one.profile.ways} and language in {None, *one.profile.languages}


async def barred_for(work: Work, person: int, topic: str) -> set[int]:
    return {person, *(await seated_with(work, person) if topic == Topic.CONFLICT else ())}


async def seated_with(work: Work, person: int) -> set[int]:
    """Who sits in a consortium with this person."""
    mine = [seat.consortium for seat in await seats.of_person(work.connection, person)]
    return {seat.person for those in (await seats.of_consortia(work.connection, mine)).values() for seat in those}
