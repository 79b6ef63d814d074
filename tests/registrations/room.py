"""A room with seats and people who want them, without the chat."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from programme.event_kinds import EventKind
from programme.events import Answer, Group
from services.chores import all_chores
from services.letters import from_json
from services.office import Office
from services.registrations import AnswerEvent
from storage import event_dates, event_questions, event_seats, events, people, registrations
from storage.event_questions import NewQuestion
from storage.events import Event, NewEvent
from storage.letters.record import LetterRecord
from storage.letters.record import State as Sent
from storage.letters.sealing import taken_out
from storage.registrations import Registration
from storage.tables import table_of
from tests.sessions.desk import at

MAKER = 7001
_letters = table_of(LetterRecord)


async def announced(
    office: Office,
    seats: int | None = 2,
    *,
    pools: Mapping[Group, int | None] | None = None,
    starts: Sequence[datetime] = (),
    questions: Sequence[NewQuestion] = (),
    uid: str = "one",
    published: bool = True,
    **more: Any,
) -> Event:
    """Two hours on a Tuesday, eight days after the clock of the tests."""
    spans = [(one, one + timedelta(hours=2)) for one in starts or (at(14),)]
    facts: dict[str, Any] = {
        "kind": EventKind.BRIEFING,
        "title": {"ko": "협업화 사업설명회", "en": "Briefing on consortia"},
        "text": {"ko": "무엇을 지원하는지 알려 드려요.", "en": "What is supported, and how."},
        "starts_at": spans[0][0],
        "ends_at": spans[-1][1],
        "place": "Town Hall",
        "address": "110 Sejong-daero",
        "latitude": 37.5663,
        "longitude": 126.9779,
    }
    new = NewEvent(**{**facts, **more})
    async with office.work() as work:
        number = await events.keep(work.connection, new, uid=uid, wall_code="1234", by=MAKER, now=work.now)
        await event_dates.set_all(work.connection, number, spans)
        await event_seats.set_pools(work.connection, number, pools or {Group.ALL: seats})
        await event_questions.set_all(work.connection, number, questions)
        if published:
            await events.publish(work.connection, number, work.now)
    return await event_of(office, number)


async def event_of(office: Office, number: int) -> Event:
    async with office.store.reading() as connection:
        found = await events.find(connection, number)
    assert found is not None
    return found


async def meet(office: Office, *those: int) -> None:
    async with office.work() as work:
        await people.desks(work, dict.fromkeys(those, "en"))


def comes(by: int, event: Event | int, guests: int | None = None, **more: Any) -> AnswerEvent:
    number = event if isinstance(event, int) else event.id
    return AnswerEvent(**{"by": by, "event": number, "answer": Answer.COMING, "guests": guests, **more})


def says(by: int, event: Event, answer: Answer) -> AnswerEvent:
    return AnswerEvent(by=by, event=event.id, answer=answer)


async def registration(office: Office, event: Event, person: int) -> Registration | None:
    async with office.store.reading() as connection:
        return await registrations.of_person(connection, event.id, person)


async def stands(office: Office, event: Event, person: int) -> Registration:
    found = await registration(office, event, person)
    assert found is not None
    return found


async def answers(office: Office, event: Event) -> dict[int, str]:
    """What each has said, as it stands."""
    async with office.store.reading() as connection:
        found = await registrations.of_event(connection, event.id, tuple(Answer), limit=1000)
    return {one.person: one.answer.value for one in found}


async def taken(office: Office, event: Event) -> dict[Group, int]:
    async with office.store.reading() as connection:
        return (await event_seats.taken(connection, [event.id]))[event.id]


async def chores(office: Office) -> None:
    for chore in all_chores():
        await chore.run(office)


async def letters_to(office: Office, person: int, kind: str = "event_") -> list[tuple[datetime, Any]]:
    """Those on their way or due later, with their hour, the soonest first."""
    mine = (_letters.c.chat == person) & (_letters.c.state == Sent.WAITING) & _letters.c.kind.startswith(kind)
    async with office.store.reading() as connection:
        rows = (await connection.execute(select(_letters.c.kind, _letters.c.body, _letters.c.due).where(mine))).all()
        found = [(row.due, from_json(row.kind, taken_out(connection, row.body))) for row in rows]
    return sorted(found, key=lambda one: one[0])


async def changes(office: Office, event: Event, seats: int | None = None, **more: Any) -> Event:
    """As the office changes it: the dates move with it, and so do the reminders; more seats are offered."""
    from services import event_queue, event_reminders

    async with office.work() as work:
        known = await events.lock(work.connection, event.id)
        assert known is not None
        shift = more.get("starts_at", known.starts_at) - known.starts_at
        dates = await event_dates.of_event(work.connection, event.id)
        new = replace(known, **{"ends_at": known.ends_at + shift, **more})
        await events.change(work.connection, event.id, new, in_calendars=True)
        await event_dates.set_all(work.connection, event.id, [(one.starts_at + shift, one.ends_at + shift) for one in dates])
        if seats is not None:
            await event_seats.set_pools(work.connection, event.id, {Group.ALL: seats})
        changed = await events.find(work.connection, event.id)
        assert changed is not None
        await event_reminders.move(work, changed)
        await event_queue.offer_freed(work, event.id)
    return changed


async def letters_go(office: Office) -> None:
    """Those that are due leave the house, and arrive."""
    now = office.clock.now()
    due = (_letters.c.state == Sent.WAITING) & (_letters.c.due <= now)
    async with office.store.transaction() as connection:
        await connection.execute(update(_letters).where(due).values(state=Sent.DELIVERED, settled_at=now, body=None))
