"""Cancelling an event: everybody registered hears it once, with the reason."""

from dataclasses import dataclass

from programme.events import EventState
from services.coordinators import Forbidden
from services.event_dates import NoSuchEvent
from services.event_letters import hearing, tell_cancelled
from services.event_making import IsCancelled, IsOver, TooWide, lock_ahead
from services.event_news import tell_called_off
from services.event_reminders import silence
from storage import events
from storage.audit import AuditRow
from storage.events import LONGEST_WHY, Event
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class EventIsOff:
    """`told`: how many hear of it."""

    event: Event
    told: int


@dataclass(frozen=True, slots=True)
class StillDraft:
    """Nobody has seen it: it can be thrown away."""

    event: Event


@dataclass(frozen=True, slots=True)
class NoReason:
    """Empty or too long: forged, or from an older form."""


@dataclass(frozen=True, kw_only=True)
class CancelEvent:
    """`why`: everybody registered reads it."""

    by: int
    event: int
    why: str

    async def __call__(self, work: Work) -> EventIsOff | IsCancelled | StillDraft | IsOver | NoReason | TooWide | NoSuchEvent | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="CancelEvent", on=f"event:{self.event}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> EventIsOff | IsCancelled | StillDraft | IsOver | NoReason | TooWide | NoSuchEvent | Forbidden:
        event = await lock_ahead(work, self.event, self.by)
        if not isinstance(event, Event):
            return event
        if event.state is EventState.DRAFT:
            return StillDraft(event)
        if not 0 < len(self.why) <= LONGEST_WHY:
            return NoReason()
        await events.cancel(work.connection, event.id, self.why, work.now)
        await tell_called_off(work, event, self.why)
        return EventIsOff(event=event, told=await self._tell(work, event))

    async def _tell(self, work: Work, event: Event) -> int:
        count = 0
        await silence(work, event.id)
        async for one in hearing(work, event.id):
            tell_cancelled(work, event, one, self.why)
            count += 1
        return count
