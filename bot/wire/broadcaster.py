"""The broadcaster: takes people of an announcement's ledger in hand, sends to them, and writes down what became of each.

Nobody is sent it twice: what is in hand when a process is killed counts as unknown. Replies, reminders and letters pass the gate first.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog

from bot.wire.backoff import backoff
from bot.wire.broadcasts import Broadcast, Errand, ready
from bot.wire.errands import Errands
from bot.wire.gate import Gate
from bot.wire.line import Line
from bot.words import SHIPPED
from programme.announcements import FAILURES, AnnouncementState, should_pause, spoken_in
from services.announcement_sending import FinishSending, PauseSending
from services.office import Office
from storage import announcement_ledger, announcements
from storage.announcement_ledger import Leased, Settled
from storage.announcements import Announcement
from storage.engine import StoreUnavailable
from storage.hints import Events

log = structlog.get_logger()
LEASE = timedelta(minutes=3)
IN_HAND = 256  # without a limit; else what goes out in two seconds
ROUND, ROUND_SECONDS = 64, 0.25  # so many verdicts are written with one commit, or what there is by then
STOP_SECONDS = 3.0
WATCHED = 200  # the last verdicts, by which it is seen that something is wrong
Keyboard = Callable[[Announcement, str], list[list[dict[str, Any]]]]


@dataclass(frozen=True, slots=True)
class Means:
    """With which it sends. `keyboard`: the buttons under an announcement, in a language."""

    line: Line
    gate: Gate
    keyboard: Keyboard


class Broadcaster:
    def __init__(self, office: Office, means: Means, *, per_second: float) -> None:
        self._office = office
        self._means = means
        self._most = IN_HAND if per_second <= 0 else max(8, min(IN_HAND, int(per_second * 2)))
        self.stopping = False
        self.turnover = 0

    async def run(self, events: Events) -> None:
        """Until `stopping` is set: sends whatever is to be sent, the oldest announcement first."""
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
        """Returns when there is nothing to send any more."""
        async with self._office.store.reading() as connection:
            found = await announcements.sending(connection)
        for number in found:
            if not self.stopping:
                await self._send(number)

    async def _send(self, number: int) -> None:
        walk = _Walk(self._office, self._means, number, self._most)
        try:
            while not self.stopping and await walk.step():
                self.turnover += 1
        finally:
            await walk.stop()


class _Walk:
    """One announcement in the hands of one process."""

    def __init__(self, office: Office, means: Means, number: int, most: int) -> None:
        self._office, self._means, self._number, self._most = office, means, number, most
        self._errands = Errands()
        self._failed: list[bool] = []
        self._broadcast: Broadcast | None = None
        self._failures = 0

    async def step(self) -> bool:
        """False when nothing of it is left for this process."""
        await self._round(self._most)
        if should_pause(len(self._failed), sum(self._failed)):
            await self._office.do(PauseSending(by=None, announcement=self._number))
            log.error("announcement_paused", announcement=self._number, failed=sum(self._failed), of=len(self._failed))
            self._failed = []
        if not len(self._errands):
            await self._office.do(FinishSending(announcement=self._number))
            return False
        await self._errands.some(ROUND, ROUND_SECONDS)
        await self._rest()
        return True

    async def stop(self) -> None:
        await self._errands.stop(STOP_SECONDS)
        if len(self._errands):
            await self._round(0)

    async def _rest(self) -> None:
        """While Telegram cannot be reached, nobody knocks every moment."""
        self._failures = self._failures + 1 if self._errands.line_is_down else 0
        if self._failures:
            await asyncio.sleep(backoff(self._failures - 1))

    async def _round(self, most: int) -> None:
        """One transaction: what became of some is written down, and the next are taken in hand, so that there are so many."""
        settled, back = self._errands.taken()
        try:
            one, leased = await self._written(settled, back, most - len(self._errands))
        except StoreUnavailable:
            self._errands.put_back(settled, back)
            raise
        self._failed = [*self._failed, *(verdict.outcome in FAILURES for verdict in settled)][-WATCHED:]
        if one is not None and leased:
            self._broadcast = self._broadcast or _made(one, self._means.keyboard)
            self._errands.begin(Errand(self._means.line, self._means.gate, self._broadcast, to) for to in leased)

    async def _written(self, settled: list[Settled], back: list[int], room: int) -> tuple[Announcement | None, list[Leased]]:
        async with self._office.work() as work:
            one = await announcements.find(work.connection, self._number)
            await announcement_ledger.settle(work.connection, self._number, settled, work.now)
            await announcement_ledger.give_back(work.connection, self._number, back)
            if one is None:
                return None, []
            if one.state is AnnouncementState.CANCELLED and back:
                await announcement_ledger.withdraw_waiting(work.connection, self._number, work.now)
            if one.state is not AnnouncementState.SENDING or room <= 0:
                return one, []
            return one, await announcement_ledger.lease(work.connection, self._number, most=room, until=work.now + LEASE)


def _made(one: Announcement, keyboard: Keyboard) -> Broadcast:
    """Its payloads for readers of each language; the buttons stand under the last message, in the reader's language even where the text
    is not.
    """
    messages = {}
    for language in dict.fromkeys((*one.parts, *SHIPPED)):
        parts = one.parts[spoken_in(one.parts, language)]
        rows = keyboard(one, language)
        last = {"reply_markup": {"inline_keyboard": rows}} if rows else {}
        shown = [*(dict(part) for part in parts)]
        shown[-1] = {**shown[-1], "params": {**shown[-1]["params"], **last}}
        messages[language] = tuple(ready(part["method"], part["params"]) for part in shown)
    return Broadcast(messages)
