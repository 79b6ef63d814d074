"""Questions answered by hours: a week, a day, a time of day."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.dialogue.answers import Gone, Refused
from bot.dialogue.question import Json, Place
from bot.dialogue.taps import Pick
from bot.dialogue.typed import Typed
from bot.screens import hours_questions as screens
from bot.screens import hours_words
from bot.screens.screen import Button, button
from bot.words import Words
from programme.clock_text import NotATime, time_of
from programme.day_hours import DAY, Hours
from programme.hours_text import Unread, Week, parse_hours, parse_week


def _hours_of(stored: Json) -> Hours:
    return tuple((int(starts), int(ends)) for starts, ends in stored)


@dataclass(frozen=True, kw_only=True)
class WeekHours(Typed):
    """Some weekdays with their hours. `suggestions`: common weeks, by `labels` of the same order."""

    labels: tuple[Words, ...] = ()
    columns: int = 1

    def parse(self, text: str) -> Week | Refused:
        week = parse_week(text)
        return Refused(screens.unread(week)) if isinstance(week, Unread) else week

    def stored(self, value: Week) -> Json:
        return [[day, list(map(list, hours))] for day, hours in sorted(value.items())]

    def restored(self, stored: Json) -> Week:
        return {int(day): _hours_of(hours) for day, hours in stored}

    def told(self, value: Week) -> Words:
        return hours_words.week_lines(value)

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        pairs = zip(self.labels, self.suggestions, strict=True)
        return tuple((button(label, Pick(place.draft, place.asked, self._token(week))),) for label, week in pairs)

    def hint(self) -> Words:
        return screens.type_the_week()


@dataclass(frozen=True, kw_only=True)
class DayHours(Typed):
    """The hours of one day: () is a day off, None the hours of its weekday."""

    columns: int = 1

    def parse(self, text: str) -> Hours | Refused:
        hours = parse_hours(text)
        return Refused(screens.unread_of_day(hours)) if isinstance(hours, Unread) else hours

    def stored(self, value: Hours | None) -> Json:
        return "usual" if value is None else list(map(list, value))

    def restored(self, stored: Json) -> Hours | None:
        return None if stored == "usual" else _hours_of(stored)

    def told(self, value: Hours | None) -> Words:
        return screens.as_the_weekday() if value is None else screens.day_off() if not value else hours_words.hours(value)

    def hint(self) -> Words:
        return screens.type_the_hours()


@dataclass(frozen=True, kw_only=True)
class TimeOfDay(Typed):
    """Minutes from midnight."""

    columns: int = 3

    def parse(self, text: str) -> int | Refused:
        found = time_of(text)
        return Refused(screens.not_a_time()) if isinstance(found, NotATime) else found

    def restored(self, stored: Json) -> int:
        if not isinstance(stored, int) or not 0 <= stored <= DAY:
            raise Gone
        return stored

    def told(self, value: int) -> Words:
        return hours_words.clock(value)

    def hint(self) -> Words:
        return screens.type_the_time()


def week_hours(key: str, words: Words, presets: Mapping[Words, Week], **more: Any) -> WeekHours:
    return WeekHours(key=key, words=words, labels=tuple(presets), suggestions=tuple(presets.values()), **more)


def day_hours(key: str, words: Words, **more: Any) -> DayHours:
    return DayHours(key=key, words=words, **more)


def time_of_day(key: str, words: Words, **more: Any) -> TimeOfDay:
    return TimeOfDay(key=key, words=words, **more)
