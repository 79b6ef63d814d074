"""One line of a shop at a time: the questions that registering, helping and correcting share."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.dialogue.answers import Accepted, Refused
from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice
from bot.dialogue.question import Json, Place, digest, tapped_option
from bot.dialogue.sent import Files
from bot.dialogue.taps import Pick
from bot.dialogue.typed import Day, Number, number, text
from bot.happenings import Happening
from bot.questions.employees import counted_headcount
from bot.questions.explained import explained
from bot.screens import employees as counting
from bot.screens import shop_questions as screens
from bot.screens.rules import counted_cooperatives, counted_people
from bot.screens.screen import Button, button
from bot.screens.shop_states import kind_name
from bot.screens.wording import worded
from bot.words import Words
from programme.districts import District
from programme.employees import Headcount
from programme.trades import Trade
from storage.shops import LONGEST_NAME, Kind

LONGEST_TRADE = 40
EARLIEST = date(1900, 1, 1)
MOST_EMPLOYEES = 999
MOST_FOUNDERS = 30_000  # what a small column holds, and far more than any cooperative began with
TOGETHER, LATER = -1, -2
_YEAR = re.compile(r"\d{4}")


async def name_of(ask: Ask) -> str:
    return await ask(
        text("shop_name", screens.shop_name(), at_most=LONGEST_NAME, example=screens.shop_example(), name=screens.names("shop_name"))
    )


async def kind_of(ask: Ask) -> Kind:
    return await ask(choice("kind", screens.which_kind(), Kind, label=kind_name, why=screens.why_kind(), name=screens.names("kind")))


async def trade_of(ask: Ask) -> tuple[Trade, str]:
    """The trade, and the owner's own words for one that is not listed."""
    trade = await ask(
        choice(
            "trade",
            screens.which_trade(),
            Trade,
            label=lambda one: worded(one.wording),
            why=screens.why_trade(),
            name=screens.names("trade"),
        )
    )
    if trade is not Trade.OTHER:
        return trade, ""
    question = text(
        "trade_words",
        screens.which_other_trade(),
        at_most=LONGEST_TRADE,
        example=screens.other_trade_example(),
        name=screens.names("trade_words"),
    )
    return trade, await ask(question)


async def gu_of(ask: Ask) -> District:
    return await ask(choice("gu", screens.which_gu(), District, label=lambda one: worded(one.wording), columns=2, name=screens.names("gu")))


@dataclass(frozen=True, kw_only=True)
class OpeningDay(Day):
    """A day that has been. Without its year it could be any, so the year is asked for."""

    def parse(self, text: str) -> date | Refused:
        if not _YEAR.search(text):
            return Refused(screens.day_with_year())
        day = super().parse(text)
        return Refused(screens.not_open_yet()) if isinstance(day, date) and day > self.today else day

    def hint(self) -> Words:
        return screens.opening_day_hint()


async def opening_day_of(ask: Ask) -> date:
    day: date = await ask(
        OpeningDay(
            key="opened_on",
            words=screens.opening_day(),
            why=screens.why_opening_day(),
            today=ask.today,
            earliest=EARLIEST,
            name=screens.names("opened_on"),
        )
    )
    return day


@dataclass(frozen=True, kw_only=True)
class Employees(Number):
    """A number, or one of two ways to come to it."""

    def read(self, happening: Happening, place: Place) -> Accepted[Any] | Refused:
        for way in (TOGETHER, LATER):
            if tapped_option(happening, place) == digest(str(way)):
                return Accepted(way)
        return super().read(happening, place)

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        ways = ((screens.count_together(), TOGETHER), (screens.count_later(), LATER))
        rows = ((button(label, Pick(place.draft, place.asked, digest(str(way)))),) for label, way in ways)
        return (*super().options(place), *rows)

    def told(self, value: int) -> Words:
        if value == TOGETHER:
            return screens.counted_below()
        return screens.to_be_counted() if value == LATER else super().told(value)

    def restored(self, stored: Json) -> int:
        return stored if stored in {TOGETHER, LATER} else super().restored(stored)


async def employees_of(ask: Ask) -> int | None:
    """Regular employees; an average is cut off, which never moves it across a limit. None: to be counted later."""
    said: int = await ask(
        Employees(
            key="employees",
            words=screens.how_many_employees(),
            why=screens.why_employees(),
            largest=MOST_EMPLOYEES,
            counted=counted_people,
            suggestions=tuple(range(6)),
            columns=3,
            name=screens.names("employees"),
        )
    )
    if said != TOGETHER:
        return None if said == LATER else said
    found = await counted_headcount(ask)
    return await _used(ask, found) if found is not None else None


async def _used(ask: Ask, found: Headcount) -> int:
    """Seen once, and listed in the summary under its own name."""
    return await ask(
        explained(
            "counted_employees",
            counting.average(found),
            (found.hundredths // 100,),
            label=counted_people,
            below=counting.how_counted(found),
            about=(found.halves, found.months),
            name=screens.names("counted"),
        )
    )


async def founders_of(ask: Ask) -> int:
    value: int = await ask(
        number(
            "founders",
            screens.how_many_founders(),
            smallest=1,
            largest=MOST_FOUNDERS,
            counted=counted_people,
            suggestions=(5, 6, 7, 8, 9, 10),
            columns=3,
            why=screens.why_founders(),
            name=screens.names("founders"),
        )
    )
    return value


async def cooperatives_of(ask: Ask) -> int:
    value: int = await ask(
        number(
            "cooperatives",
            screens.how_many_cooperatives(),
            smallest=1,
            largest=MOST_FOUNDERS,
            counted=counted_cooperatives,
            suggestions=(3, 4, 5, 6, 7, 8),
            columns=3,
            why=screens.why_cooperatives(),
            name=screens.names("cooperatives"),
        )
    )
    return value


@dataclass(frozen=True, kw_only=True)
class Paper(Files):
    def hint(self) -> Words:
        return screens.one_photo()


async def paper_of(ask: Ask) -> dict[str, Any] | None:
    """Photo or file of the registration certificate, as it is kept."""
    sent = await ask(
        Paper(
            key="paper",
            words=screens.photo_of_the_certificate(),
            why=screens.why_photo(),
            at_most=1,
            optional=True,
            name=screens.names("paper"),
        )
    )
    if not sent:
        return None
    one = sent[0]
    return {"kind": one.kind.value, "file_id": one.file_id, "name": one.name, "size": one.size}
