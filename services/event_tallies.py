"""What was answered to the questions of an event, counted: of those who come or perhaps come."""

from dataclasses import dataclass

from services.coordinators import Forbidden, may_answer
from services.event_dates import NoSuchEvent
from storage import event_questions, events
from storage.event_questions import Asked, EventQuestion
from storage.events import Event
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What people said to one question: `options` counts them in their order (yes before no), `written` those who typed something."""

    question: EventQuestion
    options: tuple[int, ...]
    written: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidToEvent:
    event: Event
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, kw_only=True)
class AnswersToEvent:
    """Counted, of those who come or perhaps come; what was typed stands in the sheet alone."""

    by: int
    event: int

    async def __call__(self, work: Work) -> SaidToEvent | NoSuchEvent | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        event = await events.find(work.connection, self.event)
        if event is None:
            return NoSuchEvent()
        said = list((await event_questions.all_said(work.connection, event.id)).values())
        questions = await event_questions.of_event(work.connection, event.id)
        return SaidToEvent(event=event, tallies=tuple(_tally(one, [all_[one.id] for all_ in said if one.id in all_]) for one in questions))


def _tally(question: EventQuestion, said: list[str]) -> Tally:
    match question.kind:
        case Asked.TEXT:
            return Tally(question=question, options=(), written=len(said))
        case Asked.YES_NO:
            return Tally(question=question, options=(said.count("1"), said.count("0")), written=0)
        case Asked.CHOICE:
            return Tally(question=question, options=tuple(said.count(str(at)) for at in range(len(question.options))), written=0)
