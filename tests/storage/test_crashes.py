"""kill -9 in the middle: nothing lost, nothing doubled, nothing overtaken."""

import asyncio
import sys

from sqlalchemy import select, text

from storage import arrivals
from storage.arrivals import NewArrival
from storage.engine import Store
from storage.letters import LetterRecord
from storage.letters.sealing import taken_out


async def start(url: str, how: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.storage.crashing", url, how, stdout=asyncio.subprocess.PIPE)


async def line(process: asyncio.subprocess.Process) -> bytes:
    assert process.stdout is not None
    return await process.stdout.readline()


async def kill(process: asyncio.subprocess.Process) -> None:
    process.kill()
    await process.communicate()


async def arrive(store: Store, clock, numbers: list[int]) -> None:
    async with store.transaction() as connection:
        await arrivals.store_all(connection, [NewArrival(update_id=n, lane=n % 5, body=b"{}") for n in numbers], clock.now())


async def ledger(store: Store) -> dict[int, list[int]]:
    """The effects of each lane, in the order they came to be."""
    lanes: dict[int, list[int]] = {}
    async with store.reading() as connection:
        for chat, body in await connection.execute(select(LetterRecord.chat, LetterRecord.body).order_by(LetterRecord.id)):
            lanes.setdefault(chat, []).append(taken_out(connection, body)["n"])
    return lanes


async def test_what_a_killed_worker_had_not_committed_waits_again(database_url, store, clock):
    await arrive(store, clock, [1, 2, 3])
    worker = await start(database_url, "held")
    assert await line(worker) == b"held\n"
    await kill(worker)
    claimed: list[arrivals.Arrival] = []
    async with asyncio.timeout(20):  # PostgreSQL notices the silence of its client in its own time
        while len(claimed) < 3:
            async with store.transaction() as connection:
                claimed = await arrivals.claim(connection, limit=9, now=clock.now())
    assert [arrival.update_id for arrival in claimed] == [1, 2, 3]
    assert await ledger(store) == {}


async def test_killed_again_and_again_every_update_has_one_effect_in_its_order(database_url, store, clock, chance):
    numbers = list(range(150))
    await arrive(store, clock, numbers)
    for _ in range(4):
        worker = await start(database_url, "loop")
        for _ in range(chance.randrange(1, 8)):
            await line(worker)
        await kill(worker)
    last = await start(database_url, "loop")
    await last.communicate()
    async with asyncio.timeout(20):
        while (await backlog(store)) > 0:
            await (await start(database_url, "loop")).communicate()
    assert await ledger(store) == {lane: [n for n in numbers if n % 5 == lane] for lane in range(5)}
    if store.is_sqlite:
        async with store.reading() as connection:
            assert await connection.scalar(text("PRAGMA integrity_check")) == "ok"


async def backlog(store: Store) -> int:
    async with store.reading() as connection:
        return (await arrivals.backlog(connection)).waiting
