"""An outline as HWPX, the format Korean offices write in, so that members can change the text before they sign it."""

from typing import TYPE_CHECKING, Any

from bot.documents.outline import Block, Grid, Heading, Outline, Paragraph

if TYPE_CHECKING:
    from hwpx.oxml.paragraph import HwpxOxmlParagraph
    from hwpx.oxml.table import HwpxOxmlTableCell

MARGIN_MM = 22
HWPUNIT_PER_MM = 283.465
ROW_MM, TALL_ROW_MM = 8, 15
TITLE_SIZE, CENTRED_SIZE, HEADING_SIZE, TEXT_SIZE, SMALL_SIZE = 20, 13, 11, 10.5, 9


def hwpx(outline: Outline) -> bytes:
    return _Sheet(outline).written()


class _Sheet:
    """One document in the making."""

    def __init__(self, outline: Outline) -> None:
        from hwpx.document import HwpxDocument  # noqa: PLC0415 - parses its own skeleton and schemas, only where a file is made

        self._outline = outline
        self._file: HwpxDocument = HwpxDocument.new()
        self._shapes: dict[str, Any] = {}
        self._sizes: dict[tuple[float, bool], str] = {}

    def written(self) -> bytes:
        self._file.page.setup(paper_size="A4", margins_mm=dict.fromkeys(("left", "right", "top", "bottom"), MARGIN_MM))
        if self._outline.notice:
            self._say(self._outline.notice, SMALL_SIZE, border={})
        self._say(self._outline.title, TITLE_SIZE, bold=True, alignment="center", spacing_after_pt=14)
        for block in self._outline.blocks:
            self._add(block)
        self._file.page.set_page_number(prefix=f"{self._outline.foot}  ·  ")
        return self._file.to_bytes()

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._say(block.text, SMALL_SIZE if block.small else TEXT_SIZE, spacing_after_pt=3)
            case Grid():
                self._grid(block)

    def _heading(self, heading: Heading) -> None:
        self._say(
            heading.text,
            CENTRED_SIZE if heading.centred else HEADING_SIZE,
            bold=True,
            alignment="center" if heading.centred else "justify",
            spacing_before_pt=10,
            spacing_after_pt=4,
            keep_with_next=True,
            page_break_before=heading.new_page,
        )

    def _say(self, text: str, size: float, *, bold: bool = False, **shape: Any) -> None:
        written = self._file.add_paragraph(text, char_pr_id_ref=self._letters(size, bold=bold), para_pr_id_ref="0", inherit_style=False)
        self._shape(written, line_spacing_percent=160, **shape)

    def _grid(self, grid: Grid) -> None:
        rows = [*([grid.head] if grid.head else []), *grid.rows]
        width = round((210 - 2 * MARGIN_MM) * HWPUNIT_PER_MM)
        height = round((TALL_ROW_MM if grid.tall else ROW_MM) * len(rows) * HWPUNIT_PER_MM)
        table = self._file.add_table(len(rows), len(grid.widths), width=width, height=height, para_pr_id_ref="0")
        table.set_column_widths(grid.widths)
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                self._cell(table.cell(r, c), text, bold=bool(grid.head) and r == 0)

    def _cell(self, cell: "HwpxOxmlTableCell", text: str, *, bold: bool) -> None:
        cell.set_text(text, split_paragraphs=True)
        for paragraph in cell.paragraphs:
            paragraph.char_pr_id_ref = self._letters(SMALL_SIZE + 0.5, bold=bold)
            self._shape(paragraph, alignment="left", line_spacing_percent=130)

    def _shape(self, paragraph: "HwpxOxmlParagraph", **shape: Any) -> None:
        """The first of a kind is formatted, the others take its format: formatting compares every paragraph there is."""
        kind = repr(shape)
        if kind in self._shapes:
            paragraph.para_pr_id_ref = self._shapes[kind]
            return
        self._file.styles.apply_paragraph_format(paragraphs=[paragraph], **shape)
        self._shapes[kind] = paragraph.para_pr_id_ref

    def _letters(self, size: float, *, bold: bool) -> str:
        if (size, bold) not in self._sizes:
            self._sizes[size, bold] = self._file.styles.ensure_run(bold=bold, size=size)
        return self._sizes[size, bold]
