"""What those who come hear before an event and after it, and what attending it counts for."""

from bot.dialogue.choices import choice
from bot.questions.plan_lines import Lines
from bot.questions.ticked import ticked
from bot.screens import event_audience_words as words
from bot.screens import event_plan_words as screens
from programme.call import Call, Gate
from programme.event_kinds import EventKind
from programme.events import (
    Reminder,
    Survey,
)
from services.calls import AllCalls

REMINDERS = (Reminder.DAY, Reminder.HOURS)


async def reminders_of_lines(lines: Lines) -> tuple[Reminder, ...]:
    before = lines.was.event.reminders if lines.was is not None else REMINDERS
    asked = ticked(
        "reminders",
        words.which_reminders(),
        Reminder,
        label=words.reminder_label,
        before=[one.value for one in before],
        at_least=0,
        none=words.no_reminders(),
        name=screens.names("reminders"),
    )
    return await lines.usual(asked, REMINDERS, lambda was: was.event.reminders)


async def survey_of_lines(lines: Lines) -> Survey | None:
    asked = choice(
        "survey",
        words.which_survey(),
        (*Survey, None),
        label=words.survey_label,
        token=lambda one: one.value if one is not None else "-",
        name=screens.names("survey"),
    )
    return await lines.usual(asked, Survey.ANONYMOUS, lambda was: was.event.survey)


async def call_of_lines(lines: Lines, kind: EventKind) -> str | None:
    """Only a briefing, and only of a call that wants one to have been attended."""
    if kind is not EventKind.BRIEFING:
        return None
    calls = [call for call in await lines.ask.look(AllCalls()) if any(row.gate is Gate.BRIEFING for row in call.gates)]
    if not calls:
        return None
    asked = choice(
        "call",
        words.which_call(),
        (None, *calls),
        label=words.call_label,
        token=lambda one: one.key if one is not None else "-",
        name=screens.names("call"),
    )
    found: Call | None = await lines.usual(asked, None, lambda was: next((one for one in calls if one.key == was.event.call), None))
    return found.key if found is not None else None
