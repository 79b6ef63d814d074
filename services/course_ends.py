"""A course that is over: whoever was at enough dates is told that the certificate is ready."""

from dataclasses import dataclass
from datetime import timedelta

from programme.courses import is_complete
from services.chores import chore, one_by_one
from services.course_letters import post_ready
from services.office import Office
from storage import attendance, course_ends, event_dates, events, registrations
from storage.audit import AuditRow
from storage.events import Event
from storage.work import Work

AT_ONCE = 20  # courses a tick


@dataclass(frozen=True, kw_only=True)
class EndCourse:
    """Tells everybody who was at enough dates that the certificate is ready; once."""

    event: int

    async def __call__(self, work: Work) -> int | None:
        """How many; None when somebody else has."""
        event = await events.lock(work.connection, self.event)
        if event is None or event.ends_at > work.now or not await course_ends.keep(work.connection, self.event, work.now):
            return None
        told = await self._tell(work, event)
        work.note(AuditRow(who=None, did="EndCourse", on=f"event:{self.event}", outcome="Told"))
        return told

    async def _tell(self, work: Work, event: Event) -> int:
        dates = len(await event_dates.of_event(work.connection, self.event))
        often = await attendance.often(work.connection, self.event)
        complete = {number: attended for number, attended in often.items() if is_complete(attended, dates)}
        for number, attended in complete.items():
            registration = await registrations.find(work.connection, number)
            assert registration is not None
            post_ready(work, event, registration, attended, dates)
        return len(complete)


@chore(timedelta(minutes=10))
async def end_courses(office: Office) -> None:
    async with office.store.reading() as connection:
        over = await course_ends.just_over(connection, office.clock.now(), limit=AT_ONCE)
    await one_by_one(office, {f"event:{number}": EndCourse(event=number) for number in over})
