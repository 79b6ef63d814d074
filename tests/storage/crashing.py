"""A worker in a process of its own, made to be killed. `python -m tests.storage.crashing <url> <held|loop>`."""

import asyncio
import sys
from datetime import timedelta

from services.clock import SystemClock
from services.office import Office
from storage import arrivals
from storage.engine import Store
from storage.letters import NewLetter, Priority
from storage.seals import Seal
from tests.conftest import SECRET


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


async def hold(office: Office) -> None:
    """Does everything but the commit, says so, and waits for its end."""
    async with office.work() as work:
        await _one_batch(work)
        await work.flush()
        say("held")
        await asyncio.Event().wait()


async def loop(office: Office) -> None:
    """Works until nothing waits; one line a commit."""
    while True:
        async with office.work() as work:
            done = await _one_batch(work)
        say(f"committed {len(done)}")
        if not done:
            return


async def _one_batch(work) -> list[arrivals.Arrival]:
    claimed = await arrivals.claim(work.connection, limit=4, now=work.now)
    for arrival in claimed:
        work.post(
            NewLetter(
                to=arrival.lane, kind="note", body={"n": arrival.update_id}, due=work.now + timedelta(days=1), priority=Priority.LETTER
            )
        )
    await arrivals.mark_done(work.connection, [arrival.id for arrival in claimed], work.now)
    return claimed


async def main(url: str, how: str) -> None:
    async with await Store.open(url, seal=Seal(SECRET)) as store:
        await (hold if how == "held" else loop)(Office(store, SystemClock()))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
