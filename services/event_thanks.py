"""When an event is over, everybody who was there is thanked and, where it has a survey, asked how it was. Once, and never by night."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from programme.events import EventState, Survey
from programme.surveys import LATEST, closes_at, is_due, is_too_late
from services.chores import chore, one_by_one
from services.event_titles import Title, title_of
from services.letter_places import Place, placed
from services.letters import Letter, letter
from services.office import Office
from storage import event_thanks, events, surveys
from storage.audit import AuditRow
from storage.events import Event
from storage.work import Work

AT_ONCE = 50


@letter("event_thanks")
@dataclass(frozen=True, kw_only=True)
class EventThanks:
    """`survey` None: nobody is asked anything."""

    event: int
    title: Title
    survey: Survey | None
    closes_at: datetime | None


@dataclass(frozen=True, slots=True)
class Thanked:
    """How many, now."""

    people: int


@dataclass(frozen=True, slots=True)
class TooLate:
    """The office was away for days: nobody is written to, and the results say so."""


@dataclass(frozen=True, slots=True)
class NoThanksDue:
    """Not over, cancelled, by night, or done already."""


def thanks_key(event: int) -> str:
    return f"event_thanks:{event}"


@chore(timedelta(minutes=10))
async def thank_after_events(office: Office) -> None:
    """Those noted as present a little later are thanked a little later."""
    now = office.clock.now()
    async with office.store.reading() as connection:
        over = await event_thanks.without_thanks(connection, now, limit=AT_ONCE)
        lately = await event_thanks.lately_thanked(connection, now - LATEST)
    due = [number for number, ended_at in over if is_due(ended_at, now)]
    await one_by_one(office, {f"event:{number}": ThankForComing(event=number) for number in (*due, *lately)})


@dataclass(frozen=True, kw_only=True)
class ThankForComing:
    """The office itself. Whoever has been thanked is not thanked again."""

    event: int

    async def __call__(self, work: Work) -> Thanked | TooLate | NoThanksDue:
        outcome = await self._outcome(work)
        if not isinstance(outcome, NoThanksDue):
            work.note(AuditRow(who=None, did="ThankForComing", on=f"event:{self.event}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Thanked | TooLate | NoThanksDue:
        event = await events.lock(work.connection, self.event)
        if event is None or event.state is not EventState.PUBLISHED or not is_due(event.ends_at, work.now):
            return NoThanksDue()
        if is_too_late(event.ends_at, work.now):
            first = await event_thanks.thank(work.connection, event.id, at=None, checked_in=False, closes_at=None)
            return TooLate() if first else NoThanksDue()
        there = await event_thanks.were_there(work.connection, event.id)
        until = closes_at(work.now) if event.survey is not None else None
        await event_thanks.thank(work.connection, event.id, at=work.now, checked_in=bool(there), closes_at=until)
        return await self._thank(work, event, there)

    async def _thank(self, work: Work, event: Event, there: list[int]) -> Thanked | NoThanksDue:
        """Where nobody took attendance, all who said that they would come."""
        thanks = await event_thanks.thanks_of(work.connection, event.id)
        assert thanks is not None
        people = there if thanks.checked_in else await event_thanks.said_they_come(work.connection, event.id)
        new = await surveys.ask(work.connection, event.id, people)
        fact = EventThanks(event=event.id, survey=event.survey, closes_at=thanks.closes_at, title=title_of(event))
        for person in new:
            work.post(Letter(to=person, fact=fact, key=thanks_key(event.id)))
        return Thanked(len(new)) if new or thanks.thanked_at == work.now else NoThanksDue()


@placed(EventThanks)
async def while_it_is_fresh(work: Work, fact: EventThanks) -> Place | None:
    """Not for an event cancelled after all, nor days later."""
    event = await events.find(work.connection, fact.event)
    stands = event is not None and event.state is EventState.PUBLISHED and not is_too_late(event.ends_at, work.now)
    return Place() if stands else None
