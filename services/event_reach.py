"""How far the office's roles reach among events: what concerns all of Seoul, or both tracks, is for a role without a limit.

Everybody who coordinates sees events and their numbers. Names, and what is done about an event, are for those whose role reaches it.
"""

from collections.abc import Collection
from dataclasses import dataclass

from programme.events import EventState
from programme.rights import Right, Scope
from services.coordinators import Forbidden, OutOfReach, beyond, reach, scopes
from services.event_dates import NoSuchDate, NoSuchEvent, date_of
from storage import events
from storage.event_dates import EventDate
from storage.events import Event, NewEvent
from storage.work import Work


@dataclass(frozen=True, kw_only=True)
class ReachOfEvents:
    """For whom this coordinator can make events: some gu, or one track, where their role has a limit."""

    by: int

    async def __call__(self, work: Work) -> Scope:
        return await reach(work, self.by)


def reaches(held: Collection[Scope], event: NewEvent) -> bool:
    tracks = (event.track,) if event.track is not None else ()
    return any(scope.covers(gus=event.gus, tracks=tracks) for scope in held)


async def may_manage(work: Work, by: int, event: NewEvent) -> bool:
    return await why_not_of(work, by, Right.COORDINATE, event) is None


async def why_not_of(work: Work, by: int, right: Right, event: NewEvent) -> Forbidden | OutOfReach | None:
    """None: their role gives the right, and reaches the event."""
    held = await scopes(work, by, right)
    return None if reaches(held, event) else beyond(held)


async def event_with_people(work: Work, by: int, right: Right, number: int) -> Event | NoSuchEvent | Forbidden | OutOfReach:
    """For who may see the names of those who come to it."""
    held = await scopes(work, by, right)
    event = await events.find(work.connection, number) if held else None
    if event is None:
        return NoSuchEvent() if held else Forbidden()
    return event if reaches(held, event) else OutOfReach()


async def date_at_the_door(
    work: Work, by: int, number: int, states: Collection[EventState] = (EventState.PUBLISHED,)
) -> tuple[Event, EventDate] | NoSuchDate | Forbidden | OutOfReach:
    """For who stands there."""
    held = await scopes(work, by, Right.CHECK_IN)
    found = await date_of(work, number, states) if held else Forbidden()
    if not isinstance(found, tuple):
        return found
    return found if reaches(held, found[0]) else OutOfReach()
