"""The code on the wall: another one for each date, so that yesterday's photo of it opens nothing today."""

import secrets
from dataclasses import dataclass

from programme.check_in import When, wall_digits, when
from services.check_in import Counts, counts_of
from services.coordinators import Forbidden
from services.event_dates import NoSuchDate
from services.event_reach import date_at_the_door
from storage import events, seals
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
        found = await date_at_the_door(work, self.by, self.date)
        return await _wall(work, *found) if isinstance(found, tuple) else found


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
        found = await date_at_the_door(work, self.by, self.date)
        if not isinstance(found, tuple):
            return found
        event, date = found
        await events.lock(work.connection, event.id)
        await events.set_wall_code(work.connection, event.id, new_wall_code())
        drawn = await events.find(work.connection, event.id)
        return await _wall(work, drawn, date) if drawn is not None else NoSuchDate()


async def _wall(work: Work, event: Event, date: EventDate) -> Wall:
    counts = await counts_of(work, event.id, date.id)
    return Wall(event=event, date=date, digits=digits_of(work, event, date), moment=when(date, work.now), counts=counts)
