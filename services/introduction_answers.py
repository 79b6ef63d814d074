"""Two who were introduced say whether they would like to meet. Only when both do, each learns who the other is.

A no looks like no answer, to everybody and for ever.
"""

from dataclasses import dataclass

from services.introduction_letters import take_back_agreed, tell_agreed
from services.introduction_rounds import begin, best_partner
from services.introductions import MeetingOver, NoCard, NoMeeting, meeting
from storage import events, introduction_circles, introductions
from storage.audit import AuditRow
from storage.events import Event
from storage.introduction_circles import Introduction
from storage.work import Work


@dataclass(frozen=True, slots=True)
class NotYours:
    """There is no such introduction, or it is of others."""


@dataclass(frozen=True, slots=True)
class AnswerKept:
    """`agreed`: with how many that makes both."""

    event: int
    agreed: int


@dataclass(frozen=True, slots=True)
class Declined:
    event: int


@dataclass(frozen=True, slots=True)
class AnotherPartner:
    event: int


@dataclass(frozen=True, slots=True)
class NobodyLeft:
    """Neither among those with a card who could still be met, nor within what one person may have."""

    event: int


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """A second tap: another one was looked for already."""

    event: int


async def _mine(work: Work, number: int, by: int) -> tuple[Event, Introduction] | NotYours | MeetingOver | NoCard:
    """Under the lock of its event, so that of two who agree at the same moment the second sees the first."""
    known = await introduction_circles.find(work.connection, number)
    if known is None or by not in known.said:
        return NotYours()
    await events.lock(work.connection, known.event)
    event = await meeting(work, known.event)
    found = await introduction_circles.find(work.connection, number)
    if isinstance(event, NoMeeting) or found is None:
        return NotYours()
    if work.now >= event.ends_at:
        return MeetingOver(event)
    card = await introductions.find(work.connection, event.id, by)
    return (event, found) if card is not None else NoCard()


@dataclass(frozen=True, kw_only=True)
class AgreeToMeet:
    by: int
    introduction: int

    async def __call__(self, work: Work) -> AnswerKept | NotYours | MeetingOver | NoCard:
        outcome = await self._outcome(work)
        _note(work, self.by, "AgreeToMeet", self.introduction, outcome)
        return outcome

    async def _outcome(self, work: Work) -> AnswerKept | NotYours | MeetingOver | NoCard:
        found = await _mine(work, self.introduction, self.by)
        if not isinstance(found, tuple):
            return found
        event, one = found
        agreed = [person for person in one.others(self.by) if one.said[person]]
        if await introduction_circles.say(work.connection, one.id, self.by, yes=True, now=work.now):
            card = await introductions.find(work.connection, event.id, self.by)
            assert card is not None
            for person in agreed if card.seen else ():
                await tell_agreed(work, one, person, card)
        return AnswerKept(event.id, len(agreed))


@dataclass(frozen=True, kw_only=True)
class DeclineMeeting:
    """Nobody is told. After both had agreed, neither sees the name of the other here any more."""

    by: int
    introduction: int

    async def __call__(self, work: Work) -> Declined | NotYours | MeetingOver | NoCard:
        found = await _mine(work, self.introduction, self.by)
        outcome = await self._declined(work, *found) if isinstance(found, tuple) else found
        _note(work, self.by, "DeclineMeeting", self.introduction, outcome)
        return outcome

    async def _declined(self, work: Work, event: Event, one: Introduction) -> Declined:
        await introduction_circles.say(work.connection, one.id, self.by, yes=False, now=work.now)
        await take_back_agreed(work, one, self.by)
        return Declined(event.id)


@dataclass(frozen=True, kw_only=True)
class AskForAnother:
    """The first partner is not possible: rather somebody else. With it the first is declined, and nobody is told."""

    by: int
    introduction: int

    async def __call__(self, work: Work) -> AnotherPartner | NobodyLeft | AskedBefore | NotYours | MeetingOver | NoCard:
        outcome = await self._outcome(work)
        _note(work, self.by, "AskForAnother", self.introduction, outcome)
        return outcome

    async def _outcome(self, work: Work) -> AnotherPartner | NobodyLeft | AskedBefore | NotYours | MeetingOver | NoCard:
        found = await _mine(work, self.introduction, self.by)
        if not isinstance(found, tuple):
            return found
        event, one = found
        if one.said[self.by] is False and await self._has_another(work, event, one):
            return AskedBefore(event.id)
        await introduction_circles.say(work.connection, one.id, self.by, yes=False, now=work.now)
        await take_back_agreed(work, one, self.by)
        best = await best_partner(work, event, self.by)
        if best is None:
            return NobodyLeft(event.id)
        others = [person for person in best.people if person != self.by]
        made = await begin(work, event, best, tells=others)
        return AnotherPartner(event.id) if made is not None else NobodyLeft(event.id)

    async def _has_another(self, work: Work, event: Event, one: Introduction) -> bool:
        later = await introduction_circles.of_person(work.connection, event.id, self.by)
        return any(other.id > one.id for other in later)


def _note(work: Work, by: int, did: str, introduction: int, outcome: object) -> None:
    """Whether somebody agreed or not stands in no word of it but the deed's own name, which only the office reads."""
    work.note(AuditRow(who=by, did=did, on=f"introduction:{introduction}", outcome=type(outcome).__name__))
