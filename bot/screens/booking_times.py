"""Choosing a time: the next free ones, a month, a day; and where there is none, why and what now."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from bot.screens import month_calendar
from bot.screens.booking import back_to_who
from bot.screens.booking_reasons import reasons, why
from bot.screens.booking_search import (
    ANYONE,
    AskWhyNone,
    HoldTime,
    Search,
    ShowDay,
    ShowFilters,
    ShowMonth,
    ShowNextFree,
)
from bot.screens.booking_taps import ShowSession
from bot.screens.consulting import language_name, topic_name, way_name
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Button, Screen, button, column
from bot.screens.session_waits import wait_button
from bot.screens.ways import HOME
from bot.words import Words, joined, lines, t, tn, verbatim
from programme.cells import cells
from programme.slots import WhyNone
from programme.spoken import Spoken
from programme.topics import Way
from services.free_times import Day, Slot
from storage.consultants import Profile

Those = Mapping[int, Profile]  # the consultants that are named, by person
ONE_ROW = 3  # times beside each other


def asked(search: Search) -> dict[str, Any]:
    """What the next button carries on."""
    return {name: value for name, value in asdict(search).items() if name in _CARRIED}


_CARRIED = tuple(Search.__dataclass_fields__)


def looked_for(search: Search) -> dict[str, Any]:
    """The same for a look into the calendars."""
    return {
        "topic": search.topic,
        "consultant": search.consultant or None,
        "way": Way(search.way) if search.way in set(Way) else None,
        "language": search.language if search.language in set(Spoken) else None,
        "moving": search.moving or None,
    }


def hold(search: Search, slot: Slot, those: Those) -> HoldTime:
    """In the way that was asked for, else in the first that the consultant offers; it can be changed while the time is held."""
    how = search.way or next(iter(those[slot.consultant].ways))
    return HoldTime(**{**asked(search), "consultant": slot.consultant, "way": how}, cell=cells(slot.starts_at, slot.ends_at).start)


def head(search: Search, those: Those) -> Words:
    whom = verbatim(those[search.consultant].name) if search.consultant in those else t("anyone who fits")
    how = [way_name(search.way)] if search.way in set(Way) else []
    tongue = [language_name(search.language)] if search.language in set(Spoken) else []
    return lines(
        t("<b>Another time for your session</b>") if search.moving else None,
        t("<b>{topic}</b> · {whom}", topic=topic_name(search.topic), whom=whom),
        joined([*how, *tongue], " · ") if how or tongue else None,
    )


def next_free(search: Search, slots: Sequence[Slot], those: Those) -> Screen:
    return Screen(
        words=lines(head(search, those), t("\nThe next free times. A tap keeps one for you for a few minutes.")),
        rows=(*time_buttons(search, slots, those), *_other_ways(search), (_out(search), HOME)),
    )


def time_buttons(search: Search, slots: Sequence[Slot], those: Those) -> tuple[tuple[Button, ...], ...]:
    return column(button(_label(one, those), hold(search, one, those)) for one in slots)


def _label(one: Slot, those: Those) -> Words:
    return t("{at:short_date} {at:time} · {name}", at=one.starts_at, name=those[one.consultant].name)


def _other_ways(search: Search) -> tuple[tuple[Button, ...], ...]:
    calendar = button(t("📅 Calendar"), ShowMonth(**asked(search)))
    return ((calendar,),) if search.moving else ((calendar, button(t("🎚 How, language"), ShowFilters(**asked(search)))),)


def _out(search: Search) -> Button:
    return button(t("◀ My session"), ShowSession(search.moving)) if search.moving else back_to_who(search.topic, search.consultant)


def no_next_free(search: Search, those: Those) -> Screen:
    return Screen(
        words=lines(
            head(search, those), t("\nThere is no free time in the coming weeks."), t("Nobody is left standing: here is what you can do.")
        ),
        rows=(*column(ways_on(search)), (_out(search), HOME)),
    )


def ways_on(search: Search, month: str = "") -> list[Button]:
    """What to do where no time is free. Who moves a session keeps the one they have, and does not wait."""
    others = [button(t("👥 Somebody else"), ShowNextFree(**{**asked(search), "consultant": ANYONE}))] if search.consultant != ANYONE else []
    loose = [button(t("🎚 However, in any language"), ShowNextFree(**_loosened(search)))] if search.way or search.language else []
    explained = [button(t("❓ Why is there no time?"), AskWhyNone(**asked(search), month=month))]
    waits = [] if search.moving else [wait_button(search.topic, search.consultant, search.way)]
    return [*explained, *others, *loose, *waits, ASK_A_PERSON]


def _loosened(search: Search) -> dict[str, Any]:
    return {**asked(search), "way": "", "language": ""}


def month(search: Search, days: Sequence[Day], those: Those, today: date) -> Screen:
    """`days`: those of one month. Only free days are marked; the others say why not when they are tapped."""
    first = days[0].day
    free = {one.day for one in days if one.slots}
    cell = ShowMonth(**asked(search), month=month_calendar.named(first))
    return Screen(
        words=lines(head(search, those), t("\n<b>{month:month}</b>", month=first), _how_to_read(anything=bool(free))),
        rows=(
            *month_calendar.grid(first, lambda day: _day(search, day, free=day in free), rest=cell),
            month_calendar.turning(first, lambda to: _turned(search, to), back=first > today, on=days[-1].why is not WhyNone.TOO_FAR),
            *(() if free else column(ways_on(search, month_calendar.named(first)))),
            (button(t("🕐 Next free times"), ShowNextFree(**asked(search))),),
            (_out(search), HOME),
        ),
    )


def _how_to_read(*, anything: bool) -> Words:
    if anything:
        return t("Days with ✓ have free times. Tap any other day and I say why it has none.")
    return t("No day of this month has a free time.")


def _day(search: Search, day: date, *, free: bool) -> Button:
    label = month_calendar.free(day) if free else month_calendar.plain(day)
    return button(label, ShowDay(**asked(search), day=day.isoformat()))


def _turned(search: Search, to: date) -> ShowMonth:
    return ShowMonth(**asked(search), month=month_calendar.named(to))


def why_not(day: date, one: WhyNone | None) -> Words:
    """The toast over a day without times. None: its times have just gone."""
    return t("{day:date}: {why}", day=day, why=why(one or WhyNone.TAKEN))


def times(search: Search, day: date, slots: Sequence[Slot], those: Those) -> Screen:
    alone = search.consultant != ANYONE
    ways = [button(t("{at:time}", at=one.starts_at) if alone else _who_then(one, those), hold(search, one, those)) for one in slots]
    size = ONE_ROW if alone else 1
    return Screen(
        words=lines(head(search, those), t("\n<b>{day:date}</b>: when?", day=day), t("A tap keeps the time for you for a few minutes.")),
        rows=(
            *(tuple(ways[n : n + size]) for n in range(0, len(ways), size)),
            (button(t("◀ Calendar"), ShowMonth(**asked(search), month=month_calendar.named(day))), HOME),
        ),
    )


def _who_then(one: Slot, those: Those) -> Words:
    return t("{at:time} · {name}", at=one.starts_at, name=those[one.consultant].name)


def why_none(search: Search, found: Mapping[WhyNone, int], those: Those, until: date, *, free: int) -> Screen:
    """`free`: on how many days there is a time now, since this may be asked on an old message."""
    ways = [one for one in ways_on(search) if not isinstance(one.tap, AskWhyNone)]
    return Screen(
        words=lines(
            head(search, those),
            t("\n<b>Why there is no free time until {until:date}</b>", until=until),
            t("{reasons:bullets}", reasons=reasons(found)) if found else t("Nobody offers this in that way and language."),
            tn("But now {count} day has free times: see the calendar.", "But now {count} days have free times: see the calendar.", free)
            if free
            else t("\nTimes become free again when somebody moves or cancels."),
        ),
        rows=(*column(ways), (button(t("📅 Calendar"), ShowMonth(**asked(search))), HOME)),
    )
