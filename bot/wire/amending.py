"""Correcting and withdrawing announcements that have gone out, message by message. Doing it twice is as doing it once, so whatever
was in hand when a process was killed is done again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import orjson
import structlog
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.wire.gate import seconds_of
from bot.wire.troubles import Trouble, says, trouble_of
from bot.wire.walks import Means
from programme.announcement_amending import Edit, can_be_deleted
from storage.announcement_amended import Amended, Amends, Standing
from storage.announcement_amendments import Kind
from storage.announcement_leases import LONGEST_REASON
from storage.letters import Priority

log = structlog.get_logger()
MOST_TRIES = 5
MOST_DELETED = 100  # messages with one call
UNCHANGED = ("message is not modified",)
GONE = ("message to edit not found", "message_id_invalid", "message to delete not found")
TOO_OLD = ("message can't be deleted",)
STAYS = "the picture, file, place or poll stays"
Plan = Callable[[str], Sequence[Edit]]  # what is edited, for a reader of this language


@dataclass(frozen=True, slots=True)
class Amending:
    """One amendment, ready for everybody."""

    kind: Kind
    edits: Plan
    stays: Callable[[str], bool]


class AmendmentErrand:
    """Edits or deletes what one person has got."""

    def __init__(self, means: Means, amending: Amending, to: Standing, now: datetime) -> None:
        self._line, self._gate, self._amending, self._to, self._now = means.line, means.gate, amending, to, now
        self.posted = False
        self.line_is_down = False

    @property
    def person(self) -> int:
        return self._to.person

    async def run(self) -> Amended | None:
        try:
            if self._amending.kind is Kind.WITHDRAWAL and can_be_deleted(self._to.sent_at, self._now) and await self._deleted():
                return self._became(Amends.DONE)
            return await self._edited()
        except RetryAfter as flood:
            self._gate.pause(seconds_of(flood), self.person)
            return None
        except TelegramError as error:
            return self._judged(error)

    def lost(self, why: str) -> Amended:
        return self._again(why)

    async def _deleted(self) -> bool:
        """False where they have become too old meanwhile."""
        for begin in range(0, len(self._to.messages), MOST_DELETED):
            try:
                await self._call("deleteMessages", {"message_ids": list(self._to.messages[begin : begin + MOST_DELETED])})
            except BadRequest as error:
                if says(error, TOO_OLD):
                    return False
                if not says(error, GONE):
                    raise
        return True

    async def _edited(self) -> Amended:
        found = [edit for edit in self._amending.edits(self._to.language) if edit.at < len(self._to.messages)]
        changed = [await self._changed(edit) for edit in found]
        if self._amending.kind is Kind.WITHDRAWAL and self._amending.stays(self._to.language):
            return self._became(Amends.FAILED, STAYS)
        return self._became(Amends.GONE if changed and not any(changed) else Amends.DONE)

    async def _changed(self, edit: Edit) -> bool:
        """False where the reader has deleted it."""
        try:
            await self._call(edit.method, {"message_id": self._to.messages[edit.at], **edit.params})
        except BadRequest as error:
            if says(error, GONE):
                return False
            if not says(error, UNCHANGED):
                raise
        return True

    async def _call(self, method: str, params: dict[str, object]) -> None:
        await self._gate.enter(self.person, Priority.BROADCAST)
        self.posted = True
        await self._line.post(method, orjson.dumps({"chat_id": self.person, **params}))

    def _judged(self, error: TelegramError) -> Amended | None:
        match trouble_of(error):
            case Trouble.LINE_IS_DOWN:
                self.line_is_down = True
                return None
            case Trouble.OUT_OF_REACH:
                return self._became(Amends.BLOCKED)
            case Trouble.REFUSED:
                return self._became(Amends.FAILED, error.message)
            case Trouble.UNHEARD:
                return self._again(type(error).__name__)

    def _again(self, why: str) -> Amended:
        return self._became(Amends.WAITING if self._to.tries + 1 < MOST_TRIES else Amends.FAILED, why)

    def _became(self, outcome: Amends, reason: str | None = None) -> Amended:
        return Amended(person=self.person, outcome=outcome, reason=reason[:LONGEST_REASON] if reason else None)
