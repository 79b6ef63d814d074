"""Two transactions held open side by side, which only PostgreSQL allows; each race also with its lock off, where it must be lost."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, text
from sqlalchemy.sql import visitors

from services.office import Office
from storage import arrivals, letters, people
from storage.arrivals import NewArrival
from storage.drafts import Draft
from storage.engine import Store
from storage.letters import NewLetter, Priority, claiming
from storage.tables import table_of

LETTERS = table_of(letters.LetterRecord)
MINUTE = timedelta(minutes=1)


@pytest.fixture
async def store(postgres_url):
    async with await Store.open(postgres_url) as opened:
        yield opened


@pytest.fixture
def office(store, clock):
    return Office(store, clock)


def without_lock(statement):
    def forget(part) -> None:
        part._for_update_arg = None

    return visitors.cloned_traverse(statement, {}, {"select": forget})


async def claim_side_by_side(store, clock) -> list[int]:
    """Two workers who both claim before either is done; the update ids they got."""
    async with store.transaction() as connection:
        await arrivals.store_all(connection, [NewArrival(update_id=n, lane=n, body=b"{}") for n in range(6)], clock.now())
    both = asyncio.Barrier(2)

    async def worker() -> list[int]:
        async with store.transaction() as connection:
            claimed = await arrivals.claim(connection, limit=3, now=clock.now())
            await both.wait()
            return [arrival.update_id for arrival in claimed]

    one, two = await asyncio.gather(worker(), worker())
    return one + two


async def test_two_workers_side_by_side_get_different_lanes(store, clock):
    assert sorted(await claim_side_by_side(store, clock)) == [0, 1, 2, 3, 4, 5]


async def test_without_the_row_lock_both_get_the_same(store, clock, monkeypatch):
    monkeypatch.setattr(arrivals.claiming, "_CLAIM", without_lock(arrivals.claiming._CLAIM))
    assert sorted(await claim_side_by_side(store, clock)) == [0, 0, 1, 1, 2, 2]


async def test_a_lane_in_work_is_not_continued_by_another_worker(store, clock):
    async with store.transaction() as connection:
        await arrivals.store_all(connection, [NewArrival(update_id=n, lane=1, body=b"{}") for n in range(3)], clock.now())
    async with store.transaction() as one:
        [first] = await arrivals.claim(one, limit=3, now=clock.now())
        async with store.transaction() as two:
            assert await arrivals.claim(two, limit=3, now=clock.now()) == []
        await arrivals.mark_done(one, [first.id], clock.now())
    async with store.transaction() as two:
        assert [arrival.update_id for arrival in await arrivals.claim(two, limit=3, now=clock.now())] == [1]


async def somebody_waits_for_a_lock(store) -> None:
    async with store.reading() as connection:
        while not await connection.scalar(
            text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")
        ):
            await connection.execute(text("SELECT pg_stat_clear_snapshot()"))


async def claim_letters_side_by_side(store, clock) -> list[int]:
    async with store.transaction() as connection:
        new = [NewLetter(to=to, kind="note", body={}, due=clock.now(), priority=Priority.LETTER) for to in range(3)]
        await letters.post(connection, new, clock.now())

    async def claim(connection) -> list[int]:
        claimed = await letters.claim(connection, limit=3, now=clock.now(), lease=MINUTE)
        return [letter.to for letter in claimed]

    async def second() -> list[int]:
        async with store.transaction() as connection:
            return await claim(connection)

    async with store.transaction() as connection:
        claimed = await claim(connection)
        other = asyncio.create_task(second())
        waiting = asyncio.create_task(somebody_waits_for_a_lock(store))
        await asyncio.wait({other, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    await asyncio.wait({waiting})
    return claimed + await other


async def test_two_couriers_side_by_side_never_claim_the_same_letter(store, clock):
    assert sorted(await claim_letters_side_by_side(store, clock)) == [0, 1, 2]


async def test_without_the_row_lock_a_letter_is_claimed_twice(store, clock, monkeypatch):
    monkeypatch.setattr(claiming, "_CLAIM", without_lock(claiming._CLAIM))
    assert sorted(await claim_letters_side_by_side(store, clock)) == [0, 0, 1, 1, 2, 2]


async def test_without_the_lock_on_the_person_an_answer_is_lost(office, clock, monkeypatch):
    """The twin of `test_answers_given_at_once_on_two_machines_are_both_kept`."""
    async with office.work() as work:
        await people.desks(work, {1: "ko"})
        work.save_draft(Draft(id="draft1", person=1, story="pre_check", started_at=clock.now(), saved_at=clock.now()))
    monkeypatch.setattr(people, "_LOAD", without_lock(people._LOAD))
    both = asyncio.Barrier(2)

    async def answer(question: str) -> None:
        async with office.work() as work:
            [draft] = (await people.desks(work, {1: "ko"}))[1].drafts
            await both.wait()
            work.save_draft(replace(draft, answers=draft.answers | {question: "yes"}))

    await asyncio.gather(answer("one"), answer("two"))
    async with office.work() as work:
        [draft] = (await people.desks(work, {1: "ko"}))[1].drafts
    assert len(draft.answers) == 1


async def test_without_the_unique_key_two_letters_go_out(store, clock, monkeypatch):
    """The twin of `test_one_key_is_one_letter_however_many_post_it_at_once`."""
    async with store.transaction() as connection:
        await connection.execute(text("DROP INDEX uq_letters_key_chat"))
    plain = {"postgresql": insert(LETTERS).returning(LETTERS.c.id, LETTERS.c.key, LETTERS.c.chat)}
    monkeypatch.setattr(letters.posting, "_POST_KEYED", plain)
    for _ in range(2):
        async with store.transaction() as connection:
            letter = NewLetter(to=1, kind="note", body={}, due=clock.now(), priority=Priority.LETTER, key="slot:1")
            await letters.post(connection, [letter], clock.now())
    async with store.reading() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM letters")) == 2
