"""The sessions of a year as a workbook (.xlsx), with headings in the reader's language."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import orjson

from bot.documents.document import Document, MadeFile, file_name
from bot.documents.registry import document
from bot.screens.consulting import kind_name, topic_name, way_name
from bot.words import Words, t
from programme.seoul import seoul_time
from services.session_overview import Sum, YearSheet
from storage.consultants import Calling
from storage.session_overview import YearSession
from storage.sessions import State

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDEST, NARROWEST = 60, 8  # characters of a column
FIRST_HANGUL = 0x1100

Cell = str | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One sheet of the workbook."""

    name: Words
    heads: tuple[Words, ...]
    rows: tuple[tuple[Cell | Words, ...], ...]


@document("session_sheet")
@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSheet(Document):
    """`tabs`: JSON, [name, rows with the headings first] of each sheet, in words already: names and codes are read where the facts are."""

    name: str
    tabs: str

    def made(self, language: str) -> MadeFile:  # noqa: ARG002 - written when it was asked for
        return MadeFile(name=file_name(self.name, ".xlsx"), content=_workbook(orjson.loads(self.tabs)), media_type=XLSX)


def _workbook(tabs: Iterable[tuple[str, list[list[Cell]]]]) -> bytes:
    from xlsxwriter import Workbook  # noqa: PLC0415 - only where a file is made

    written = io.BytesIO()
    # What people typed is text, whatever sign it begins with: never a formula, a link or a number.
    workbook = Workbook(written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    head = workbook.add_format({"bold": True, "bottom": 1})
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    for name, rows in tabs:
        sheet = workbook.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(at, column, cell, head if at == 0 else wrapped)
        for column, width in enumerate(_widths(rows)):
            sheet.set_column(column, column, width)
        sheet.autofilter(0, 0, max(len(rows) - 1, 0), len(rows[0]) - 1)
    workbook.close()
    return written.getvalue()


def _widths(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Hangul is two wide."""
    return [min(max(NARROWEST, *(_width(cell) for cell in column)), WIDEST) for column in zip(*rows, strict=True)]


def _width(cell: Cell) -> int:
    return sum(2 if ord(letter) >= FIRST_HANGUL else 1 for letter in str(cell if cell is not None else "")) + 2


def session_sheet(found: YearSheet, language: str) -> SessionSheet:
    tabs = [
        Tab(name=t("Sessions"), heads=_HEADS, rows=tuple(_row(one) for one in found.sessions)),
        _summed(t("By firm"), t("Firm"), [(one.name or t("(deleted)"), one) for one in found.by_firm]),
        _summed(t("By topic"), t("Topic"), [(topic_name(one.name), one) for one in found.by_topic]),
        _summed(t("By consultant"), t("Consultant"), [(one.name, one) for one in found.by_consultant]),
    ]
    written = [(tab.name.in_(language), [_spelt(row, language) for row in (tab.heads, *tab.rows)]) for tab in tabs]
    return SessionSheet(name=t("sessions {year}", year=str(found.year)).in_(language), tabs=orjson.dumps(written).decode())


def _spelt(row: Sequence[Cell | Words], language: str) -> list[Cell]:
    return [cell.in_(language) if isinstance(cell, Words) else cell for cell in row]


_HEADS = (
    t("No."),
    t("Day"),
    t("Start"),
    t("Minutes"),
    t("Kind"),
    t("Consultant"),
    t("Consortium"),
    t("Shop"),
    t("Topic"),
    t("How"),
    t("What became of it"),
    t("Stars"),
    t("Shared note"),
)


def _row(one: YearSession) -> tuple[Cell | Words, ...]:
    local = seoul_time(one.starts_at)
    return (
        one.session,
        t("{on:date}", on=one.starts_at),
        f"{local:%H:%M}",
        one.minutes if one.state is State.DONE else 0,
        kind_name(Calling(one.calling)),
        one.consultant_name,
        one.consortium,
        one.shop,
        topic_name(one.topic),
        way_name(one.way),
        _became(one.state),
        one.stars,
        one.shared,
    )


def _became(state: State) -> Words:
    return {State.DONE: t("took place"), State.MISSED: t("missed by the member")}.get(state, t("not given"))


def _summed(name: Words, head: Words, sums: Sequence[tuple[str | Words, Sum]]) -> Tab:
    rows = tuple((named, one.sessions, one.minutes, f"{one.minutes // 60}:{one.minutes % 60:02d}") for named, one in sums)
    return Tab(name=name, heads=(head, t("Sessions"), t("Minutes"), t("Hours")), rows=rows)
