import io
import json
from zipfile import ZipFile

from bot.documents.registry import from_json, to_json
from bot.documents.workbook import Tab, Workbook, workbook
from bot.words import t


def of_two_tabs() -> Workbook:
    first = Tab(name=t("Sessions"), heads=(t("No."), t("Shop")), rows=((1, "=1+1"), (2, None)))
    return workbook(t("sessions {year}", year="2017"), (first, Tab(name=t("Numbers"), heads=(t("Date"),), rows=())), "en")


def test_a_letter_can_carry_a_workbook_and_what_was_typed_stays_text():
    one = from_json(json.loads(json.dumps(to_json(of_two_tabs()))))
    made = one.made("en")
    assert made.name == "sessions 2017.xlsx"
    inside = ZipFile(io.BytesIO(made.content))
    assert b"=1+1" in inside.read("xl/sharedStrings.xml")
    assert b"<f>" not in inside.read("xl/worksheets/sheet1.xml")


def test_a_workbook_of_an_earlier_release_can_still_be_made():
    written = to_json(of_two_tabs()) | {"document": "session_sheet"}
    assert from_json(written) == of_two_tabs()
