"""One announcement on its way to one person: its payloads, ready but for the chat, and what became of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
import structlog
from telegram.error import RetryAfter, TelegramError

from bot.wire.gate import Gate, seconds_of
from bot.wire.line import Line
from bot.wire.troubles import Trouble, trouble_of
from programme.announcements import Outcome, in_language
from storage.announcement_leases import LONGEST_REASON
from storage.announcement_ledger import Leased, Settled
from storage.letters import Priority

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Ready:
    """A method and its payload behind the chat. `messages`: how many it becomes; an album is several."""

    method: str
    rest: bytes
    messages: int = 1


@dataclass(frozen=True, slots=True)
class Broadcast:
    """By language: the messages one after the other."""

    messages: Mapping[str, tuple[Ready, ...]]

    def for_language(self, language: str) -> tuple[Ready, ...]:
        """In the reader's language, else English, else Korean, else whatever there is."""
        return in_language(self.messages, language)


def ready(method: str, params: Mapping[str, Any]) -> Ready:
    """`params` without a chat; at least one."""
    return Ready(method, orjson.dumps(params)[1:], len(params.get("media", (None,))))


class BroadcastErrand:
    """Sends to one person. `posted`: something has left for Telegram, so it cannot be called back."""

    def __init__(self, line: Line, gate: Gate, broadcast: Broadcast, to: Leased) -> None:
        self._line, self._gate, self._broadcast, self._to = line, gate, broadcast, to
        self._messages = list(to.messages)
        self._new = 0
        self.posted = False
        self.line_is_down = False

    @property
    def person(self) -> int:
        return self._to.person

    async def run(self) -> Settled | None:
        """None: nothing was sent, and it may be tried again."""
        left = self._left()
        while left:
            await self._gate.enter(self.person, Priority.BROADCAST)
            try:
                await self._post(left[0])
            except RetryAfter as flood:
                self._gate.pause(seconds_of(flood), self.person)
                if not self._new:
                    return None
                continue  # the earlier parts are on the phone: only this one is sent again
            except TelegramError as error:
                return self._judged(error)
            left.pop(0)
        return self.became(Outcome.DELIVERED)

    def _left(self) -> list[Ready]:
        """What does not lie on their phone already, when those it failed with are tried again."""
        parts, got = list(self._broadcast.for_language(self._to.language)), len(self._messages)
        while parts and got >= parts[0].messages:
            got -= parts.pop(0).messages
        return parts

    async def _post(self, part: Ready) -> None:
        self.posted = True
        try:
            result = await self._line.post(part.method, b'{"chat_id":%d,' % self.person + part.rest)
        except RetryAfter:
            self.posted = bool(self._new)
            raise
        self._new += part.messages
        self._messages += [one["message_id"] for one in (result if isinstance(result, list) else [result])]

    def _judged(self, error: TelegramError) -> Settled | None:
        match trouble_of(error):
            case Trouble.LINE_IS_DOWN:
                self.line_is_down = True
                return self.lost(type(error).__name__) if self._new else None
            case Trouble.OUT_OF_REACH:
                return self.became(Outcome.BLOCKED)
            case Trouble.REFUSED:
                return self.became(Outcome.REFUSED, error.message)
            case Trouble.UNHEARD:
                return self.lost(type(error).__name__)

    def lost(self, why: str) -> Settled:
        """Nobody knows whether it arrived, so it is not sent again."""
        return self.became(Outcome.UNKNOWN, why)

    def became(self, outcome: Outcome, reason: str | None = None) -> Settled:
        cut = reason[:LONGEST_REASON] if reason else None
        return Settled(person=self.person, outcome=outcome, messages=tuple(self._messages), reason=cut)
