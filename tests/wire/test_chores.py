"""What the office does by itself is done without anybody asking."""

import asyncio
from datetime import timedelta

from bot import clockwork
from bot.clockwork import Clockwork
from services.chores import Chore
from storage.engine import StoreUnavailable
from storage.hints import Events


async def test_a_chore_comes_by_itself_and_comes_again_after_an_outage(office, monkeypatch):
    outages: list[bool] = []
    done = asyncio.Event()

    async def sweeps(where) -> None:
        assert where is office
        if not outages:
            outages.append(True)
            raise StoreUnavailable("away for a moment")
        done.set()

    monkeypatch.setattr(clockwork, "all_chores", lambda: (Chore("sweeps", timedelta(milliseconds=10), sweeps),))
    ticking = Clockwork(office, Events())
    ticking.start()
    try:
        async with asyncio.timeout(30):
            await done.wait()
    finally:
        ticking.stop()


async def test_a_moved_clock_makes_every_chore_due_at_once(office, clock, monkeypatch):
    done = asyncio.Event()

    async def sweeps(_) -> None:
        done.set()

    monkeypatch.setattr(clockwork, "TICK_SECONDS", 0.01)
    monkeypatch.setattr(clockwork, "all_chores", lambda: (Chore("sweeps", timedelta(hours=1), sweeps),))
    ticking = Clockwork(office, Events())
    ticking.start()
    try:
        clock.passes(days=1)
        async with asyncio.timeout(30):
            await done.wait()
    finally:
        ticking.stop()
