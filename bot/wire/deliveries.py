"""One letter on its way: through the gate, onto the phone, and the verdict on what became of it."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.wire.backend import NotSent
from bot.wire.backoff import backoff
from bot.wire.display import Display
from bot.wire.gate import Gate, seconds_of
from bot.wire.replies import LEASE
from bot.wire.sweeping import Sweeping
from services.clock import Clock
from storage.letters import Again, Blocked, Delivered, GivenUp, PostedLetter, Priority, Unknown, Verdict

log = structlog.get_logger()
# Longer than this one letter is not held in hand: its lease must not run out under us.
PATIENCE = LEASE.total_seconds() * 0.6
MOST_TRIES = 60
NOBODY_THERE = ("chat not found", "user not found", "user is deactivated", "peer_id_invalid", "bot was kicked", "not enough rights to send")


class Deliveries:
    def __init__(self, display: Display, sweeping: Sweeping, gate: Gate, clock: Clock) -> None:
        self._display = display
        self._sweeping = sweeping
        self._gate = gate
        self._clock = clock

    async def deliver(self, letter: PostedLetter) -> Verdict:
        """Tries for a while in hand, then puts the letter back. Never raises for what Telegram or the network does."""
        if "sheets" not in letter.body:
            return await self._send(letter)
        *before, last = ({"sheet": sheet} for sheet in letter.body["sheets"])
        for body in before:
            verdict = await self._send(replace(letter, body=body))
            if not isinstance(verdict, Delivered):
                return verdict
        return await self._send(replace(letter, body=last))

    async def _send(self, letter: PostedLetter) -> Verdict:
        loop = asyncio.get_running_loop()
        until = loop.time() + PATIENCE
        chat, failures = letter.to, 0
        while True:
            await self._gate.enter(chat, letter.priority)
            try:
                return await self._shown(letter, chat)
            except ChatMigrated as moved:
                chat = moved.new_chat_id
                continue
            except RetryAfter as flood:
                wait = seconds_of(flood)
                self._gate.pause(wait, chat)
                log.warning("telegram_says_wait", seconds=wait, group=chat < 0)
                if loop.time() + wait > until:
                    return self._again(letter, wait, counts=False)
                continue
            except TelegramError as error:
                verdict = self._judged(letter, error)
                if verdict is not None:
                    return verdict
            failures += 1
            wait = backoff(failures - 1)
            if loop.time() + wait > until:
                return self._again(letter, wait, counts=True)
            await asyncio.sleep(wait)

    async def _shown(self, letter: PostedLetter, chat: int) -> Delivered:
        body = letter.body
        if "deletes" in body:
            await self._display.delete(chat, body["deletes"])
            return Delivered(id=letter.id, message_id=None)
        if "asks" in body:
            return Delivered(id=letter.id, message_id=await self._display.ask(chat, body["asks"]))
        if "living" in body:
            return await self._replied(letter, chat)
        return Delivered(id=letter.id, message_id=await self._display.send(chat, body["sheet"]))

    async def _replied(self, letter: PostedLetter, chat: int) -> Delivered:
        before = letter.body["living"]["now"]
        if letter.body["living"].get("asked") or self._display.is_asking(chat):
            await self._display.end_asking(chat)
            await self._gate.enter(chat, letter.priority)
        shown = await self._display.show(chat, letter.body["sheet"], edit=before if letter.body["living"]["edit"] else None)
        if before is not None and shown.message_id != before:
            self._sweeping.strip(chat, before)
        return Delivered(id=letter.id, message_id=shown.message_id, living=shown.living is not None and shown.living != before)

    def _judged(self, letter: PostedLetter, error: TelegramError) -> Verdict | None:
        """None: worth another try."""
        if isinstance(error, Forbidden):
            return Blocked(id=letter.id)
        if isinstance(error, BadRequest):
            if any(words in error.message.lower() for words in NOBODY_THERE):
                return Blocked(id=letter.id)
            log.error("telegram_refused", reason=error.message, kind=letter.kind)
            return GivenUp(id=letter.id, reason=error.message)
        if isinstance(error, InvalidToken):
            return self._again(letter, 60, counts=False)
        return self._judged_network(letter, error)

    def _judged_network(self, letter: PostedLetter, error: TelegramError) -> Verdict | None:
        if letter.priority is Priority.BROADCAST and not isinstance(error, NotSent):
            return Unknown(id=letter.id, reason=type(error).__name__)
        if not isinstance(error, NetworkError) or letter.tries >= MOST_TRIES:
            return GivenUp(id=letter.id, reason=type(error).__name__)
        return None

    def _again(self, letter: PostedLetter, seconds: float, *, counts: bool) -> Again:
        return Again(id=letter.id, at=self._clock.now() + timedelta(seconds=seconds), counts=counts)
