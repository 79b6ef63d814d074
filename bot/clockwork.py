"""The clockwork only ticks: it rings the bells that empty the outbox, and clears away what nobody needs any more.

Due rows are the truth; APScheduler keeps no jobs (a job that is more than a second late would silently be dropped).
"""

from datetime import UTC, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from services.chores import Chore, all_chores
from services.office import Office
from storage import arrivals, drafts, letters
from storage.engine import StoreUnavailable
from storage.hints import Events

log = structlog.get_logger()
TICK_SECONDS = 1
JUMP = timedelta(minutes=1)  # between two ticks: somebody moved the clock, or the machine slept
ARRIVALS_KEPT = timedelta(hours=48)  # Telegram repeats an update for 24 h; an older one cannot come twice
LETTERS_KEPT = timedelta(days=30)
DEAD_KEPT = timedelta(days=90)  # as long as drafts: they hold what was typed


class Clockwork:
    def __init__(self, office: Office, events: Events) -> None:
        self._office = office
        self._events = events
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._ticked = office.clock.now()

    def start(self) -> None:
        ticks = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        self._scheduler.add_job(self._tick, "interval", seconds=TICK_SECONDS, **ticks)
        self._scheduler.add_job(self._clear_away, "interval", hours=1, **ticks)
        for chore in all_chores():
            self._scheduler.add_job(self._do, "interval", args=[chore], seconds=chore.every.total_seconds(), **ticks)
        self._scheduler.start()

    def stop(self) -> None:
        self._scheduler.shutdown(wait=False)

    async def _tick(self) -> None:
        self._events.ring_all()
        now = self._office.clock.now()
        if now - self._ticked > JUMP:
            self._scheduler.add_job(self._do_all, misfire_grace_time=None)
        self._ticked = now

    async def _do_all(self) -> None:
        """After a jump of the clock: pauses between chores go by real time, and what fell due meanwhile must not wait them out."""
        for chore in all_chores():
            await self._do(chore)

    async def _do(self, chore: Chore) -> None:
        try:
            await chore.run(self._office)
        except StoreUnavailable:
            log.warning("chore_later", chore=chore.name)

    async def _clear_away(self) -> None:
        now = self._office.clock.now()
        try:
            async with self._office.store.transaction() as connection:
                done = await arrivals.forget(connection, now - ARRIVALS_KEPT)
                dead = await arrivals.forget(connection, now - DEAD_KEPT, state="dead")
                sent = await letters.forget(connection, now - LETTERS_KEPT)
                left = await drafts.purge(connection, now)
        except StoreUnavailable:
            log.warning("clearing_away_later")
        else:
            log.info("cleared_away", arrivals=done, dead=dead, letters=sent, drafts=left)
