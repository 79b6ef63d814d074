"""Whoever tries what only the office may do leaves a row in the books, and nothing else."""

import pytest
from sqlalchemy import text

from services.coordinators import Forbidden
from services.looking_after import NoteOnQuestion, TakeQuestion
from services.saved_replies import DropReply, SaveReply
from services.staff_group import CloseTopic, MakeStaffGroup, SayInTopic
from services.talks import EndTalk, HandBack, NotTalking, SayToOffice

STRANGER = 9
TRIED = [
    NoteOnQuestion(by=STRANGER, number=1, words="a note"),
    TakeQuestion(by=STRANGER, number=1),
    SaveReply(by=STRANGER, title="Hours", words="Nine to six"),
    DropReply(by=STRANGER, number=1),
    HandBack(by=STRANGER, number=1),
    MakeStaffGroup(by=STRANGER, chat=-1, has_topics=True),
    SayInTopic(by=STRANGER, chat=-1, topic=1, words="let me in"),
    CloseTopic(by=STRANGER, chat=-1, topic=1),
]


@pytest.mark.parametrize("deed", TRIED, ids=lambda deed: type(deed).__name__)
async def test_what_is_refused_stands_in_the_books(office, deed):
    assert await office.do(deed) == Forbidden()
    await stands_in_the_books(office, deed, "Forbidden")


@pytest.mark.parametrize("deed", [EndTalk(by=STRANGER), SayToOffice(by=STRANGER, words="hello")], ids=lambda deed: type(deed).__name__)
async def test_so_does_the_end_of_a_talk_that_nobody_has_begun(office, deed):
    assert await office.do(deed) == NotTalking()
    await stands_in_the_books(office, deed, "NotTalking")


async def stands_in_the_books(office, deed, outcome):
    async with office.store.reading() as connection:
        found = (await connection.execute(text("SELECT who, did, outcome FROM audit"))).all()
    assert [tuple(row) for row in found] == [(STRANGER, type(deed).__name__, outcome)]
