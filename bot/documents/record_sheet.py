"""The record as a workbook, in words."""

from bot.documents.workbook import Cell, Tab, Workbook, workbook
from bot.screens.audit_cases import subject_words
from bot.screens.audit_outcomes import outcome_words
from bot.screens.audit_words import deed_name, why_words
from bot.screens.record import who
from bot.words import Words, t, verbatim
from services.record import RecordSheet, Whose
from storage.audit_reading import AuditEntry

NOTHING = verbatim("")


def record_sheet(found: RecordSheet, language: str) -> Workbook:
    heads = (t("No."), t("When"), t("Who"), t("What"), t("On what"), t("How it ended"), t("Why"))
    rows = tuple(_row(one, found.people) for one in found.entries)
    return workbook(t("record"), (Tab(name=t("Record"), heads=heads, rows=rows),), language)


def _row(one: AuditEntry, people: Whose) -> tuple[Cell | Words, ...]:
    return (
        one.id,
        t("{at:datetime}", at=one.at),
        who(one, people),
        deed_name(one.did),
        subject_words(one.on) or NOTHING,
        outcome_words(one.did, one.outcome),
        why_words(one.did, one.why) or NOTHING,
    )
