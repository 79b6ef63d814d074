"""The one row of a person at an event, written as it is to be, and what they said to its questions."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from programme.events import HOLD_SEATS, Answer, Group
from storage import event_questions, registrations, shops
from storage.registrations import Registration
from storage.work import Work

CODE_BYTES = 16  # 22 characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Wished:
    """`group`: to which they belong now."""

    event: int
    person: int
    group: Group
    answer: Answer
    guests: int


async def written(work: Work, mine: Registration | None, wished: Wished) -> Registration:
    """`mine`: the row as it stands; None: there is none yet."""
    number = mine.id if mine is not None else await _new(work, wished)
    values = {"answer": wished.answer, "guests": wished.guests, "group": _group(mine, wished), "held_until": None}
    await registrations.change(work.connection, number, **values, **_turn(work, mine, wished), changed_at=_after(work, mine))
    found = await registrations.find(work.connection, number)
    assert found is not None
    return found


def _after(work: Work, mine: Registration | None) -> datetime:
    """Later than the last change, whatever the clock says: calendars take over only what comes after what they have."""
    return work.now if mine is None else max(work.now, mine.changed_at + timedelta(seconds=1))


def _group(mine: Registration | None, wished: Wished) -> Group:
    """Whoever keeps their seats keeps the group that they were dealt for."""
    keeps = mine is not None and mine.answer in HOLD_SEATS and wished.answer is Answer.COMING and mine.guests == wished.guests
    return mine.group if mine is not None and keeps else wished.group


def _turn(work: Work, mine: Registration | None, wished: Wished) -> dict[str, Any]:
    """Whoever waits already keeps their place."""
    if wished.answer is not Answer.WAITING:
        return {"waiting_since": None, "ahead": 0}
    if mine is not None and mine.answer is Answer.WAITING:
        return {"waiting_since": mine.waiting_since, "ahead": mine.ahead}
    return {"waiting_since": work.now, "ahead": 0}


async def _new(work: Work, wished: Wished) -> int:
    own = await shops.of_owner(work.connection, wished.person)
    return await registrations.keep(
        work.connection,
        event=wished.event,
        person=wished.person,
        shop=own[0].id if own else None,
        answer=wished.answer,
        group=wished.group,
        code=secrets.token_urlsafe(CODE_BYTES),
        now=work.now,
    )


async def keep_said(work: Work, one: Registration, said: tuple[tuple[int, str], ...]) -> None:
    """Beside what they said before; only to questions of this event."""
    asked = {question.id for question in await event_questions.of_event(work.connection, one.event)}
    known = await event_questions.said(work.connection, one.id) | dict(said)
    await event_questions.answer(work.connection, one.id, {number: text for number, text in known.items() if number in asked})
