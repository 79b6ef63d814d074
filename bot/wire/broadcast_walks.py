"""An announcement going out in the hands of one process: its payloads, made once for readers of each language."""

from collections.abc import Iterable

import structlog

from bot.wire.broadcasts import Broadcast, BroadcastErrand, ready
from bot.wire.walks import LEASE, Keyboard, Walk
from bot.words import SHIPPED
from programme.announcements import FAILURES, AnnouncementState, in_language
from programme.quiet_hours import is_night
from services.announcement_sending import FinishSending
from services.announcement_steering import PauseSending
from storage import announcement_ledger, announcements
from storage.announcement_ledger import Settled
from storage.announcements import Announcement

log = structlog.get_logger()


class BroadcastWalk(Walk[Settled]):
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
            if one.state is not AnnouncementState.SENDING or (work.house.quiet_nights and is_night(work.now)):
                return None  # nobody is woken: in the morning a chore rings
            if room <= 0:
                return ()
            leased = await announcement_ledger.lease(work.connection, self._number, most=room, until=work.now + LEASE)
        broadcast = self._broadcast = self._broadcast or _made(one, self._means.keyboard)
        return [BroadcastErrand(self._means.line, self._means.gate, broadcast, to) for to in leased]

    def _has_failed(self, verdict: Settled) -> bool:
        return verdict.outcome in FAILURES

    async def _pause(self, *, failed: int, of: int) -> None:
        await self._office.do(PauseSending(by=None, announcement=self._number))
        log.error("announcement_paused", announcement=self._number, failed=failed, of=of)

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
