"""A month and a day of a consultant: the hours, what is blocked, and the sessions."""

from collections.abc import Sequence
from datetime import date

from bot.screens import hours_words, month_calendar
from bot.screens.consultant_taps import ShowDeskSession
from bot.screens.consulting import topic_name
from bot.screens.hours_taps import ChangeWorkDay, ShowWorkDay, ShowWorkMonth
from bot.screens.my_hours import head, holiday, to_hours, whose
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn, verbatim
from programme.hours_changes import FARTHEST
from programme.seoul import seoul_day
from services.working_hours import KeptHours, SessionLine, WorkDay, WorkMonth
from storage.working_hours import BlockedTime


def month(found: WorkMonth) -> Screen:
    kept, who = found.kept, whose(found.kept)
    count = sum(found.counts.values())
    here = ShowWorkMonth(who, month_calendar.named(found.month))

    def cell(day: date) -> Button:
        sessions = found.counts.get(day)
        label = verbatim(f"{day.day}·{sessions}") if sessions else month_calendar.plain(day)
        return button(label, ShowWorkDay(who, day.isoformat()))

    return Screen(
        words=lines(
            head(kept),
            t("<b>{month:month}</b>: {sessions}", month=found.month, sessions=tn("{count} session", "{count} sessions", count)),
            t("The number behind the dot says how many sessions a day has. Tap a day to see it."),
        ),
        rows=(
            *month_calendar.grid(found.month, cell, rest=here),
            month_calendar.turning(
                found.month,
                lambda other: ShowWorkMonth(who, month_calendar.named(other)),
                back=found.month > (kept.today - FARTHEST),
                on=month_calendar.last_day(found.month) < kept.today + FARTHEST,
            ),
            (to_hours(who),),
            (HOME,),
        ),
    )


def day(found: WorkDay) -> Screen:
    kept, who = found.kept, whose(found.kept)
    may_change = kept.today <= found.day <= kept.today + FARTHEST
    change = [button(t("✏️ Change this day"), ChangeWorkDay(who, found.day.isoformat()))] if may_change else []
    return Screen(
        words=lines(
            t("<b>{day:date}</b>", day=found.day),
            _hours_of(kept, found.day) if may_change else None,
            *(t("⛔ {time}", time=hours_words.blocked(one)) for one in kept.blocked if _lies_in(one, found.day)),
            *_sessions(found.lines),
        ),
        rows=column(
            [
                *_to_sessions(kept, found.lines),
                *change,
                button(t("📆 Month"), ShowWorkMonth(who, month_calendar.named(found.day))),
                to_hours(who),
                HOME,
            ]
        ),
    )


def _hours_of(kept: KeptHours, day: date) -> Words:
    off = kept.holidays.get(day)
    if off is not None and day not in kept.plan.special:
        return t("A holiday: {name}", name=holiday(off))
    return t("Hours: {hours}", hours=hours_words.hours(kept.plan.hours(day)))


def _lies_in(one: BlockedTime, day: date) -> bool:
    return seoul_day(one.starts_at) <= day <= seoul_day(one.ends_at)


def _sessions(found: Sequence[SessionLine]) -> list[Words]:
    return [t("• {line}", line=session_line(one)) for one in found] or [t("No sessions on this day.")]


def session_line(one: SessionLine) -> Words:
    at, ends, topic = one.session.starts_at, one.session.ends_at, topic_name(one.session.topic)
    if not one.shop:
        return t("{at:datetime}–{ends:time} · {topic}", at=at, ends=ends, topic=topic)
    return t("{at:datetime}–{ends:time} · {topic} · {shop}", at=at, ends=ends, topic=topic, shop=one.shop)


def _to_sessions(kept: KeptHours, found: Sequence[SessionLine]) -> list[Button]:
    if not kept.mine:
        return []
    return [button(t("🗓 {at:time} {topic}", at=one.session.starts_at, topic=topic_name(one.session.topic)), _to(one)) for one in found]


def _to(one: SessionLine) -> ShowDeskSession:
    return ShowDeskSession(one.session.id)
