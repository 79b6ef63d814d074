"""A correction or a withdrawal in the hands of one process: its edits, worked out once for readers of each language."""

from collections.abc import Iterable

import structlog

from bot.screens import announcement_marks as marks
from bot.wire.amending import STAYS, Amending, AmendmentErrand
from bot.wire.walks import LEASE, Keyboard, Walk
from bot.words import SHIPPED
from programme.announcement_amending import Edit, corrected, leaves_something, size_of, withdrawn
from programme.announcements import in_language, spoken_in
from services.announcement_amendment_running import FinishAmendment
from services.announcement_amendment_steering import PauseAmendment
from storage import announcement_amended, announcement_amendments, announcements
from storage.announcement_amended import Amended, Amends
from storage.announcement_amendments import Amendment, AmendmentState, Kind
from storage.announcements import Announcement

log = structlog.get_logger()


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

    async def _pause(self, *, failed: int, of: int) -> None:
        await self._office.do(PauseAmendment(by=None, amendment=self._number))
        log.error("amendment_paused", amendment=self._number, failed=failed, of=of)

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
