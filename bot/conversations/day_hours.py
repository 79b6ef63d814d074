"""A single day that differs from its weekday: off, or with other hours."""

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.dialogue.typed import day
from bot.questions import hours_preview
from bot.questions.hours import day_hours as hours_of_the_day
from bot.screens import hours_questions as screens
from bot.screens.screen import Screen
from programme.hours_changes import FARTHEST, SetDay
from services.hours_changes import ChangeHours


@story("day_hours", screens.one_day())
async def day_hours(ask: Ask) -> ChangeHours | Screen:
    kept = await hours_preview.kept_hours(ask)
    if isinstance(kept, Screen):
        return kept
    latest = kept.today + FARTHEST
    which = day(
        "day", screens.which_day(), kept.today, earliest=kept.today, latest=latest, why=screens.why_one_day(), name=screens.names("day")
    )
    on = await ask(which)
    usual = (None,) if on in kept.plan.special else ()
    hours = await ask(
        hours_of_the_day("hours", screens.hours_of(on), suggestions=((), *usual), about=(on.isoformat(),), name=screens.names("hours"))
    )
    return await hours_preview.agreed(ask, kept, SetDay(on, hours))


day_hours.ends(hours_preview.ended)
