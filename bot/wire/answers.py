"""Answering taps (the spinner on the button ends, a toast or a box appears) and inline queries. Fire and forget, after the commit."""

import asyncio
from typing import Any

import structlog
from telegram.error import BadRequest, TelegramError

from bot.wire.line import Line

log = structlog.get_logger()


class Answers:
    def __init__(self, line: Line) -> None:
        self._line = line
        self._flying: set[asyncio.Task[None]] = set()

    def answer(self, callback: str, notice: str, *, alert: bool) -> None:
        """Nobody waits for it, and an answer that comes too late is no fault."""
        payload: dict[str, Any] = {"callback_query_id": callback}
        if notice:
            payload |= {"text": notice, "show_alert": alert}
        self._fly("answerCallbackQuery", payload)

    def answer_inline(self, payload: dict[str, Any]) -> None:
        """An answer to what somebody has typed on since, or left, comes too late as well."""
        self._fly("answerInlineQuery", payload)

    def _fly(self, method: str, payload: dict[str, Any]) -> None:
        task = asyncio.create_task(self._answer(method, payload), name="answer")
        self._flying.add(task)
        task.add_done_callback(self._flying.discard)

    async def quiet(self) -> None:
        """Returns when no answer is on its way."""
        while self._flying:
            await asyncio.wait(self._flying)

    async def _answer(self, method: str, payload: dict[str, Any]) -> None:
        try:
            await self._line.call(method, payload)
        except BadRequest as error:
            log.info("answer_refused", method=method, reason=error.message)
        except TelegramError as error:
            log.warning("answer_failed", error=type(error).__name__)
