"""Whoever is forgotten is told of nothing any more, and nothing of what they asked for stays."""

from sqlalchemy import text

from programme.districts import District
from services.notice_board import ReadNotice
from services.notice_telling import tell_notices
from services.privacy import ForgetPerson, Forgotten
from services.subscriptions import AnswerFirst, TickGu
from storage import my_data
from tests.window_notices.test_audience import opened
from tests.window_notices.windows import crowd, loads, told

SECTIONS = ("subscriber", "subscriptions", "subscribed_gus", "notices_sent", "notices_read")


async def counted(office, person: int) -> list[int]:
    async with office.store.reading() as connection:
        counts = await my_data.counts(connection, person)
    return [counts[section] for section in SECTIONS]


async def test_a_forgotten_person_is_taken_from_every_list(office_with_calls, clock):
    office = office_with_calls
    await loads(office)
    await crowd(office, 1)
    await office.do(AnswerFirst(by=1, yes=True))
    await office.do(TickGu(by=1, gu=District.MAPO, on=True))
    notice = await opened(office, clock)
    await tell_notices(office)
    await office.do(ReadNotice(person=1, number=notice))
    assert await counted(office, 1) == [1, 2, 1, 1, 1]
    assert isinstance(await office.do(ForgetPerson(by=1)), Forgotten)
    assert await counted(office, 1) == [0, 0, 0, 0, 0]
    assert await told(office) == []
    async with office.store.reading() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM letters WHERE chat = 1 AND state = 'waiting'")) == 0
