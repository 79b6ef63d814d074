"""The working week: weekdays that are named get new hours, the others stay."""

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.questions import hours_preview
from bot.questions.hours import week_hours as hours_of_the_week
from bot.screens import hours_questions as screens
from bot.screens.screen import Screen
from programme.hours_changes import SetWeek
from services.hours_changes import ChangeHours


@story("week_hours", screens.my_week())
async def week_hours(ask: Ask) -> ChangeHours | Screen:
    kept = await hours_preview.kept_hours(ask)
    if isinstance(kept, Screen):
        return kept
    week = await ask(hours_of_the_week("week", screens.which_hours(), screens.presets(), name=screens.names("week")))
    return await hours_preview.agreed(ask, kept, SetWeek(tuple(sorted(week.items()))))


week_hours.ends(hours_preview.ended)
