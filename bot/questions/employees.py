"""Counting regular employees together, in as few steps as the year allows."""

from bot.dialogue.ask import Ask
from bot.dialogue.typed import Number, number
from bot.questions.explained import Explained, explained
from bot.questions.months import LARGEST, month_ends
from bot.screens import employees as screens
from bot.screens.employees import Counted, Year
from bot.screens.rules import counted_people
from bot.words import Words
from programme.employees import Headcount, MonthEnd, Staff, headcount, steady

FEW = (0, 1, 2, 3, 4, 5)


async def counted_staff(ask: Ask) -> Staff | None:
    """None: the person will count later."""
    found = await counted_headcount(ask)
    if found is None:
        return None
    await _shown(ask, found)
    return found.staff


async def counted_headcount(ask: Ask) -> Headcount | None:
    """None: the person will count later."""
    year = await ask(_year())
    if year is Year.LATER:
        return None
    return await (_same_all_year(ask) if year is Year.SAME else _month_by_month(ask))


def _year() -> Explained[Year]:
    return explained("year", screens.which_year(), Year, label=screens.years, why=screens.why_count(), below=screens.who_counts())


async def _same_all_year(ask: Ask) -> Headcount:
    full = await ask(_count("full_time", screens.full_time()))
    half = await ask(_count("part_time", screens.part_time()))
    return steady(full, half)


def _count(key: str, words: Words) -> Number:
    return number(key, words, largest=LARGEST, counted=counted_people, suggestions=FEW, columns=3)


async def _month_by_month(ask: Ask) -> Headcount:
    full = await ask(month_ends("full_time_months", screens.full_time_months()))
    none = (0,) * len(full)
    half = await ask(month_ends("part_time_months", screens.part_time_months(), months=len(full), suggestions=(none,), about=full))
    return headcount([MonthEnd(*counts) for counts in zip(full, half, strict=True)])


async def _shown(ask: Ask, found: Headcount) -> None:
    seen = explained(
        "counted",
        screens.average(found),
        Counted,
        label=screens.use_it,
        below=screens.how_counted(found),
        about=(found.halves, found.months),
    )
    await ask(seen)
