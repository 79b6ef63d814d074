"""Hours in words: a span, a day, a week, and the terms by which time is booked."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby

from bot.screens.month_calendar import WEEK
from bot.words import Words, joined, lines, t, tn, verbatim
from programme.day_hours import DAY, Hours
from programme.seoul import seoul_time
from storage.consultants import Terms
from storage.working_hours import BlockedTime


def clock(minutes: int) -> Words:
    return verbatim(f"{minutes // 60:02}:{minutes % 60:02}")


def hours(of_day: Hours) -> Words:
    if not of_day:
        return t("off")
    return joined([t("{starts}–{ends}", starts=clock(starts), ends=clock(ends)) for starts, ends in of_day], ", ")


def weekday(one: int) -> Words:
    return t("{day:weekday}", day=WEEK[one])


def week_lines(week: Mapping[int, Hours]) -> Words:
    """One line for days that follow each other and have the same hours."""
    runs = [list(run) for _, run in groupby(sorted(week), key=lambda day: (week[day], day - _place(week, day)))]
    return lines(*(t("{days} {hours}", days=_run(run), hours=hours(week[run[0]])) for run in runs))


def _place(week: Mapping[int, Hours], day: int) -> int:
    """So that a run breaks where a weekday is not named."""
    return sorted(week).index(day)


def _run(days: Sequence[int]) -> Words:
    if len(days) == 1:
        return weekday(days[0])
    return t("{first}–{last}", first=weekday(days[0]), last=weekday(days[-1]))


def blocked(one: BlockedTime) -> Words:
    return span(one.starts_at, one.ends_at)


def span(starts_at: datetime, ends_at: datetime) -> Words:
    """Whole days are told as days: people name the last one, and not the midnight after it."""
    starts, ends = seoul_time(starts_at), seoul_time(ends_at)
    last = (ends - timedelta(microseconds=1)).date()
    if starts.time() == ends.time() == time():
        return _days(starts.date(), last)
    if starts.date() == last:
        return t("{starts:datetime}–{ends}", starts=starts_at, ends=clock(ends.hour * 60 + ends.minute or DAY))
    return t("{starts:datetime} – {ends:datetime}", starts=starts_at, ends=ends_at)


def _days(first: date, last: date) -> Words:
    if first == last:
        return t("{day:date}, all day", day=first)
    return t("{first:date} – {last:date}, all day", first=first, last=last)


def minutes(count: int) -> Words:
    return tn("{count} minute", "{count} minutes", count) if count else t("none")


def notice(count: int) -> Words:
    return tn("{count} hour", "{count} hours", count) if count else t("none")


def ahead(days: int) -> Words:
    return tn("{count} day", "{count} days", days)


def most(count: int | None) -> Words:
    return t("no limit") if count is None else tn("{count} session", "{count} sessions", count)


def terms(kept: Terms) -> Words:
    return lines(
        t("• A session lasts {n}", n=minutes(kept.slot)),
        t("• Kept free before: {before}, after: {after}", before=minutes(kept.before), after=minutes(kept.after)),
        t("• Booked at least {n} before", n=notice(kept.notice)),
        t("• Booked at most {n} ahead", n=ahead(kept.ahead)),
        t("• A day: {day}, a week: {week}", day=most(kept.most_a_day), week=most(kept.most_a_week)),
    )
