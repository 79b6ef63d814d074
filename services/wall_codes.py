"""The code on the wall: another one for each date, so that yesterday's photo of it opens nothing today."""

import secrets
from dataclasses import dataclass

from programme.check_in import When, wall_digits, when
from services.check_in import Counts, counts_of
from services.coordinators import Forbidden, may_check_in
from services.event_dates import NoSuchDate, date_of
from storage import event_dates, events, seals
from storage.audit import AuditRow
from storage.event_dates import EventDate
from storage.events import Event
from storage.work import Work

BYTES = 6  # 8 characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """What a coordinator shows on the wall. `digits`: what people type."""

    event: Event
    date: EventDate
    digits: str
    moment: When
    counts: Counts


def new_wall_code() -> str:
    """The secret from which the codes of an event's dates are made; nobody ever sees it."""
    return secrets.token_urlsafe(BYTES)


def digits_of(work: Work, event: Event, date: EventDate) -> str:
    """Nobody can tell one date's code from another's: the fingerprint needs the house's own key."""
    return wall_digits(seals.of(work.connection).index(f"wall:{event.wall_code}:{date.id}"))


@dataclass(frozen=True, kw_only=True)
class WallOf:
    by: int
    date: int

    async def __call__(self, work: Work) -> Wall | NoSuchDate | Forbidden:
        if not await may_check_in(work, self.by):
            return Forbidden()
        return await _wall(work, self.date)


@dataclass(frozen=True, kw_only=True)
class DrawWallCode:
    """A new code for the event: the old ones open nothing any more."""

    by: int
    date: int

    async def __call__(self, work: Work) -> Wall | NoSuchDate | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="DrawWallCode", on=f"event_date:{self.date}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Wall | NoSuchDate | Forbidden:
        if not await may_check_in(work, self.by):
            return Forbidden()
        date = await event_dates.find(work.connection, self.date)
        if date is None or await events.lock(work.connection, date.event) is None:
            return NoSuchDate()
        await events.set_wall_code(work.connection, date.event, new_wall_code())
        return await _wall(work, self.date)


async def _wall(work: Work, number: int) -> Wall | NoSuchDate:
    found = await date_of(work, number)
    if isinstance(found, NoSuchDate):
        return found
    event, date = found
    counts = await counts_of(work, event.id, date.id)
    return Wall(event=event, date=date, digits=digits_of(work, event, date), moment=when(date, work.now), counts=counts)
