"""The gate for several processes on one PostgreSQL: the overall limit is a row that all of them draw slots from."""

import asyncio
import heapq

import structlog

from bot.wire.gate import TOO_LATE, Gate, Limits
from storage import gates
from storage.engine import Store, StoreUnavailable
from storage.letters import Priority

log = structlog.get_logger()
OVERALL = "all"
# Slots drawn at once: a reply here takes the next of them, one in another process waits for these.
MOST_SLOTS = 8
SECONDS_OF_BROADCASTS = 0.1
# At 29 a second: even if each leaves a little too late or too early, no second holds more than Telegram's 30.
MARGIN = 0.975


class SharedGate(Gate):
    """Chats are still paced in each process (a lane is worked off by one process at a time); who passes next, by priority, too."""

    def __init__(self, limits: Limits, store: Store) -> None:
        super().__init__(limits)
        self._store = store
        self._rate = max(self._limits.overall, 1) * MARGIN
        self._rate_of_broadcasts = min(self._rate, self._limits.broadcasts_per_second)
        self._drawing: asyncio.Task[None] | None = None
        self._telling: set[asyncio.Task[None]] = set()

    def pause(self, seconds: float, chat: int) -> None:
        super().pause(seconds, chat)
        if chat > 0:
            telling = asyncio.create_task(self._tell_pause(seconds), name="gate pause")
            self._telling.add(telling)
            telling.add_done_callback(self._telling.discard)

    async def close(self) -> None:
        await super().close()
        if self._drawing is not None:
            self._drawing.cancel()
            await asyncio.wait({self._drawing})

    def _let_through(self) -> None:
        if not self._limits.overall:
            super()._let_through()
        elif self._drawing is None or self._drawing.done():
            self._drawing = asyncio.create_task(self._draw(), name="gate")

    async def _draw(self) -> None:
        while self._queue:
            await asyncio.sleep(max(0.0, self._paused_until - self._clock()))
            slots, rate = self._wanted()
            asked_at = self._clock()
            wait = await self._seconds_until(slots, rate)
            first = max(asked_at + wait, self._clock())  # a slow answer of the database must not make every slot late
            for slot in range(slots):
                await self._use(first + slot / rate)

    def _wanted(self) -> tuple[int, float]:
        """How many slots, and how many of them a second. Broadcasts draw more thinly, so that others find room between them."""
        if self._queue[0][0] is Priority.BROADCAST:
            most, rate = round(self._rate_of_broadcasts * SECONDS_OF_BROADCASTS), self._rate_of_broadcasts
        else:
            most, rate = max(MOST_SLOTS, round(self._rate * SECONDS_OF_BROADCASTS)), self._rate
        return min(len(self._queue), max(most, 1)), rate

    async def _use(self, at: float) -> None:
        """Lets one through at its time. A slot we come to too late is lost: made up for, it would crowd those after it."""
        await asyncio.sleep(max(0.0, at - self._clock()))
        while self._queue and self._queue[0][2].cancelled():
            heapq.heappop(self._queue)
        if self._queue and self._clock() - at <= TOO_LATE and self._clock() >= self._paused_until:
            heapq.heappop(self._queue)[2].set_result(None)

    async def _seconds_until(self, slots: int, rate: float) -> float:
        try:
            async with self._store.transaction() as connection:
                return await gates.reserve(connection, OVERALL, slots=slots, per_second=rate, burst=1)
        except StoreUnavailable:
            # Without the database nothing can be settled either; go on slowly with what is in hand.
            log.warning("gate_without_database")
            return slots / 2

    async def _tell_pause(self, seconds: float) -> None:
        try:
            async with self._store.transaction() as connection:
                await gates.pause(connection, OVERALL, seconds)
        except StoreUnavailable:
            log.warning("gate_pause_not_shared")
