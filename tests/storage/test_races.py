"""Several at once, on both databases. The twins with the lock off are in `test_races_on_postgres` and `test_store`."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import func, select

from storage import arrivals, letters, people
from storage.arrivals import NewArrival
from storage.drafts import Draft
from storage.letters import LetterRecord, NewLetter, Priority
from storage.letters.sealing import taken_out


async def work_off(office, done: list[tuple[int, int]]) -> None:
    """A worker: takes a few lanes at a time until nothing waits."""
    while True:
        async with office.work() as work:
            claimed = await arrivals.claim(work.connection, limit=3, now=work.now)
            for arrival in claimed:
                work.post(NewLetter(to=arrival.lane, kind="note", body={"n": arrival.update_id}, due=work.now, priority=Priority.LETTER))
            await arrivals.mark_done(work.connection, [arrival.id for arrival in claimed], work.now)
        done += [(arrival.lane, arrival.update_id) for arrival in claimed]
        async with office.store.reading() as connection:
            if (await arrivals.backlog(connection)).waiting == 0:
                return


async def test_workers_share_the_lanes_and_nothing_is_lost_doubled_or_overtaken(office, store, clock, chance):
    numbers = chance.sample(range(10**6), 120)
    async with store.transaction() as connection:
        await arrivals.store_all(connection, [NewArrival(update_id=n, lane=n % 7, body=b"{}") for n in numbers], clock.now())
    done: list[tuple[int, int]] = []
    await asyncio.gather(*(work_off(office, done) for _ in range(4)))
    for lane in range(7):
        assert [n for its, n in done if its == lane] == [n for n in numbers if n % 7 == lane]
    async with store.reading() as connection:
        posted = await connection.scalars(select(LetterRecord.body))
        assert sorted(taken_out(connection, body)["n"] for body in posted) == sorted(numbers)


async def test_one_key_is_one_letter_however_many_post_it_at_once(office, store, clock):
    async def post(text: str) -> None:
        async with office.work() as work:
            later = work.now + timedelta(days=1)
            work.post(NewLetter(to=1, kind="note", body={"text": text}, due=later, priority=Priority.LETTER, key="slot:1"))

    await asyncio.gather(*(post(str(number)) for number in range(20)))
    async with store.reading() as connection:
        assert await connection.scalar(select(func.count()).select_from(LetterRecord)) == 1


async def test_couriers_never_claim_the_same_letter(store, clock):
    async with store.transaction() as connection:
        new = [NewLetter(to=to, kind="note", body={}, due=clock.now(), priority=Priority.LETTER) for to in range(200)]
        await letters.post(connection, new, clock.now())
    claimed: list[int] = []

    async def courier() -> None:
        while True:
            async with store.transaction() as connection:
                batch = await letters.claim(connection, limit=7, now=clock.now(), lease=timedelta(minutes=1))
            claimed.extend(letter.id for letter in batch)
            if not batch:
                return

    await asyncio.gather(*(courier() for _ in range(4)))
    assert len(claimed) == len(set(claimed))
    async with store.transaction() as connection:  # a skipped lock may leave a rest for the next round
        rest = await letters.claim(connection, limit=999, now=clock.now(), lease=timedelta(minutes=1))
    assert len(claimed) + len(rest) == 200


async def test_answers_given_at_once_on_two_machines_are_both_kept(office, clock):
    async with office.work() as work:
        await people.desks(work, {1: "ko"})
        work.save_draft(Draft(id="draft1", person=1, story="pre_check", started_at=clock.now(), saved_at=clock.now()))

    async def answer(question: str) -> None:
        async with office.work() as work:
            [draft] = (await people.desks(work, {1: "ko"}))[1].drafts
            work.save_draft(replace(draft, answers=draft.answers | {question: "yes"}))

    await asyncio.gather(*(answer(f"question {number}") for number in range(20)))
    async with office.work() as work:
        [draft] = (await people.desks(work, {1: "ko"}))[1].drafts
    assert len(draft.answers) == 20


async def test_a_stranger_who_writes_twice_at_once_is_met_once(office):
    async def meet() -> people.Person:
        async with office.work() as work:
            return (await people.desks(work, {9: "en"}))[9].person

    first, *others = await asyncio.gather(*(meet() for _ in range(8)))
    assert set(others) == {first}
