"""The broadcaster: takes people of an announcement's ledger in hand, sends to them, and writes down what became of each.

Nobody is sent it twice: what is in hand when a process is killed counts as unknown. Replies, reminders and letters pass the gate first.
Corrections and withdrawals of what has gone out go the same way (`bot.wire.amending`).
"""

import asyncio
from collections.abc import Iterable, Sequence

import structlog

from bot.wire.amending import AmendmentWalk
from bot.wire.backoff import backoff
from bot.wire.broadcasts import Broadcast, BroadcastErrand, ready
from bot.wire.walks import LEASE, Keyboard, Means, Walk
from bot.words import SHIPPED
from programme.announcements import FAILURES, AnnouncementState, in_language, should_pause
from services.announcement_sending import FinishSending
from services.announcement_steering import PauseSending
from services.office import Office
from storage import announcement_amended, announcement_amendments, announcement_ledger, announcements
from storage.announcement_ledger import Settled
from storage.announcements import Announcement
from storage.engine import StoreUnavailable
from storage.hints import Events

log = structlog.get_logger()
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
            if not await self._walk(_BroadcastWalk(self._office, self._means, number, self._most), gives_way=True):
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


class _BroadcastWalk(Walk[Settled]):
    """One announcement in the hands of one process."""

    _broadcast: Broadcast | None = None

    async def _written(self, settled: list[Settled], back: list[int], room: int) -> Iterable[BroadcastErrand] | None:
        async with self._office.work() as work:
            one = await announcements.find(work.connection, self._number)
            await announcement_ledger.settle(work.connection, self._number, settled, work.now)
            await announcement_ledger.give_back(work.connection, self._number, back)
            if one is None:
                return None
            if one.state is AnnouncementState.CANCELLED and back:
                await announcement_ledger.withdraw_waiting(work.connection, self._number, work.now)
            if one.state is not AnnouncementState.SENDING:
                return None
            if room <= 0:
                return ()
            leased = await announcement_ledger.lease(work.connection, self._number, most=room, until=work.now + LEASE)
        broadcast = self._broadcast = self._broadcast or _made(one, self._means.keyboard)
        return [BroadcastErrand(self._means.line, self._means.gate, broadcast, to) for to in leased]

    def _has_failed(self, verdict: Settled) -> bool:
        return verdict.outcome in FAILURES

    async def _watch(self, failed: Sequence[bool]) -> bool:
        if not should_pause(len(failed), sum(failed)):
            return False
        await self._office.do(PauseSending(by=None, announcement=self._number))
        log.error("announcement_paused", announcement=self._number, failed=sum(failed), of=len(failed))
        return True

    async def _finish(self) -> None:
        await self._office.do(FinishSending(announcement=self._number))


def _made(one: Announcement, keyboard: Keyboard) -> Broadcast:
    """Its payloads for readers of each language; the buttons stand under the last message, in the reader's language even where the text
    is not.
    """
    messages = {}
    for language in dict.fromkeys((*one.parts, *SHIPPED)):
        parts = in_language(one.parts, language)
        rows = keyboard(one, language)
        last = {"reply_markup": {"inline_keyboard": rows}} if rows else {}
        shown = [*(dict(part) for part in parts)]
        shown[-1] = {**shown[-1], "params": {**shown[-1]["params"], **last}}
        messages[language] = tuple(ready(part["method"], part["params"]) for part in shown)
    return Broadcast(messages)
