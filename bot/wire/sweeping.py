"""Taking the buttons off messages that are no longer the living one. Nobody waits for it; a button left behind shows what is open now."""

import asyncio

import structlog
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.wire.backoff import backoff
from bot.wire.gate import Gate, seconds_of
from bot.wire.line import Line
from storage.letters import Priority

log = structlog.get_logger()
TRIES = 4
LEFT_TO_REPLIES = 2  # of a chat's burst


class Sweeping:
    def __init__(self, line: Line, gate: Gate) -> None:
        self._line = line
        self._gate = gate
        self._sweeps: set[asyncio.Task[None]] = set()

    def strip(self, chat: int, message_id: int) -> None:
        sweep = asyncio.create_task(self._strip(chat, message_id), name="sweep")
        self._sweeps.add(sweep)
        sweep.add_done_callback(self._sweeps.discard)

    async def quiet(self) -> None:
        """Returns when nothing is left to sweep."""
        while self._sweeps:
            await asyncio.wait(self._sweeps)

    async def stop(self) -> None:
        for sweep in tuple(self._sweeps):
            sweep.cancel()
        await asyncio.gather(*self._sweeps, return_exceptions=True)

    async def _strip(self, chat: int, message_id: int) -> None:
        payload = {"chat_id": chat, "message_id": message_id, "reply_markup": {"inline_keyboard": []}}
        for failures in range(TRIES):
            await self._gate.enter(chat, Priority.LETTER, leaving=LEFT_TO_REPLIES)
            try:
                await self._line.call("editMessageReplyMarkup", payload)
            except RetryAfter as flood:
                self._gate.pause(seconds_of(flood), chat)
            except (BadRequest, Forbidden):
                return  # it has no buttons any more, or is gone
            except NetworkError:
                await asyncio.sleep(backoff(failures))
            except TelegramError as error:
                log.warning("buttons_left_behind", error=type(error).__name__)
                return
            else:
                return
