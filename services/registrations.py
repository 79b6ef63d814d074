"""Answering an invitation: come, perhaps, not, or onto the waiting list. One row for a person and an event, as often as it changes."""

from dataclasses import dataclass

from programme.events import Answer, EventState
from services.event_answering import Answering
from services.event_dates import NoSuchEvent
from services.registration_outcomes import Outcome
from storage import events, people, session_times
from storage.audit import AuditRow
from storage.work import Work


@dataclass(frozen=True, kw_only=True)
class AnswerEvent:
    """`guests`, `said` (by question): None: as before. `waits`: where it is full, into the queue."""

    by: int
    event: int
    answer: Answer
    guests: int | None = None
    said: tuple[tuple[int, str], ...] | None = None
    waits: bool = False

    async def __call__(self, work: Work) -> Outcome:
        outcome, why = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="AnswerEvent", on=f"event:{self.event}", outcome=type(outcome).__name__, why=why))
        return outcome

    async def _outcome(self, work: Work) -> tuple[Outcome, str]:
        await people.lock(work.connection, self.by)
        await session_times.one_at_a_time(work.connection)
        event = await events.lock(work.connection, self.event)
        if event is None or event.state is EventState.DRAFT:
            return NoSuchEvent(), ""
        answering = await Answering.to(work, event, self)
        return await answering.outcome(), answering.why
