"""The record as a file, and whether it is whole."""

from bot.documents.record_sheet import record_sheet
from bot.screens.record_ways import RECORD
from bot.screens.screen import Screen, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from services.record import MOST_IN_FILE, RecordSheet
from storage.audit_seals import Broken, Whole

COMMAND = "golmok audit verify"


def as_sheet(found: RecordSheet, language: str) -> Screen:
    cut = (
        t("It holds the newest {n:number} lines; there are more. Choose a person, a case or a day.", n=MOST_IN_FILE) if found.cut else None
    )
    return Screen(
        words=lines(
            t("<b>The record stands in the file above.</b>"),
            tn("{count:number} line, the newest first.", "{count:number} lines, the newest first.", len(found.entries)),
            cut,
            t("It tells what the office did: keep it in the office."),
        ),
        rows=column([RECORD, HOME]),
        documents=(record_sheet(found, language),),
        stays=True,
    )


def whole(found: Whole) -> Screen:
    part = None
    if found.behind is not None:
        part = t("Only the newest part was read, since the record is large. The operator reads all of it: {command}", command=COMMAND)
    return Screen(
        words=lines(
            t("<b>🔏 The record is whole.</b>"),
            tn("{count:number} line is as it was sealed.", "{count:number} lines are as they were sealed.", found.rows),
            tn("{count:number} is too young for a seal.", "{count:number} are too young for a seal.", found.unsealed),
            part,
            _to_note(found),
        ),
        rows=column([RECORD, HOME]),
    )


def _to_note(found: Whole) -> Words:
    if found.newest is None:
        return t("No seal has been set yet: the first comes some minutes after the first deed.")
    return t(
        "\nNewest seal, to be noted on paper or elsewhere, so that nobody can write the record anew unseen:\n<code>{seal}</code>",
        seal=f"{found.newest.number}:{found.newest.digest}",
    )


def broken(found: Broken) -> Screen:
    return Screen(
        words=lines(
            t("<b>⚠️ The record is not what it was.</b>"),
            t(
                "Lines {first} to {last} are not those that were sealed on {at:datetime}: somebody changed, removed or added some.",
                first=found.seal.first_row,
                last=found.seal.last_row,
                at=found.seal.sealed_at,
            ),
            t("Tell the operator at once, and change nothing until then."),
        ),
        rows=column([RECORD, HOME]),
    )
