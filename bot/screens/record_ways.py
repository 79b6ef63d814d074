"""The ways into the record of what was done."""

from bot.screens.record_taps import ShowRecord
from bot.screens.screen import Button, button
from bot.words import t
from services.record_cases import Case

RECORD = button(t("📜 Record"), ShowRecord())


def record_of(case: Case, number: int) -> Button:
    """Under the page of a case, for whoever may read the record."""
    return button(t("📜 Record"), ShowRecord(case=case, number=number))


def whose_record(grant: int) -> Button:
    return button(t("👣 What they did"), ShowRecord(grant=grant))
