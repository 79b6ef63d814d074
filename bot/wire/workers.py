"""Workers: arrivals are worked off in batches; a lane is busy until its reply is on the phone."""

import asyncio
from datetime import timedelta

import structlog

from bot.wire.alarms import Alarms
from bot.wire.answers import Answers
from bot.wire.backoff import backoff
from bot.wire.batches import Batches, Worked
from bot.wire.courier import Courier
from bot.wire.health import Health
from services.mishaps import place_of
from services.office import Office
from storage.arrivals import Arrival, claim, mark_failed
from storage.engine import StoreUnavailable
from storage.hints import Events
from storage.people import languages

log = structlog.get_logger()
BATCH = 16
MOST_BUSY = 256  # lanes whose replies are on their way; more would only wait at the gate


class Workers:
    def __init__(self, *, office: Office, batches: Batches, courier: Courier, answers: Answers, alarms: Alarms, health: Health) -> None:
        self._office = office
        self._batches = batches
        self._courier = courier
        self._answers = answers
        self._alarms = alarms
        self._health = health
        self._busy: set[int] = set()
        self._alone = 0  # how many of the next arrivals are taken one by one
        self._events: set[Events] = set()
        self._line = asyncio.Lock()  # whose holder hears the next hint; one look answers it, not one of every worker
        self._failures = 0  # since the database last answered
        self._at_work = 0
        self._resting = asyncio.Event()
        self._resting.set()
        self.turnover = 0
        self.stopping = False

    @property
    def busy(self) -> int:
        return len(self._busy)

    async def run(self, events: Events) -> None:
        """Until `stopping` is set and the batch in hand is done."""
        self._events.add(events)
        events.arrivals.set()
        while await self._is_called(events):
            try:
                worked = await self._batch(self._room())
            except StoreUnavailable:
                await self._wait_for_the_database()
                events.arrivals.set()
                continue
            self._failures = 0
            self._health.worked(worked)

    async def _is_called(self, events: Events) -> bool:
        """Returns when there may be something to be had and this worker's turn has come; False when it is to stop."""
        async with self._line:
            await events.arrivals.wait()
            if not self.stopping:
                events.arrivals.clear()
        return not self.stopping

    async def _wait_for_the_database(self) -> None:
        self._failures += 1
        log.warning("database_unavailable", failures=self._failures)
        await asyncio.sleep(backoff(self._failures, first=0.25, longest=4))

    async def look(self) -> None:
        """Works off everything that can be had now; for tests, which wait for no hint."""
        while await self._batch(self._room()):
            pass

    async def quiet(self) -> None:
        """Returns when nothing is being worked off."""
        await self._resting.wait()

    def _room(self) -> int:
        """How many arrivals may be taken at once."""
        return min(1 if self._alone else BATCH, MOST_BUSY - len(self._busy))

    async def _batch(self, room: int) -> int:
        """How many arrivals were taken. Raises StoreUnavailable; then nothing was done, and all of them wait again."""
        if room <= 0:
            return 0
        self._at_work += 1
        self._resting.clear()
        try:
            return await self._taken(room)
        finally:
            self._at_work -= 1
            if not self._at_work:
                self._resting.set()

    async def _taken(self, room: int) -> int:
        taken: list[Arrival] = []
        try:
            worked = await self._transaction(taken, room)
        except StoreUnavailable:
            self._release(taken)
            raise
        except Exception as error:  # noqa: BLE001 - whatever one turn did wrong must not stop the others; it is counted and told
            await self._failed(taken, error)
            return len(taken)
        except BaseException:  # a cancelled worker, too, gives its lanes back; then it is raised again
            self._release(taken)
            raise
        self._alone = max(0, self._alone - 1)
        for one in worked:
            self._send_off(one)
        self.turnover += len(taken)
        return len(taken)

    async def _transaction(self, taken: list[Arrival], limit: int) -> list[Worked]:
        async with self._office.work() as work:
            found = await claim(work.connection, limit=limit, now=work.now, busy=self._busy)
            self._busy.update(arrival.lane for arrival in found)
            taken.extend(found)
            if len(found) == limit:  # there may be more, for whoever is next in line
                self._ring()
            return await self._batches.work_off(work, found) if found else []

    def _send_off(self, worked: Worked) -> None:
        worked.answer(self._answers)
        received_at = worked.arrival.received_at
        if not worked.letters:
            self._release([worked.arrival])
            return

        def delivered() -> None:
            self._health.reacted((self._office.clock.now() - received_at).total_seconds())
            self._release([worked.arrival])

        self._courier.carry(worked.letters, delivered)

    async def _failed(self, taken: list[Arrival], error: Exception) -> None:
        """A batch is taken again one by one; what fails alone waits a little, and is a dead letter in the end."""
        # The text of an error may hold what people typed; its kind and place do not.
        log.error("turn_failed", error=type(error).__name__, where=place_of(error), together=len(taken))
        self._health.failures += 1
        if len(taken) != 1:
            self._alone = len(taken)
            self._release(taken)
            return
        self._alone = max(0, self._alone - 1)
        try:
            await self._count_failure(taken[0], error)
        finally:
            self._release(taken)

    async def _count_failure(self, arrival: Arrival, error: Exception) -> None:
        async with self._office.work() as work:
            again_at = work.now + timedelta(seconds=2**arrival.tries)
            reason = f"{type(error).__name__} at {place_of(error)}"
            if await mark_failed(work.connection, arrival.id, now=work.now, again_at=again_at, reason=reason):
                self._alarms.arrival_died(work, arrival.update_id, reason)
                if arrival.lane > 0:  # a person, not a group
                    known = await languages(work.connection, {arrival.lane})
                    self._alarms.sorry(work, arrival.lane, known.get(arrival.lane))
        self.turnover += 1

    def _release(self, taken: list[Arrival]) -> None:
        self._busy.difference_update(arrival.lane for arrival in taken)
        self._ring()

    def _ring(self) -> None:
        for events in self._events:
            events.arrivals.set()
