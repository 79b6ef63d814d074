"""Correcting and withdrawing announcements that have gone out, message by message. Doing it twice is as doing it once, so whatever
was in hand when a process was killed is done again.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import orjson
import structlog
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.screens import announcement_marks as marks
from bot.wire.backend import NotSent
from bot.wire.deliveries import NOBODY_THERE
from bot.wire.gate import seconds_of
from bot.wire.walks import LEASE, Keyboard, Means, Walk
from bot.words import SHIPPED
from programme.announcement_amending import Edit, can_be_deleted, corrected, leaves_something, size_of, withdrawn
from programme.announcements import in_language, should_pause, spoken_in
from services.announcement_amendment_running import FinishAmendment
from services.announcement_amendment_steering import PauseAmendment
from storage import announcement_amended, announcement_amendments, announcements
from storage.announcement_amended import Amended, Amends, Standing
from storage.announcement_amendments import Amendment, AmendmentState, Kind
from storage.announcement_leases import LONGEST_REASON
from storage.announcements import Announcement
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
                if _is(error, TOO_OLD):
                    return False
                if not _is(error, GONE):
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
            if _is(error, GONE):
                return False
            if not _is(error, UNCHANGED):
                raise
        return True

    async def _call(self, method: str, params: dict[str, object]) -> None:
        await self._gate.enter(self.person, Priority.BROADCAST)
        self.posted = True
        await self._line.post(method, orjson.dumps({"chat_id": self.person, **params}))

    def _judged(self, error: TelegramError) -> Amended | None:
        if isinstance(error, NotSent | InvalidToken):
            self.line_is_down = True
            return None
        if isinstance(error, Forbidden):
            return self._became(Amends.BLOCKED)
        if isinstance(error, BadRequest):
            return self._became(Amends.BLOCKED) if _is(error, NOBODY_THERE) else self._became(Amends.FAILED, error.message)
        return self._again(type(error).__name__)

    def _again(self, why: str) -> Amended:
        return self._became(Amends.WAITING if self._to.tries + 1 < MOST_TRIES else Amends.FAILED, why)

    def _became(self, outcome: Amends, reason: str | None = None) -> Amended:
        return Amended(person=self.person, outcome=outcome, reason=reason[:LONGEST_REASON] if reason else None)


class AmendmentWalk(Walk[Amended]):
    """One amendment in the hands of one process."""

    _amending: Amending | None = None

    async def _written(self, settled: list[Amended], back: list[int], room: int) -> Iterable[AmendmentErrand] | None:
        async with self._office.work() as work:
            await announcement_amended.settle(work.connection, self._number, settled, work.now)
            await announcement_amended.give_back(work.connection, self._number, back)
            one = await announcement_amendments.find(work.connection, self._number)
            if one is None or one.state is not AmendmentState.RUNNING:
                if one is not None and one.state is AmendmentState.CANCELLED:
                    await announcement_amended.leave_waiting(work.connection, self._number, work.now)
                return None
            if room <= 0:
                return ()
            of = await announcements.find(work.connection, one.announcement)
            leased = await announcement_amended.lease(work.connection, one, most=room, until=work.now + LEASE)
        if of is None:
            return ()
        amending = self._amending = self._amending or made(one, of, self._means.keyboard)
        return [AmendmentErrand(self._means, amending, to, work.now) for to in leased]

    def _has_failed(self, verdict: Amended) -> bool:
        return verdict.outcome in {Amends.FAILED, Amends.WAITING} and verdict.reason != STAYS

    async def _watch(self, failed: Sequence[bool]) -> bool:
        if not should_pause(len(failed), sum(failed)):
            return False
        await self._office.do(PauseAmendment(by=None, amendment=self._number))
        log.error("amendment_paused", amendment=self._number, failed=sum(failed), of=len(failed))
        return True

    async def _finish(self) -> None:
        await self._office.do(FinishAmendment(amendment=self._number))


def made(one: Amendment, of: Announcement, keyboard: Keyboard) -> Amending:
    """Its edits for readers of each language, worked out once."""
    readers = tuple(dict.fromkeys((*of.parts, *SHIPPED)))
    plans = {language: tuple(_plan(one, of, language, keyboard)) for language in readers}
    stays = {language: leaves_something(in_language(of.parts, language)) for language in readers}
    return Amending(
        kind=one.kind,
        edits=lambda language: in_language(plans, language),
        stays=lambda language: in_language(stays, language),
    )


def _plan(one: Amendment, of: Announcement, reader: str, keyboard: Keyboard) -> Iterable[Edit]:
    """What we add, and the buttons, are in the reader's language even where the text is not."""
    language = spoken_in(of.parts, reader)
    parts = of.parts[language]
    if one.kind is Kind.WITHDRAWAL:
        return withdrawn(parts, marks.withdrawn(reader))
    if one.language != language or one.place is None or one.started_at is None:
        return ()
    edit = corrected(parts, one.place, marks.corrected(one.started_at, reader))
    rows = keyboard(of, reader) if edit.at == sum(map(size_of, parts)) - 1 else []  # an edit takes away what it does not give
    return (Edit(edit.at, edit.method, {**edit.params, "reply_markup": {"inline_keyboard": rows}}) if rows else edit,)


def _is(error: BadRequest, known: Sequence[str]) -> bool:
    said = error.message.lower()
    return any(words in said for words in known)
