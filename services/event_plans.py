"""The plan of an event: everything a coordinator decides about it, as one value that can be checked, kept, compared and moved."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from hashlib import blake2b

from programme.event_checks import Pools, Span, Wrong, wrong_amounts, wrong_dates, wrong_place, wrong_seats, wrong_window, wrong_words
from programme.seoul import seoul_day
from services.calendars import Holiday, holidays_of
from storage import event_dates, event_questions, event_seats
from storage.event_questions import NewQuestion
from storage.events import Event, NewEvent
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlan:
    """`dates` in the order of time; `event` begins with the first of them and ends with the last."""

    event: NewEvent
    dates: tuple[Span, ...]
    pools: Pools
    questions: tuple[NewQuestion, ...] = field(default=())

    @property
    def seen(self) -> str:
        """Names what was read, so that a change is made to nothing else."""
        said = "\n".join((repr(self.event), repr(self.dates), repr(sorted(self.pools.items())), repr(self.questions)))
        return blake2b(said.encode(), digest_size=6).hexdigest()


def wrong(plan: EventPlan, now: datetime, before: Collection[Span] = ()) -> Wrong | None:
    event = plan.event
    return (
        wrong_words(event.title, event.text)
        or wrong_dates(plan.dates, now, before)
        or wrong_place(event.place, event.address, event.link)
        or wrong_window(event.opens_at, event.closes_at, event.starts_at)
        or wrong_seats(plan.pools)
        or wrong_amounts(event.guests, len(plan.questions))
    )


async def plan_of(work: Work, event: Event) -> EventPlan:
    """As it is kept."""
    dates = await event_dates.of_event(work.connection, event.id)
    questions = await event_questions.of_event(work.connection, event.id)
    return EventPlan(
        event=own_half(event),
        dates=tuple((one.starts_at, one.ends_at) for one in dates),
        pools=await event_seats.pools_of(work.connection, event.id),
        questions=tuple(_as_new(one) for one in questions),
    )


def own_half(event: NewEvent) -> NewEvent:
    """What a coordinator decided, without its number and its fate."""
    return NewEvent(**{one.name: getattr(event, one.name) for one in fields(NewEvent)})


def _as_new(one: NewQuestion) -> NewQuestion:
    options = tuple(_by_language(option) for option in one.options)
    return NewQuestion(kind=one.kind, words=_by_language(one.words), options=options, required=one.required)


def _by_language(words: Mapping[str, str]) -> dict[str, str]:
    return dict(sorted(words.items()))


async def keep_parts(work: Work, number: int, plan: EventPlan) -> None:
    """Dates and pools; under the event's lock where it stands already."""
    await event_dates.set_all(work.connection, number, plan.dates)
    await event_seats.set_pools(work.connection, number, plan.pools)


def spanning(dates: Sequence[Span]) -> tuple[datetime, datetime]:
    """When the first begins and the last ends."""
    return min(start for start, _ in dates), max(end for _, end in dates)


async def holidays_on(work: Work, dates: Sequence[Span]) -> tuple[Holiday, ...]:
    """They are a warning and no hindrance: fairs are held on holidays."""
    days = sorted({seoul_day(start) for start, _ in dates})
    known = await holidays_of(work, days[0], days[-1])
    return tuple(known[day] for day in days if day in known)
