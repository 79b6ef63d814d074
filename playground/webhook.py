"""Updates brought to the bot's own door: in order for each chat, chats side by side, again and again until it answers 200."""

import asyncio
import re
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from playground.refusals import bad
from playground.updates import Update, Updates

_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
_OK = 200
_LONGEST_WAIT = 60.0
_ANSWER_WITHIN = aiohttp.ClientTimeout(total=60)


@dataclass(eq=False)
class Webhook:
    updates: Updates
    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error: str = ""
    last_error_at: int = 0
    first_wait: float = 1.0  # seconds of real time before the first repetition; doubles
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def set(self, url: str, secret: str, max_connections: int) -> None:
        """Raises Refused for a URL Telegram would not call; plain http is taken for this machine only."""
        parts = urlsplit(url)
        if parts.scheme != "https" and not (parts.scheme == "http" and _is_loopback(parts.hostname or "")):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if len(secret) > 256:  # noqa: PLR2004 - Telegram's bound
            raise bad("secret token is too long")
        if not _SECRET.fullmatch(secret):
            raise bad("secret token contains unallowed characters")
        self.remove()
        self.url, self.secret, self.max_connections = url, secret, min(max(max_connections, 1), 100)
        self.updates.interrupt()
        self._tasks.add(asyncio.get_running_loop().create_task(self._deliver()))

    def remove(self) -> None:
        self.url = self.secret = ""
        for task in self._tasks:
            task.cancel()
        self._tasks.clear()

    async def close(self) -> None:
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def told(self) -> dict[str, Any]:
        """A `WebhookInfo`."""
        answer: dict[str, Any] = {"url": self.url, "has_custom_certificate": False, "pending_update_count": len(self.updates.waiting)}
        if self.url:
            answer |= {"max_connections": self.max_connections}
        if self.last_error:
            answer |= {"last_error_date": self.last_error_at, "last_error_message": self.last_error}
        return answer | ({"allowed_updates": list(self.updates.allowed)} if self.updates.allowed else {})

    async def _deliver(self) -> None:
        busy: dict[int, int] = {}  # lane → update
        async with aiohttp.ClientSession(timeout=_ANSWER_WITHIN) as session, asyncio.TaskGroup() as group:
            while True:
                await self.updates.bell.until(lambda: self._next(busy) is not None)
                update = self._next(busy)
                if update is not None:
                    busy[_lane(update)] = update.id
                    group.create_task(self._bring(session, update, busy))

    def _next(self, busy: dict[int, int]) -> Update | None:
        if len(busy) >= self.max_connections:
            return None
        return next((update for update in self.updates.waiting if _lane(update) not in busy), None)

    async def _bring(self, session: aiohttp.ClientSession, update: Update, busy: dict[int, int]) -> None:
        wait = self.first_wait
        while not await self._taken(session, update):
            await asyncio.sleep(wait)
            wait = min(2 * wait, _LONGEST_WAIT)
        del busy[_lane(update)]
        self.updates.drop(update.id)

    async def _taken(self, session: aiohttp.ClientSession, update: Update) -> bool:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
        try:
            async with session.post(self.url, json=update.json(), headers=headers) as answer:
                status = answer.status
        except (aiohttp.ClientError, TimeoutError) as error:
            return self._refused(f"Connection failed: {type(error).__name__}")
        return status == _OK or self._refused(f"Wrong response from the webhook: {status}")

    def _refused(self, reason: str) -> bool:
        self.last_error, self.last_error_at = reason, int(self.updates.clock.now().timestamp())
        return False


def _lane(update: Update) -> int:
    body = update.body
    chat = body.get("chat") or body.get("message", {}).get("chat") or body.get("from") or {"id": 0}
    return int(chat["id"])


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
