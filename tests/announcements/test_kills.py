"""A sender is killed again and again in the middle of a broadcast: nobody gets it twice, and whose turn it was then is listed."""

import os
import random
import signal
from datetime import timedelta

from programme.announcements import AnnouncementState, Outcome
from services.announcement_sending import FinishSending
from services.office import Office
from storage import announcement_ledger
from tests.announcements.sent import stands
from tests.announcements.staged import A_SECOND, KILLS, PEOPLE, books, copies, goes_to_a_crowd, stage
from tests.wire.staging import Stage

__all__ = ["stage"]


async def _gives_up(stage: Stage) -> int:
    """What the chore does as soon as the leases of a killed process have run out; who waits still."""
    async with books(stage) as office:
        async with office.work() as work:
            await announcement_ledger.expire(work.connection, work.now + timedelta(hours=1))
        _, counts = await stands(office, 1)
    return counts.get(Outcome.WAITING, 0)


async def test_five_kills_at_random_send_it_to_nobody_twice_and_list_the_unknown(stage: Stage) -> None:
    seed = int(os.environ.get("GOLMOK_TEST_SEED") or random.randrange(10_000))
    print(f"GOLMOK_TEST_SEED={seed}")  # noqa: T201 - shown when the test fails
    chance = random.Random(seed)
    number, waiting = await goes_to_a_crowd(stage), PEOPLE
    for _ in range(KILLS):
        process = await stage.starts()
        enough = sum(copies(stage).values()) + chance.randrange(1, 15)
        await stage.until(lambda enough=enough: sum(copies(stage).values()) >= enough)
        await stage.kills(process)
        waiting = await _gives_up(stage)
    rest = sum(copies(stage).values()) + waiting
    last = await stage.starts()
    await stage.until(lambda: sum(copies(stage).values()) >= rest)
    last.send_signal(signal.SIGTERM)
    assert await last.wait() == 0
    async with books(stage) as office:
        await office.do(FinishSending(announcement=number))
        state, counts = await stands(office, number)
        rows = {one.person: one async for one in _rows(office, number)}
    found = copies(stage)
    assert state is AnnouncementState.DONE
    assert max(found.values()) == 1
    assert counts.keys() <= {Outcome.DELIVERED, Outcome.UNKNOWN}
    assert sum(counts.values()) == PEOPLE
    assert counts[Outcome.UNKNOWN] <= KILLS * A_SECOND * 2
    assert {person for person, row in rows.items() if row.outcome is Outcome.DELIVERED} <= {person for person, n in found.items() if n}
    assert {person for person, n in found.items() if not n} <= {p for p, row in rows.items() if row.outcome is Outcome.UNKNOWN}


async def _rows(office: Office, number: int):
    async with office.work() as work:
        for one in await announcement_ledger.of_outcome(work.connection, number, tuple(Outcome), limit=PEOPLE * 2):
            yield one
