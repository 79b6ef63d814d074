from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import delete, func, select, text, update

from services.letters import Letter as NewsFor
from services.letters import letter
from services.office import LookWrote
from storage import letters
from storage.audit import AuditRecord, AuditRow
from storage.gates import GateRecord
from storage.letters import LetterRecord
from storage.people import PersonRecord
from storage.work import Conflict, Work


@letter("test_office_greeting")
@dataclass(frozen=True, kw_only=True)
class Greeting:
    name: str


@dataclass(frozen=True, kw_only=True)
class Greet:
    to: int
    fails: bool = False

    async def __call__(self, work: Work) -> str:
        work.post(NewsFor(to=self.to, fact=Greeting(name="Kim")))
        work.note(AuditRow(who=self.to, did="Greet", on=f"person:{self.to}", outcome="Greeted"))
        if self.fails:
            raise RuntimeError("changed its mind")
        return "done"


@dataclass(frozen=True, kw_only=True)
class Letters:
    async def __call__(self, work: Work) -> int:
        return int(await work.connection.scalar(select(func.count()).select_from(LetterRecord)) or 0)


async def test_a_deed_and_its_letter_and_its_audit_row_come_together(office, store, clock):
    assert await office.do(Greet(to=1)) == "done"
    assert await office.look(Letters()) == 1
    async with store.reading() as connection:
        row = (
            await connection.execute(select(AuditRecord.at, AuditRecord.who, AuditRecord.did, AuditRecord.on, AuditRecord.outcome))
        ).one()
    assert tuple(row) == (clock.now(), 1, "Greet", "person:1", "Greeted")


async def test_a_deed_that_fails_leaves_nothing(office):
    with pytest.raises(RuntimeError):
        await office.do(Greet(to=1, fails=True))
    assert await office.look(Letters()) == 0


async def test_the_office_works_on_after_a_failure(office):
    with pytest.raises(RuntimeError):
        await office.do(Greet(to=1, fails=True))
    await office.do(Greet(to=1))
    assert await office.look(Letters()) == 1


async def test_a_look_that_posts_a_letter_is_a_bug(office):
    with pytest.raises(LookWrote):
        await office.look(Greet(to=1))


async def test_a_look_cannot_write(office):
    @dataclass(frozen=True, kw_only=True)
    class Sneaky:
        async def __call__(self, work: Work) -> None:
            await work.connection.execute(delete(PersonRecord))

    with pytest.raises(Exception, match=r"(?i)read.?only"):
        await office.look(Sneaky())


async def test_several_deeds_share_one_unit_of_work(office):
    with pytest.raises(RuntimeError):
        async with office.work() as work:
            await Greet(to=1)(work)
            await work.flush()
            await Greet(to=2, fails=True)(work)
    assert await office.look(Letters()) == 0


async def test_the_worker_learns_the_ids_of_the_letters_it_posted(office, clock):
    async with office.work() as work:
        await Greet(to=1)(work)
        await Greet(to=2)(work)
        one, two = await work.flush()
        assert await work.flush() == []
    async with office.work() as work:
        claimed = await letters.claim(work.connection, limit=9, now=clock.now(), lease=timedelta(seconds=1))
    assert [(posted.id, posted.to) for posted in claimed] == [(one, 1), (two, 2)]


async def test_a_constraint_that_says_no_is_an_outcome_and_the_work_goes_on(office, store):
    async def take(work: Work) -> bool:
        try:
            async with work.savepoint():
                work.note(AuditRow(who=1, did="Take", outcome="Taken"))
                await work.connection.execute(text("UPDATE gates SET next_at = next_at + 1"))
                await work.connection.execute(text("INSERT INTO gates (name, next_at, paused_until) VALUES ('slot', 0, 0)"))
        except Conflict:
            return False
        return True

    async with office.work() as work:
        assert await take(work)
        assert not await take(work)
        work.session.add(GateRecord(name="after", next_at=0, paused_until=0))
    async with store.reading() as connection:
        assert set(await connection.execute(select(GateRecord.name, GateRecord.next_at))) == {("slot", 0), ("after", 0)}
        assert await connection.scalar(select(func.count()).select_from(AuditRecord)) == 1


async def test_an_object_refused_by_a_constraint_is_an_outcome_too(office, store):
    async with office.work() as work:
        work.session.add(GateRecord(name="slot", next_at=0, paused_until=0))
        with pytest.raises(Conflict):
            async with work.savepoint():
                work.session.add(GateRecord(name="slot", next_at=1, paused_until=0))
        work.session.add(GateRecord(name="other", next_at=0, paused_until=0))
    async with store.reading() as connection:
        assert set(await connection.scalars(select(GateRecord.name))) == {"slot", "other"}


async def test_withdrawing_takes_back_what_was_posted_and_what_is_still_in_the_hand(office, clock):
    async with office.work() as work:
        work.post(NewsFor(to=1, fact=Greeting(name="Kim"), key="k", due=clock.now() + timedelta(days=1)))
    async with office.work() as work:
        work.post(NewsFor(to=2, fact=Greeting(name="Lee"), key="k"))
        assert await work.withdraw("k") == 2
        work.post(NewsFor(to=3, fact=Greeting(name="Han"), key="k"))
    clock.passes(days=2)
    async with office.work() as work:
        claimed = await letters.claim(work.connection, limit=9, now=clock.now(), lease=timedelta(seconds=1))
    assert [posted.to for posted in claimed] == [3]


@pytest.mark.parametrize("change", [update(AuditRecord).values(outcome="better"), delete(AuditRecord)], ids=["changed", "removed"])
async def test_an_audit_row_cannot_be(change, office, store):
    await office.do(Greet(to=1))
    with pytest.raises(Exception, match="audit rows are only ever added"):
        async with store.transaction() as connection:
            await connection.execute(change)
