"""The letter of the morning."""

from bot.screens import today_announcements, today_lines  # noqa: F401 - count what the letter tells
from bot.screens.letters import says
from bot.screens.screen import Screen, column
from bot.screens.today import counted, today_button
from bot.screens.ways import HOME
from bot.words import lines, t
from services.mornings import GoodMorning


@says(GoodMorning)
def good_morning(fact: GoodMorning) -> Screen:
    return Screen(
        words=lines(
            t("☀️ <b>Good morning. This waits for you today:</b>"),
            *(t("• {line}", line=line) for line in counted(fact.places, fact.counts)),
        ),
        rows=column([today_button(t("📋 One by one")), HOME]),
    )
