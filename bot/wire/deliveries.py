"""One letter on its way: through the gate, onto the phone, and the verdict on what became of it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import structlog
from telegram.error import BadRequest, ChatMigrated, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.wire.backend import NotSent
from bot.wire.backoff import backoff
from bot.wire.display import Display
from bot.wire.gate import Gate, seconds_of
from bot.wire.replies import LEASE
from bot.wire.sheets import Sheet
from bot.wire.sweeping import Sweeping
from bot.wire.troubles import Trouble, trouble_of
from services.clock import Clock
from services.letter_places import Place
from storage.letters import Again, Blocked, Delivered, GivenUp, PostedLetter, Priority, Unknown, Verdict

log = structlog.get_logger()
# Longer than this one letter is not held in hand: its lease must not run out under us.
PATIENCE = LEASE.total_seconds() * 0.6
MOST_TRIES = 60


class Deliveries:
    def __init__(self, display: Display, sweeping: Sweeping, gate: Gate, clock: Clock) -> None:
        self._display = display
        self._sweeping = sweeping
        self._gate = gate
        self._clock = clock

    async def deliver(self, letter: PostedLetter) -> Verdict:
        """Tries for a while in hand, then puts the letter back. Never raises for what Telegram or the network does."""
        if "place" in letter.body:
            return await self._put(letter, Place(**letter.body["place"]))
        if "sheets" not in letter.body:
            return await self._send(letter, lambda: self._shown(letter))
        return await self._send_all(letter, lambda sheet: self._shown(replace(letter, body={"sheet": sheet})))

    async def _send_all(self, letter: PostedLetter, shown: Callable[[Sheet], Awaitable[Verdict]]) -> Verdict:
        """What became of the last sheet, or of the first that did not arrive."""
        verdict: Verdict = Delivered(id=letter.id, message_id=None)
        for sheet in letter.body["sheets"]:
            verdict = await self._send(letter, partial(shown, sheet))
            if not isinstance(verdict, Delivered):
                return verdict
        return verdict

    async def _send(self, letter: PostedLetter, shown: Callable[[], Awaitable[Verdict]]) -> Verdict:
        loop = asyncio.get_running_loop()
        until = loop.time() + PATIENCE
        chat, failures = letter.to, 0
        while True:
            await self._gate.enter(chat, letter.priority)
            try:
                return await shown()
            except ChatMigrated as moved:
                # Its messages stayed behind, so what was to be changed has to be found anew: the move is written down first.
                return replace(self._again(letter, 0, counts=False), moved_to=moved.new_chat_id)
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

    async def _put(self, letter: PostedLetter, place: Place) -> Verdict:
        """A letter with a place of its own: a message changes, or a new one comes into a topic, is pinned, takes another's place."""
        if place.opens is not None and place.topic is None:
            opened = await self._send(letter, lambda: self._opened(letter, place.opens or ""))
            if not isinstance(opened, Delivered):
                return opened
            place = replace(place, topic=opened.topic)
        verdict = await self._send_all(letter, lambda sheet: self._placed(letter, place, sheet))
        if isinstance(verdict, Delivered):
            await self._finish(letter, place, verdict.message_id)
        return replace(verdict, topic=place.topic) if isinstance(verdict, Delivered | Again) else verdict

    async def _opened(self, letter: PostedLetter, name: str) -> Delivered:
        return Delivered(id=letter.id, message_id=None, topic=await self._display.open_topic(letter.to, name))

    async def _placed(self, letter: PostedLetter, place: Place, sheet: Sheet) -> Delivered | GivenUp:
        where = _named(letter.to, place)
        if where is None:
            return Delivered(id=letter.id, message_id=await self._display.send(letter.to, sheet, topic=place.topic))
        if await self._display.change(where, sheet):
            return Delivered(id=letter.id, message_id=None)
        return GivenUp(id=letter.id, reason="the message is gone", gone=True)

    async def _finish(self, letter: PostedLetter, place: Place, message: int | None) -> None:
        """What belongs to a message but is not worth sending it twice."""
        if place.pins and message is not None:
            await self._once(letter, self._display.pin(letter.to, message))
        if place.replaces is not None:
            await self._once(letter, self._display.delete(letter.to, [place.replaces]))
            self._sweeping.strip(letter.to, place.replaces)  # too old to be deleted, it loses its buttons
        if place.closes and place.topic is not None:
            await self._once(letter, self._display.close_topic(letter.to, place.topic))

    async def _once(self, letter: PostedLetter, call: Awaitable[None]) -> None:
        await self._gate.enter(letter.to, letter.priority)
        try:
            await call
        except RetryAfter as flood:
            self._gate.pause(seconds_of(flood), letter.to)
        except TelegramError as error:
            log.warning("left_unfinished", error=type(error).__name__, kind=letter.kind)

    async def _shown(self, letter: PostedLetter) -> Delivered:
        body, chat = letter.body, letter.to
        if "deletes" in body:
            await self._display.delete(chat, body["deletes"])
            return Delivered(id=letter.id, message_id=None)
        if "nods_at" in body:
            await self._display.nod(chat, body["nods_at"])
            return Delivered(id=letter.id, message_id=None)
        if "asks" in body:
            return Delivered(id=letter.id, message_id=await self._display.ask(chat, body["asks"]), asking=True)
        if "living" in body:
            return await self._replied(letter, chat)
        return Delivered(id=letter.id, message_id=await self._display.send(chat, body["sheet"], topic=body.get("topic")))

    async def _replied(self, letter: PostedLetter, chat: int) -> Delivered:
        living = letter.body["living"]
        before, asked = living["now"], bool(living.get("asked"))
        if asked:
            await self._display.end_asking(chat, living.get("asking"))
            await self._gate.enter(chat, letter.priority)
        shown = await self._display.show(chat, letter.body["sheet"], edit=before if living["edit"] else None)
        if before is not None and shown.message_id != before:
            self._sweeping.strip(chat, before)
        new = shown.living is not None and shown.living != before
        return Delivered(id=letter.id, message_id=shown.message_id, living=new, asked=asked)

    def _judged(self, letter: PostedLetter, error: TelegramError) -> Verdict | None:
        """None: worth another try."""
        if trouble_of(error) is Trouble.OUT_OF_REACH:
            return Blocked(id=letter.id)
        if isinstance(error, BadRequest):
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


def _named(chat: int, place: Place) -> dict[str, Any] | None:
    """How Telegram is told which message is to be changed; None: none is."""
    if place.inline is not None:
        return {"inline_message_id": place.inline}
    return {"chat_id": chat, "message_id": place.message} if place.message is not None else None
