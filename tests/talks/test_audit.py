"""Whoever tries what only the office may do leaves a row in the books, and nothing else."""

import pytest
from sqlalchemy import text

from services.coordinators import Forbidden
from services.looking_after import NoteOnQuestion, TakeQuestion
from services.saved_replies import DropReply, SaveReply
from services.talks import HandBack

STRANGER = 9
TRIED = [
    NoteOnQuestion(by=STRANGER, number=1, words="a note"),
    TakeQuestion(by=STRANGER, number=1),
    SaveReply(by=STRANGER, title="Hours", words="Nine to six"),
    DropReply(by=STRANGER, number=1),
    HandBack(by=STRANGER, number=1),
]


@pytest.mark.parametrize("deed", TRIED, ids=lambda deed: type(deed).__name__)
async def test_what_is_refused_stands_in_the_books(office, deed):
    assert await office.do(deed) == Forbidden()
    async with office.store.reading() as connection:
        found = (await connection.execute(text("SELECT who, did, outcome FROM audit"))).all()
    assert [tuple(row) for row in found] == [(STRANGER, type(deed).__name__, "Forbidden")]
