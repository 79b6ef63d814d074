"""An event as one person sees it: its dates, the seats there are for them, what they answered, and who else comes, by trade alone."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from programme.events import Answer, EventState, Group, NotForYou, Standing, pools_of, room, standing
from services.event_people import refusal, who_is
from storage import event_dates, event_questions, event_seats, events, registrations
from storage.event_dates import EventDate
from storage.event_questions import EventQuestion
from storage.events import Event
from storage.registrations import Registration
from storage.work import Work

FEWEST_OF_A_TRADE = 3  # told apart from the others, so that nobody is found out


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSeen:
    """`left`: for this person, None without end; `has_seats`: there is a pool for them at all; `before`: how many wait in front of them.

    `trades`: how many of each come, the most first, where they are many enough; `others`: of all other trades together.
    """

    event: Event
    dates: tuple[EventDate, ...]
    questions: tuple[EventQuestion, ...]
    group: Group
    has_seats: bool
    left: int | None
    standing: Standing
    refusal: NotForYou | None
    mine: Registration | None
    said: Mapping[int, str]
    before: int
    waiting: int
    trades: tuple[tuple[str, int], ...]
    others: int
    now: datetime


async def seen_by(work: Work, event: Event, person: int) -> EventSeen:
    """Also of a draft, as its people will see it."""
    who = await who_is(work, person)
    mine = await registrations.of_person(work.connection, event.id, person)
    pools = await event_seats.pools_of(work.connection, event.id)
    taken = (await event_seats.taken(work.connection, [event.id]))[event.id]
    counts = await registrations.counts(work.connection, event.id)
    trades, others = _apart(await registrations.trades(work.connection, event.id))
    return EventSeen(
        event=event,
        dates=tuple(await event_dates.of_event(work.connection, event.id)),
        questions=tuple(await event_questions.of_event(work.connection, event.id)),
        group=who.group,
        has_seats=bool(pools_of(who.group, pools)),
        left=room(who.group, pools, taken),
        standing=standing_of(event, work.now),
        refusal=refusal(who, event),
        mine=mine,
        said=await event_questions.said(work.connection, mine.id) if mine is not None else {},
        before=await registrations.before(work.connection, mine) if mine is not None else 0,
        waiting=counts.get(Answer.WAITING, 0),
        trades=trades,
        others=others,
        now=work.now,
    )


def standing_of(event: Event, now: datetime) -> Standing:
    return standing(event.state, opens_at=event.opens_at, closes_at=event.closes_at, starts_at=event.starts_at, now=now)


def _apart(found: Counter[str | None]) -> tuple[tuple[tuple[str, int], ...], int]:
    """`found`: how many of each trade come; None: without a shop."""
    many = [(trade, count) for trade, count in found.most_common() if trade is not None and count >= FEWEST_OF_A_TRADE]
    return tuple(many), found.total() - sum(count for _, count in many)


@dataclass(frozen=True, kw_only=True)
class SeeEvent:
    """None: there is no such event, or it is a draft still. Of one that is over or cancelled it is shown what became of it."""

    person: int
    event: int

    async def __call__(self, work: Work) -> EventSeen | None:
        event = await events.find(work.connection, self.event)
        return await seen_by(work, event, self.person) if event is not None and event.state is not EventState.DRAFT else None
