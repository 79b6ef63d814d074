"""The agreement as a file: real Hangul, everything that was typed exactly as it was typed, and the same text in PDF and HWPX."""

import io
import json
import zipfile

import pytest
from hwpx.document import HwpxDocument
from PIL import Image

from bot.documents.agreement import AgreementHwpx, AgreementPdf, AgreementReadingCopy
from bot.documents.agreement_outline import outline_of
from bot.documents.hwpx_file import hwpx
from bot.documents.outline import Grid, Heading, Outline, Paragraph
from bot.documents.pdf import pdf, pictures
from bot.documents.registry import from_json, registered, to_json
from programme.agreement import paper_read, paper_written, sum_of
from programme.agreement_wording import NEWEST, WORDINGS
from tests.documents import pdf_text
from tests.documents.papers import NASTY, nasty_paper, paper, without_a_rate

PAPERS = [paper(), nasty_paper(), without_a_rate()]


def squeezed(text: str) -> str:
    return "".join(text.split())


def said(outline: Outline) -> list[str]:
    """Everything an outline says, in its order."""
    texts = [outline.title]
    for block in outline.blocks:
        match block:
            case Heading(text=text) | Paragraph(text=text):
                texts.append(text)
            case Grid(head=head, rows=rows):
                texts += [cell for row in (head, *rows) for cell in row]
    return [text for text in texts if text]


@pytest.mark.parametrize("tongue", ["ko", "en"])
@pytest.mark.parametrize("made", PAPERS, ids=["usual", "nasty", "no rate"])
def test_a_pdf_says_everything_literally_in_one_font_without_a_box(made, tongue):
    outline = outline_of(made, tongue)
    file = pdf(outline)
    text = pdf_text.text(file)
    assert pdf_text.fonts(file) == 1
    assert pdf_text.BOX not in pdf_text.glyphs(file)
    for one in said(outline):
        assert squeezed(one) in text
    assert text.count(squeezed(outline.foot)) == len(pictures(outline, ppi=20))


def test_emoji_in_names_are_no_boxes():
    named = paper(("빵\U0001f35e집 ❤️", "\U0001f370둘", "셋 \U0001f469\u200d\U0001f373"), name="골목\U0001f3ea")
    assert pdf_text.BOX not in pdf_text.glyphs(pdf(outline_of(named, "ko")))


def test_a_box_would_be_noticed():
    assert pdf_text.BOX in pdf_text.glyphs(pdf(outline_of(paper(("빵\U00013000집", "둘", "셋")), "ko")))


@pytest.mark.parametrize("made", PAPERS, ids=["usual", "nasty", "no rate"])
def test_an_hwpx_opens_again_and_says_the_same(made):
    outline = outline_of(made, "ko")
    file = hwpx(outline)
    opened = HwpxDocument.open(file)
    assert opened.validate().issues == ()
    text = squeezed(opened.text.plain() + "".join(_cells(opened)))
    for one in said(outline):
        assert squeezed(one) in text


def _cells(opened: HwpxDocument) -> list[str]:
    tables = [table for paragraph in opened.paragraphs for table in paragraph.tables]
    return [cell.text for table in tables for row in table.rows for cell in row.cells]


def test_an_hwpx_begins_with_its_kind_uncompressed():
    with zipfile.ZipFile(io.BytesIO(hwpx(outline_of(paper(), "ko")))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read(first) == b"application/hwp+zip"
        assert archive.testzip() is None


def test_what_was_typed_stands_in_the_hwpx_letter_by_letter():
    cells = _cells(HwpxDocument.open(hwpx(outline_of(nasty_paper(), "ko"))))
    for name in NASTY:
        assert name in cells


@pytest.mark.parametrize("made", PAPERS, ids=["usual", "nasty", "no rate"])
def test_every_page_keeps_its_margins(made):
    for page in pictures(outline_of(made, "ko"), ppi=60):
        sheet = Image.open(io.BytesIO(page)).convert("L")
        margin = round(20 / 25.4 * 60)
        for edge in ((0, 0, margin, sheet.height), (sheet.width - margin, 0, sheet.width, sheet.height), (0, 0, sheet.width, margin)):
            assert sheet.crop(edge).getextrema() == (255, 255)


def test_the_articles_the_money_and_a_place_for_every_seal_are_there():
    outline = outline_of(paper(), "ko")
    text = "\n".join(said(outline))
    for words in ("제1조(목적)", "갈등조정", "별도의 계좌", "50,000,000원", "45,000,000원", "1,666,667", "1,666,666", "001-01-00015"):
        assert words in text
    signatures = [block for block in outline.blocks if isinstance(block, Grid)][-1]
    assert [row[1] for row in signatures.rows] == ["한빛 빵집", "달빛 떡방", "수제화 공방"]
    assert [row[3] for row in signatures.rows] == ["2026. 11. 22.(일) 14:05", "", ""]
    assert all(row[4] == "" for row in signatures.rows)
    assert "변호사의 검토를 거치지 않았다" in text


def test_the_parts_add_up_to_the_own_share():
    assert sum_of(paper().terms.parties) == paper().terms.own
    assert sum_of(without_a_rate().terms.parties) is None


def test_the_english_copy_says_that_the_korean_counts():
    outline = outline_of(paper(), "en")
    assert "the Korean text counts" in outline.notice
    assert squeezed(outline.notice) in pdf_text.text(pdf(outline))


@pytest.mark.parametrize("version", WORDINGS)
def test_every_article_is_worded_in_both_languages_with_the_same_slots(version):
    for article in WORDINGS[version]:
        for wording in (article.title, *article.paragraphs):
            for slot in ("{name}", "{ends_on}"):
                assert (slot in wording.ko) == (slot in wording.en)
            wording.ko.format(name="x", ends_on="y")
            wording.en.format(name="x", ends_on="y")
    assert max(WORDINGS) == NEWEST


def test_a_letter_can_carry_an_agreement():
    one = AgreementPdf(paper=paper_written(nasty_paper()))
    read = from_json(json.loads(json.dumps(to_json(one))))
    assert read == one
    assert paper_read(one.paper) == nasty_paper()
    assert {"agreement_pdf", "agreement_en", "agreement_hwpx", "text"} <= set(registered())


def test_the_files_bear_names_in_hangul():
    written = paper_written(paper())
    assert AgreementPdf(paper=written).made("en").name == "협업협약서 마포 골목빵집 v2.pdf"
    assert AgreementHwpx(paper=written).made("ko").name == "협업협약서 마포 골목빵집 v2.hwpx"
    assert AgreementReadingCopy(paper=written).made("en").name == "Collaboration agreement (reading copy) 마포 골목빵집 v2.pdf"
    assert AgreementHwpx(paper=written).made("ko").media_type == "application/hwp+zip"
