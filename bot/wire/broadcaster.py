"""The broadcaster: takes people of an announcement's ledger in hand, sends to them, and writes down what became of each.

Nobody is sent it twice: what is in hand when a process is killed counts as unknown. Replies, reminders and letters pass the gate first.
Corrections and withdrawals of what has gone out go the same way (`bot.wire.amendment_walks`).
"""

import asyncio

from bot.wire.amendment_walks import AmendmentWalk
from bot.wire.backoff import backoff
from bot.wire.broadcast_walks import BroadcastWalk
from bot.wire.walks import Means, Walk
from services.office import Office
from storage import announcement_amended, announcement_amendments, announcements
from storage.announcement_ledger import Settled
from storage.engine import StoreUnavailable
from storage.hints import Events

IN_HAND = 256  # at most; with a limit what goes out in two seconds


class Broadcaster:
    def __init__(self, office: Office, means: Means, *, per_second: float) -> None:
        self._office = office
        self._means = means
        self._most = IN_HAND if per_second <= 0 else max(8, min(IN_HAND, int(per_second * 2)))
        self._events: Events | None = None
        self.stopping = False
        self.turnover = 0
        self._walks = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def run(self, events: Events) -> None:
        """Until `stopping` is set: sends whatever is to be sent, the oldest announcement first."""
        self._events = events
        failures = 0
        while not self.stopping:
            events.announcements.clear()
            try:
                await self.look()
                failures = 0
            except StoreUnavailable:
                failures += 1
                await asyncio.sleep(backoff(failures, first=0.25, longest=4))
                continue
            await events.announcements.wait()

    async def look(self) -> None:
        """Returns when there is nothing to send, correct or withdraw any more. What is wrong is set right before anything new goes out."""
        while not await self._looked():
            pass

    async def _looked(self) -> bool:
        """False: what went out has given way to something that is to be set right."""
        async with self._office.store.reading() as connection:
            amended = await announcement_amendments.running(connection)
            sent = await announcements.sending(connection)
        for number in amended:
            await self._walk(AmendmentWalk(self._office, self._means, number, self._most))
        for number in sent:
            if not await self._walk(BroadcastWalk(self._office, self._means, number, self._most), gives_way=True):
                return False
        return True

    async def quiet(self) -> None:
        """Returns when no walk is under way. For tests."""
        await self._idle.wait()

    async def _walk(self, walk: Walk[Settled] | AmendmentWalk, *, gives_way: bool = False) -> bool:
        """To its end, unless it gives way. While the database is away it is kept: it knows what became of those it had in hand."""
        self._walks += 1
        self._idle.clear()
        failures = 0
        try:
            while not self.stopping:
                try:
                    if gives_way and await self._is_wrong():
                        return False
                    if not await walk.step():
                        return True
                except StoreUnavailable:
                    failures += 1
                    await asyncio.sleep(backoff(failures, first=0.25, longest=4))
                    continue
                failures = 0
                self.turnover += 1
        finally:
            try:
                await walk.stop()
            finally:
                self._walks -= 1
                if not self._walks:
                    self._idle.set()
        return True

    async def _is_wrong(self) -> bool:
        """Whether something waits to be corrected or withdrawn; asked when it rings, which is every second."""
        if self._events is None or not self._events.announcements.is_set():
            return False
        self._events.announcements.clear()
        async with self._office.store.reading() as connection:
            return await announcement_amended.anything_waits(connection)
