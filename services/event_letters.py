"""What those who registered hear of an event that changes or is cancelled: one message each, with nothing but what concerns them."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from programme.events import HEAR, Answer, EventState
from services.event_plans import EventPlan
from services.event_titles import Title, title_of
from services.letter_places import Place, placed
from services.letters import Letter, letter
from storage import events, registrations
from storage.events import Event, NewEvent
from storage.registrations import Registration
from storage.work import Work

BATCH = 500  # registrations read at a time


def _with_titles(body: dict[str, Any]) -> dict[str, Any]:
    """Titles lay apart by language."""
    if "ko" not in body:
        return body
    was = [body["was_ko"], body["was_en"]] if body.get("was_ko") else []
    return {**body, "title": [body["ko"], body["en"]], "was_title": was}


@letter("event_changed", older=_with_titles)
@dataclass(frozen=True, kw_only=True)
class EventChanged:
    """What was, and what is; both empty where nothing changed.

    `dates`: beginning and end by turns, of all dates. `link`: the online room, told to those who come.
    """

    event: int
    registration: int
    answer: Answer
    title: Title
    was_title: Title = ()
    was_dates: tuple[datetime, ...] = ()
    dates: tuple[datetime, ...] = ()
    was_place: str = ""
    place: str = ""
    moved_online: bool = False  # there was a place, and now only a link
    new_link: bool = False
    link: str = ""
    text: bool = False
    window: bool = False
    closes_at: datetime | None = None  # None: until it begins
    was_guests: int | None = None
    guests: int | None = None
    questions: int = 0  # new ones

    @property
    def asks(self) -> bool:
        """Whether they may have to think again about coming."""
        elsewhere = bool(self.dates or self.place or self.moved_online or self.new_link)
        return elsewhere and self.answer in {Answer.COMING, Answer.MAYBE}


@letter("event_cancelled", older=_with_titles)
@dataclass(frozen=True, kw_only=True)
class EventCancelled:
    """`why`: as the coordinator wrote it."""

    event: int
    registration: int
    title: Title
    starts_at: datetime
    ends_at: datetime
    why: str


def changed(number: int, before: EventPlan, after: EventPlan) -> EventChanged | None:
    """As anybody would hear it who waits; None: nothing that those who registered have to know."""
    was, now = before.event, after.event
    plain = EventChanged(event=number, registration=0, answer=Answer.WAITING, title=title_of(now))
    told = replace(plain, text=was.text != now.text, questions=len(after.questions) - len(before.questions))
    if was.title != now.title:
        told = replace(told, was_title=title_of(was))
    if before.dates != after.dates:
        told = replace(told, was_dates=_by_turns(before), dates=_by_turns(after))
    told = _place(told, was, now)
    if was.closes_at != now.closes_at:
        told = replace(told, window=True, closes_at=now.closes_at)
    if was.guests != now.guests:
        told = replace(told, was_guests=was.guests, guests=now.guests)
    told = replace(told, questions=max(told.questions, 0))
    return told if told != plain else None


def _by_turns(plan: EventPlan) -> tuple[datetime, ...]:
    return tuple(moment for span in plan.dates for moment in span)


def _place(told: EventChanged, was: NewEvent, now: NewEvent) -> EventChanged:
    told = replace(told, new_link=was.link != now.link and bool(now.link))
    if (was.place, was.address) == (now.place, now.address):
        return told
    return replace(told, was_place=was.where, place=now.where, moved_online=not now.place)


async def hearing(work: Work, event: int) -> AsyncIterator[Registration]:
    """Everybody who hears of changes, a batch at a time."""
    after = 0
    while found := await registrations.of_event(work.connection, event, HEAR, after=after, limit=BATCH):
        for one in found:
            yield one
        after = found[-1].id


async def tell_changed(work: Work, event: Event, before: EventPlan, after: EventPlan) -> int:
    """How many hear of it."""
    told, count = changed(event.id, before, after), 0
    if told is None:
        return 0
    async for one in hearing(work, event.id):
        link = after.event.link if told.new_link and one.answer is Answer.COMING else ""
        work.post(Letter(to=one.person, fact=replace(told, registration=one.id, answer=one.answer, link=link)))
        count += 1
    return count


def tell_cancelled(work: Work, event: Event, one: Registration, why: str) -> None:
    fact = EventCancelled(
        event=event.id,
        registration=one.id,
        title=title_of(event),
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        why=why,
    )
    work.post(Letter(to=one.person, fact=fact, key=f"event_cancelled:{event.id}"))


@placed(EventChanged)
async def changed_place(work: Work, fact: EventChanged) -> Place | None:
    """What was cancelled since, or is over, or was left, changes nothing for them any more."""
    event = await events.find(work.connection, fact.event)
    one = await registrations.find(work.connection, fact.registration)
    if event is None or one is None or one.answer not in HEAR:
        return None
    return Place() if event.state is EventState.PUBLISHED and event.ends_at > work.now else None


@placed(EventCancelled)
async def cancelled_place(work: Work, fact: EventCancelled) -> Place | None:
    return Place() if fact.ends_at > work.now else None
