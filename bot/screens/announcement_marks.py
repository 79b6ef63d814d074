"""What stands in an announcement that was corrected or withdrawn, in the language of its reader."""

from datetime import datetime

from bot.words import t


def corrected(at: datetime, language: str) -> str:
    return t("✏️ Corrected ({at:datetime})", at=at).in_(language)


def withdrawn(language: str) -> str:
    return t("↩️ The office has withdrawn this announcement. Please disregard it.").in_(language)
