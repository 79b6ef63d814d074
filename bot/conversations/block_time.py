"""A time, hours or weeks long, in which nothing can be booked."""

from datetime import date, datetime, timedelta

from bot.dialogue.ask import Ask
from bot.dialogue.choices import yes_or_no
from bot.dialogue.story import story
from bot.dialogue.typed import day
from bot.questions import hours_preview
from bot.questions.hours import time_of_day
from bot.screens import hours_questions as screens
from bot.screens.screen import Screen
from programme.cells import midnight, starts_of
from programme.day_hours import DAY
from programme.hours_changes import FARTHEST, BlockTime
from services.hours_changes import ChangeHours

OPENING, CLOSING = (540, 600, 780), (720, 1080, DAY)  # minutes from midnight


@story("block_time", screens.away())
async def block_time(ask: Ask) -> ChangeHours | Screen:
    kept = await hours_preview.kept_hours(ask)
    if isinstance(kept, Screen):
        return kept
    latest, name = kept.today + FARTHEST, screens.names
    first = await ask(day("first", screens.first_day(), kept.today, earliest=kept.today, latest=latest, name=name("first")))
    until = day(
        "last",
        screens.last_day(),
        first,
        earliest=first,
        latest=latest,
        suggestions=_common(first, latest),
        about=(first.isoformat(),),
        name=name("last"),
    )
    last = await ask(until)
    whole = await ask(yes_or_no("whole", screens.whole_days(), yes=screens.all_of_it(), no=screens.only_times(), name=name("whole")))
    starts, ends = (0, DAY) if whole else await _times(ask, first, last)
    return await hours_preview.agreed(ask, kept, BlockTime(_moment(first, starts), _moment(last, ends)))


def _common(first: date, latest: date) -> tuple[date, ...]:
    """That day alone, a week, two weeks."""
    return tuple(last for days in (0, 6, 13) if (last := first + timedelta(days=days)) <= latest)


async def _times(ask: Ask, first: date, last: date) -> tuple[int, int]:
    about = (first.isoformat(), last.isoformat())
    starts = await ask(time_of_day("starts", screens.from_when(first), suggestions=OPENING, about=about, name=screens.names("starts")))
    until = time_of_day("ends", screens.until_when(last), suggestions=CLOSING, about=(*about, starts), name=screens.names("ends"))
    ends = await ask(until)
    if first == last and ends <= starts:
        ask.again(until, screens.ends_too_early())
    return starts, ends


def _moment(on: date, minutes: int) -> datetime:
    return starts_of(midnight(on)) + timedelta(minutes=minutes)


block_time.ends(hours_preview.ended)
