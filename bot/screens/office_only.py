"""What somebody reads who opens what only the office may see, wherever it was."""

from bot.screens.screen import Screen, column
from bot.screens.ways import HOME
from bot.words import t


def for_the_office() -> Screen:
    return Screen(words=t("Only the coordinators of the office see this."), rows=column([HOME]))
