"""Events, without the chat: for whoever needs one that stands."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from sqlalchemy import select, text

from programme.event_checks import Span
from programme.event_kinds import EventKind
from programme.events import Answer, Group
from programme.seoul import from_seoul
from services.coordinators import AppointFirstCoordinators
from services.event_making import Drafted, MakeEvent, Published, PublishEvent
from services.event_plans import EventPlan, spanning
from services.event_reminders import remind
from services.event_seats import take_seats
from services.letters import from_json
from services.office import Office
from services.registration_rows import Wished, written
from storage import people, registrations
from storage.event_questions import NewQuestion
from storage.events import Event, NewEvent
from storage.letters import LetterRecord
from storage.letters.sealing import taken_out
from storage.registrations import Registration
from storage.work import Work
from tests.sessions.desk import DAY

COORDINATOR = 7001


def span(hour: int = 14, until: int = 16, day=DAY) -> Span:
    """On Seoul's clocks, on a Tuesday eight days after the clock of the tests."""
    at = [from_seoul(datetime.combine(day, time(one))) for one in (hour, until)]
    return at[0], at[1]


def plan(
    dates: Sequence[Span] | None = None, seats: int | None = 30, pools: Mapping[Group, int | None] | None = None, **more: Any
) -> EventPlan:
    """`more` goes into the event; `questions` into the plan."""
    questions: tuple[NewQuestion, ...] = more.pop("questions", ())
    spans = tuple(dates) if dates is not None else (span(),)
    starts_at, ends_at = spanning(spans)
    event = NewEvent(
        kind=EventKind.NETWORKING,
        title={"ko": "마포 사장님 교류회", "en": "Mapo owners meet"},
        text={"ko": "차를 마시며 이야기해요."},
        starts_at=starts_at,
        ends_at=ends_at,
        place="서울창업허브",
        address="서울시 마포구 백범로31길 21",
    )
    return EventPlan(event=replace(event, **more), dates=spans, pools=pools or {Group.ALL: seats}, questions=questions)


async def has_coordinator(office: Office, *people: int) -> None:
    await office.do(AppointFirstCoordinators(ids=people or (COORDINATOR,)))


async def drafted(office: Office, what: EventPlan | None = None, by: int = COORDINATOR, **more: Any) -> Event:
    """By a coordinator, who is appointed for it where there is none yet."""
    if isinstance(outcome := await office.do(MakeEvent(by=by, plan=what or plan(**more))), Drafted):
        return outcome.event
    await has_coordinator(office, by)
    outcome = await office.do(MakeEvent(by=by, plan=what or plan(**more)))
    assert isinstance(outcome, Drafted), outcome
    return outcome.event


async def published(office: Office, what: EventPlan | None = None, by: int = COORDINATOR, **more: Any) -> Event:
    """`published(office, seats=1)`, `published(office, dates=(span(), span(day=…)), kind=EventKind.COURSE)`, …"""
    draft = await drafted(office, what, by, **more)
    outcome = await office.do(PublishEvent(by=by, event=draft.id))
    assert isinstance(outcome, Published), outcome
    return outcome.event


async def registers(
    office: Office, event: Event, *people: int, answer: Answer = Answer.COMING, group: Group = Group.OTHERS, guests: int = 0
) -> list[Registration]:
    """As they would have answered; who comes takes seats, and is reminded."""
    found = list[Registration]()
    async with office.work() as work:
        await meets(work, *people)
        for person in people:
            one = await written(work, None, Wished(event=event.id, person=person, group=group, answer=answer, guests=guests))
            assert answer is not Answer.COMING or await take_seats(work, one, group, one.party)
            await remind(work, event, one)
            found.append(one)
    return found


async def meets(work: Work, *people_: int) -> None:
    await people.desks(work, dict.fromkeys(people_, "en"))


async def answer_of(office: Office, one: Registration) -> Answer:
    async with office.store.reading() as connection:
        found = await registrations.find(connection, one.id)
    assert found is not None
    return found.answer


async def letters_to(office: Office, person: int, code: str = "event_%") -> list[Any]:
    """Facts of the letters to them that are on their way or will be, the soonest first."""
    query = text("SELECT id, kind FROM letters WHERE chat = :to AND kind LIKE :code AND state IN ('waiting', 'leased') ORDER BY due, id")
    async with office.store.reading() as connection:
        rows = (await connection.execute(query, {"to": person, "code": code})).all()
        bodies = [await connection.scalar(select(LetterRecord.body).where(LetterRecord.id == row.id)) or {} for row in rows]
        return [from_json(row.kind, taken_out(connection, body)) for row, body in zip(rows, bodies, strict=True)]
