"""Introducing people: by the office itself from the day before on, or at a coordinator's tap.

Whoever writes a card later is in the next round, or becomes the third of two.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from programme.introductions import (
    KEPT_AFTERWARDS,
    MOST_PARTNERS,
    NOT_AGAIN_FOR,
    Circle,
    Guest,
    begins_at,
    circle,
    icebreaker,
    introduced,
    may_meet,
    pair,
    points,
)
from services.chores import chore, one_by_one
from services.coordinators import Forbidden, may_answer
from services.event_making import TooWide
from services.event_reach import may_manage
from services.introduction_letters import tell
from services.introductions import MeetingOver, NoMeeting, meeting
from services.office import Office
from storage import events, introduction_circles, introductions
from storage.audit import AuditRow
from storage.events import Event
from storage.introduction_circles import Introduction
from storage.introductions import IntroductionCard
from storage.work import Conflict, Work

COUPLE = 2
AHEAD = timedelta(days=2)  # looked at; the day before begins within it


@dataclass(frozen=True, slots=True)
class RoundMade:
    """`left`: those for whom there was nobody."""

    circles: int
    left: int


@dataclass(frozen=True, slots=True)
class NobodyNew:
    """Everybody with a card has been introduced, or there is no card."""


@chore(timedelta(minutes=10))
async def introduce_people(office: Office) -> None:
    """From the day before at ten until the meeting is over; and what is kept of meetings long past goes."""
    now = office.clock.now()
    async with office.store.reading() as connection:
        ahead = await introductions.meetings_ahead(connection, now, before=now + AHEAD)
    due = [number for number, starts_at in ahead if begins_at(starts_at) <= now]
    await one_by_one(office, {f"event:{number}": IntroducePeople(event=number) for number in due})
    async with office.work() as work:
        before = work.now - KEPT_AFTERWARDS
        await introductions.clear_away(work.connection, ended_before=before)
        await introduction_circles.clear_away(work.connection, ended_before=before, met_before=work.now - NOT_AGAIN_FOR)


@dataclass(frozen=True, kw_only=True)
class IntroducePeople:
    """`by` None: the office itself."""

    event: int
    by: int | None = None

    async def __call__(self, work: Work) -> RoundMade | NobodyNew | MeetingOver | NoMeeting | TooWide | Forbidden:
        outcome = await self._outcome(work)
        if self.by is not None or isinstance(outcome, RoundMade):
            work.note(AuditRow(who=self.by, did="IntroducePeople", on=f"event:{self.event}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> RoundMade | NobodyNew | MeetingOver | NoMeeting | TooWide | Forbidden:
        if self.by is not None and not await may_answer(work, self.by):
            return Forbidden()
        await events.lock(work.connection, self.event)
        event = await meeting(work, self.event)
        if isinstance(event, NoMeeting):
            return event
        if self.by is not None and not await may_manage(work, self.by, event):
            return TooWide()
        return MeetingOver(event) if work.now >= event.ends_at else await self._introduced(work, event)

    async def _introduced(self, work: Work, event: Event) -> RoundMade | NobodyNew:
        made = await introduction_circles.of_event(work.connection, event.id)
        has_one = {person for one in made for person in one.said}
        cards = await introductions.seen(work.connection, event.id)
        new = [card for card in cards if card.person not in has_one]
        if not new:
            return NobodyNew()
        everybody = await guests(work, cards)
        met = await introduction_circles.met(work.connection, list(everybody))
        found = introduced([everybody[card.person] for card in new], met, f"event {event.id}")
        for one in found.circles:
            await begin(work, event, one)
        joined = [await self._joined(work, event, everybody, person, made) for person in found.left]
        left = len(found.left) - sum(joined)
        return RoundMade(len(found.circles) + sum(joined), left) if found.circles or any(joined) else NobodyNew()

    async def _joined(self, work: Work, event: Event, everybody: Mapping[int, Guest], person: int, made: Sequence[Introduction]) -> bool:
        """A latecomer becomes the third of two who were introduced before."""
        met = await introduction_circles.met(work.connection, list(everybody))
        fitting = [one for one in made if _takes(one, everybody, everybody[person], met)]
        for one in sorted(fitting, key=lambda one: -sum(points(everybody[person], everybody[other]) for other in one.said)):
            now = await introduction_circles.find(work.connection, one.id)
            if now is not None and len(now.said) == COUPLE:
                await _join(work, event, now, person)
                return True
        return False


def _takes(one: Introduction, everybody: Mapping[int, Guest], guest: Guest, met: set[tuple[int, int]]) -> bool:
    """Nobody who said no is drawn into a circle again, and nobody learns of it."""
    two = [person for person in one.said if person in everybody]
    fits = all(may_meet(guest, everybody[other], met) for other in two)
    return len(one.said) == len(two) == COUPLE and False not in one.said.values() and fits


async def _join(work: Work, event: Event, one: Introduction, person: int) -> None:
    await introduction_circles.join(work.connection, one, person, work.now)
    now = await introduction_circles.find(work.connection, one.id)
    assert now is not None
    await tell(work, event, now, *now.said)


async def begin(work: Work, event: Event, found: Circle, *, tells: Sequence[int] | None = None) -> Introduction | None:
    """`tells` None: everybody in it. None comes back when two of them were introduced meanwhile. Under the event's lock."""
    sentence = icebreaker(found, f"event {event.id}")
    try:
        async with work.savepoint():
            number = await introduction_circles.keep(work.connection, event.id, found.people, sentence, work.now)
    except Conflict:
        return None
    made = await introduction_circles.find(work.connection, number)
    assert made is not None
    await tell(work, event, made, *(found.people if tells is None else tells))
    return made


async def guests(work: Work, cards: Sequence[IntroductionCard]) -> dict[int, Guest]:
    """By person."""
    sits = await introductions.consortia_of(work.connection, [card.person for card in cards])
    return {card.person: _guest(card, sits[card.person]) for card in cards}


def _guest(card: IntroductionCard, sits: frozenset[int]) -> Guest:
    return Guest(person=card.person, trade=card.trade, gu=card.gu, speaks=card.speaks, consortia=sits)


async def best_partner(work: Work, event: Event, person: int) -> Circle | None:
    """Another one for somebody: rather one who is in few circles, then who suits best. None: there is nobody left."""
    cards = await introductions.seen(work.connection, event.id)
    everybody = await guests(work, cards)
    made = await introduction_circles.of_event(work.connection, event.id)
    busy = {one: sum(one in circle_.said for circle_ in made) for one in everybody}
    if person not in everybody or busy[person] >= MOST_PARTNERS:
        return None
    met = await introduction_circles.met(work.connection, list(everybody))
    me = everybody[person]
    fitting = [one for one in everybody.values() if busy[one.person] < MOST_PARTNERS and may_meet(me, one, met)]
    if not fitting:
        return None
    best = min(fitting, key=lambda one: (busy[one.person], -points(me, one), one.person))
    assert pair(person, best.person) not in met
    return circle([me, best])
