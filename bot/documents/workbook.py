"""A workbook (.xlsx) of plain tables: what people typed is text in it, never a formula."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import orjson

from bot.documents.document import Document, MadeFile, file_name
from bot.documents.registry import document
from bot.words import Words

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDEST, NARROWEST = 60, 8  # characters of a column
LONGEST_TAB = 31  # Excel takes no more
FIRST_HANGUL = 0x1100

Cell = str | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One sheet of the workbook."""

    name: Words
    heads: tuple[Words, ...]
    rows: tuple[tuple[Cell | Words, ...], ...]


@document("workbook", once=("session_sheet",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook(Document):
    """`tabs`: JSON, [name, rows with the headings first] of each sheet, in words already: names and codes are read where the facts are."""

    name: str
    tabs: str

    def made(self, language: str) -> MadeFile:  # noqa: ARG002 - written when it was asked for
        return MadeFile(name=file_name(self.name, ".xlsx"), content=_written(orjson.loads(self.tabs)), media_type=XLSX)


def workbook(name: Words, tabs: Iterable[Tab], language: str) -> Workbook:
    written = [(tab.name.in_(language)[:LONGEST_TAB], [_in(row, language) for row in (tab.heads, *tab.rows)]) for tab in tabs]
    return Workbook(name=name.in_(language), tabs=orjson.dumps(written).decode())


def _in(row: Sequence[Cell | Words], language: str) -> list[Cell]:
    return [cell.in_(language) if isinstance(cell, Words) else cell for cell in row]


def _written(tabs: Iterable[tuple[str, list[list[Cell]]]]) -> bytes:
    from xlsxwriter import Workbook as Book  # noqa: PLC0415 - only where a file is made

    written = io.BytesIO()
    # What people typed is text, whatever sign it begins with: never a formula, a link or a number.
    book = Book(written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    head = book.add_format({"bold": True, "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for name, rows in tabs:
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(at, column, cell, head if at == 0 else wrapped)
        for column, width in enumerate(_widths(rows)):
            sheet.set_column(column, column, width)
        sheet.autofilter(0, 0, max(len(rows) - 1, 0), len(rows[0]) - 1)
    book.close()
    return written.getvalue()


def _widths(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Hangul is two wide."""
    return [min(max(NARROWEST, *(_width(cell) for cell in column)), WIDEST) for column in zip(*rows, strict=True)]


def _width(cell: Cell) -> int:
    return sum(2 if ord(letter) >= FIRST_HANGUL else 1 for letter in str(cell if cell is not None else "")) + 2
