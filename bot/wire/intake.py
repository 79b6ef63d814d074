"""Intake: updates are stored in one commit before Telegram hears that they came."""

import asyncio
from collections.abc import Sequence

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.wire.backoff import backoff
from bot.wire.gate import seconds_of
from bot.wire.health import Health
from bot.wire.lanes import ALLOWED_UPDATES, Raw, as_arrival
from bot.wire.line import Line
from services.office import Office
from storage.arrivals import store_all
from storage.engine import StoreUnavailable

log = structlog.get_logger()
MOST_AT_ONCE = 100
GRACE_SECONDS = 10.0  # a long poll may answer a little after its time


class TokenRevoked(Exception):
    """Telegram does not know the token (any more): nothing but a new one helps."""


async def store(office: Office, updates: Sequence[Raw]) -> None:
    """Returns when all of them are on the disk. Raises StoreUnavailable; then none was acknowledged."""
    async with office.store.transaction() as connection:
        await store_all(connection, [as_arrival(update) for update in updates], office.clock.now())


class Poller:
    """The only one that calls getUpdates. Says what is wrong once, not at every try."""

    def __init__(self, line: Line, office: Office, health: Health, poll_seconds: int) -> None:
        self._line = line
        self._office = office
        self._health = health
        self._poll_seconds = poll_seconds
        self._offset: int | None = None
        self._failures = 0
        self._said: str | None = None

    async def run(self) -> None:
        """Until cancelled; it may be, at any time: what was not acknowledged comes again. Raises `TokenRevoked`."""
        while True:
            updates = await self._poll()
            while updates and not await self._stored(updates):  # noqa: ASYNC110 - nothing rings when a database comes back
                await asyncio.sleep(backoff(self._failures, first=0.25, longest=5))

    async def _poll(self) -> list[Raw]:
        payload = {"timeout": self._poll_seconds, "limit": MOST_AT_ONCE, "allowed_updates": list(ALLOWED_UPDATES)}
        if self._offset is not None:
            payload["offset"] = self._offset
        try:
            updates: list[Raw] = await self._line.call("getUpdates", payload, read_timeout=self._poll_seconds + GRACE_SECONDS)
        except InvalidToken:
            raise TokenRevoked from None
        except RetryAfter as flood:
            await asyncio.sleep(seconds_of(flood))
            return []
        except Conflict:
            await self._later("another process polls with the same token, or a webhook is set")
            return []
        except TelegramError as error:
            await self._later(f"Telegram cannot be reached ({type(error).__name__})")
            return []
        self._health.polled()
        self._well_again()
        return updates

    async def _stored(self, updates: list[Raw]) -> bool:
        try:
            await store(self._office, updates)
        except StoreUnavailable:
            self._failures += 1
            self._say("the database cannot be reached; updates wait at Telegram")
            return False
        self._well_again()
        self._offset = int(updates[-1]["update_id"]) + 1
        return True

    async def _later(self, why: str) -> None:
        self._failures += 1
        self._say(why)
        await asyncio.sleep(backoff(self._failures - 1, longest=30))

    def _say(self, why: str) -> None:
        if why != self._said:
            log.warning("intake_waits", why=why)
            self._said = why

    def _well_again(self) -> None:
        if self._said is not None:
            log.info("intake_goes_on", after_failures=self._failures)
        self._failures, self._said = 0, None
