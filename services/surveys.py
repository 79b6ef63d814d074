"""Answering the survey of an event: once, in three taps, in time; with a name or without, as was said beforehand."""

from dataclasses import dataclass
from datetime import datetime

from programme.events import EventState, Survey
from programme.surveys import LONGEST_WORDS, STARS, NextTime, Said, Useful
from storage import event_thanks, events, session_times, surveys
from storage.audit import AuditRow
from storage.events import Event
from storage.work import Conflict, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class ToAnswer:
    event: Event
    closes_at: datetime

    @property
    def anonymous(self) -> bool:
        return self.event.survey is Survey.ANONYMOUS


@dataclass(frozen=True, slots=True)
class NoSurvey:
    """There is no such event, it was cancelled, or nobody is asked about it."""


@dataclass(frozen=True, slots=True)
class NotOver:
    """It is asked about once it is over."""

    event: Event


@dataclass(frozen=True, slots=True)
class WasNotThere:
    """Only those who took part are asked."""

    event: Event


@dataclass(frozen=True, slots=True)
class SurveyClosed:
    event: Event
    closed_at: datetime


@dataclass(frozen=True, slots=True)
class AnsweredBefore:
    event: Event


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """More stars than there are, or too many words: forged."""


@dataclass(frozen=True, slots=True)
class SurveyAnswered:
    event: Event


NotAsked = NoSurvey | NotOver | WasNotThere | SurveyClosed | AnsweredBefore


@dataclass(frozen=True, kw_only=True)
class SurveyFor:
    """A look: what the person can answer now, or why not."""

    person: int
    event: int

    async def __call__(self, work: Work) -> ToAnswer | NotAsked:
        return await _open_for(work, await events.find(work.connection, self.event), self.person)


async def _open_for(work: Work, event: Event | None, person: int) -> ToAnswer | NotAsked:
    if event is None or event.state is not EventState.PUBLISHED or event.survey is None:
        return NoSurvey()
    thanks = await event_thanks.thanks_of(work.connection, event.id)
    if thanks is None:
        return NotOver(event)
    answered = await surveys.has_answered(work.connection, event.id, person)
    if answered is None or thanks.closes_at is None:
        return WasNotThere(event)
    if answered:
        return AnsweredBefore(event)
    return SurveyClosed(event, thanks.closes_at) if work.now > thanks.closes_at else ToAnswer(event=event, closes_at=thanks.closes_at)


@dataclass(frozen=True, kw_only=True)
class AnswerSurvey:
    """Who has answered an anonymous survey is marked apart from what was said; the audit does not name them either."""

    by: int
    event: int
    stars: int
    useful: Useful
    next_time: NextTime
    words: str = ""

    async def __call__(self, work: Work) -> SurveyAnswered | WrongAnswer | NotAsked:
        await session_times.one_at_a_time(work.connection)
        event = await events.lock(work.connection, self.event)
        outcome = await self._outcome(work, event)
        named = event is not None and event.survey is Survey.NAMED
        on = f"event:{self.event}"
        work.note(AuditRow(who=self.by if named else None, did="AnswerSurvey", on=on, outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work, event: Event | None) -> SurveyAnswered | WrongAnswer | NotAsked:
        found = await _open_for(work, event, self.by)
        if not isinstance(found, ToAnswer):
            return found
        if self.stars not in STARS or len(self.words) > LONGEST_WORDS:
            return WrongAnswer()
        if not await surveys.mark(work.connection, self.event, self.by):
            return AnsweredBefore(found.event)
        return await self._kept(work, found)

    async def _kept(self, work: Work, found: ToAnswer) -> SurveyAnswered | AnsweredBefore:
        said = Said(stars=self.stars, useful=self.useful, next_time=self.next_time)
        if found.anonymous:
            await surveys.cast(work.connection, self.event, said, self.words)
            return SurveyAnswered(found.event)
        try:
            async with work.savepoint():
                await surveys.keep(work.connection, self.event, self.by, said, self.words, now=work.now)
        except Conflict:
            return AnsweredBefore(found.event)
        return SurveyAnswered(found.event)
