"""When an event is: one date, or several of a course, typed as people say them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.dialogue.answers import Accepted, Gone, Partly, Refused
from bot.dialogue.question import Json, Place, Question, digest
from bot.dialogue.spoken_dates import Span, parse_moment, parse_span
from bot.dialogue.taps import Done, Toggle
from bot.dialogue.typed import Typed
from bot.happenings import Happening, Said, Tapped
from bot.screens import event_date_words as words
from bot.screens import event_plan_words as screens
from bot.screens.screen import Button, button
from bot.words import Words
from programme.event_checks import wrong_dates

_LINES = re.compile(r"[\n;,]+")
AGAIN = digest("a week later")
WEEK = timedelta(days=7)
WHENEVER = "-"  # no moment of its own, as it lies in the draft


@dataclass(frozen=True, kw_only=True)
class EventDates(Question[tuple[Span, ...]]):
    """`several`: they are gathered until somebody taps "done". `before`: of an event that stands; those that have begun stay."""

    now: datetime
    today: date
    several: bool
    before: tuple[Span, ...] = field(default=())

    def read(self, happening: Happening, place: Place) -> Accepted[tuple[Span, ...]] | Partly | Refused:
        match happening:
            case Said(text=typed):
                return self._typed(typed, place)
            case Tapped(tap=Toggle(asked=asked, option=option)) if asked == place.asked and self.several:
                return self._toggled(option, self._gathered(place))
            case Tapped(tap=Done(asked=asked)) if asked == place.asked and self.several:
                return self._checked(self._gathered(place))
        return Refused(words.type_a_date())

    def _typed(self, typed: str, place: Place) -> Accepted[tuple[Span, ...]] | Partly | Refused:
        found = list[Span]()
        for line in filter(str.strip, _LINES.split(typed)):
            span = parse_span(line.strip(), self.today)
            if span is None:
                return Refused(words.unread_date(line.strip()))
            found.append(span)
        if self.several:
            return self._gathering([*self._gathered(place), *found])
        return self._checked(found) if len(found) == 1 else Refused(words.one_date_only())

    def _toggled(self, option: str, spans: list[Span]) -> Partly | Refused:
        if option == AGAIN and spans:
            return self._gathering([*spans, tuple_later(spans[-1])])
        return self._gathering([span for span in spans if digest(_stored(span)[0]) != option])

    def _gathering(self, spans: Sequence[Span]) -> Partly | Refused:
        ordered = tuple(sorted(set(spans)))
        wrong = wrong_dates(ordered, self.now, self.before) if ordered else None
        if wrong is not None:
            return Refused(screens.wrong(wrong))
        return Partly(tuple(map(_stored, ordered)), echo=words.dates_so_far(ordered))

    def _checked(self, spans: Sequence[Span]) -> Accepted[tuple[Span, ...]] | Refused:
        ordered = tuple(sorted(set(spans)))
        wrong = wrong_dates(ordered, self.now, self.before)
        return Refused(screens.wrong(wrong)) if wrong is not None else Accepted(ordered, echo=self.told(ordered))

    def _gathered(self, place: Place) -> list[Span]:
        return list(_restored(place.partial))

    def stored(self, value: tuple[Span, ...]) -> Json:
        return [_stored(span) for span in value]

    def restored(self, stored: Json) -> tuple[Span, ...]:
        spans = tuple(_restored(stored))
        if not self.several and len(spans) != 1:
            raise Gone(words.one_date_only())
        return spans

    def told(self, value: tuple[Span, ...]) -> Words:
        return words.when(value)

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        if not self.several:
            return ()
        spans = self._gathered(place)
        dropped = [(button(words.drop_date(span), Toggle(place.draft, place.asked, digest(_stored(span)[0]))),) for span in spans]
        if not spans:
            return ()
        again = button(words.a_week_later(tuple_later(spans[-1])), Toggle(place.draft, place.asked, AGAIN))
        return (*dropped, (again,), (button(words.dates_done(len(spans)), Done(place.draft, place.asked)),))

    def hint(self) -> Words:
        return words.several_dates_hint() if self.several else words.one_date_hint()


def tuple_later(span: Span) -> Span:
    return span[0] + WEEK, span[1] + WEEK


def _stored(span: Span) -> list[str]:
    return [moment.isoformat() for moment in span]


def _restored(stored: Sequence[Json]) -> list[Span]:
    return [(datetime.fromisoformat(starts), datetime.fromisoformat(ends)) for starts, ends in stored]


@dataclass(frozen=True, kw_only=True)
class Moment(Typed):
    """A day and a time; None stands for `never`, which its button says. `usual`: minutes from midnight meant by a day alone."""

    today: date
    usual: int
    never: Words
    columns: int = 1

    def parse(self, text: str) -> datetime | Refused:
        found = parse_moment(text, self.today, self.usual)
        return Refused(words.unread_moment(text.strip())) if found is None else found

    def stored(self, value: datetime | None) -> Json:
        return WHENEVER if value is None else value.isoformat()

    def restored(self, stored: Json) -> datetime | None:
        return None if stored == WHENEVER else datetime.fromisoformat(stored)

    def told(self, value: datetime | None) -> Words:
        return self.never if value is None else words.moment(value)

    def hint(self) -> Words:
        return words.moment_hint()
