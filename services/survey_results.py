"""What came of a survey, for the coordinators: counted, and in the words of those who wrote some."""

from collections.abc import Sequence
from dataclasses import dataclass

from programme.events import Survey
from programme.rights import Right
from programme.surveys import Tally, is_shown, tally
from services.coordinators import Forbidden
from services.event_guests import Named, named
from services.event_reach import event_with_people
from services.pages import within
from storage import event_thanks, events, registrations, surveys
from storage.audit import AuditRow
from storage.event_thanks import Thanks
from storage.events import Event
from storage.surveys import Answered
from storage.work import Work

PAGE = 6


@dataclass(frozen=True, slots=True)
class NothingYet:
    """No such event, or it is not over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """`tally` None: too few have answered for the result to be shown to the office, which knows who says what where names are asked for."""

    event: Event
    thanks: Thanks
    answers: int
    tally: Tally | None
    words: int  # how many wrote some

    @property
    def anonymous(self) -> bool:
        return self.event.survey is Survey.ANONYMOUS

    @property
    def may_be_shared(self) -> bool:
        """With those who were there, who know each other."""
        return is_shown(self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class OneAnswer:
    """`name`, `shop`: empty where the survey is anonymous, or the person is gone."""

    answer: Answered
    name: str = ""
    shop: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsPage:
    event: Event
    written: tuple[OneAnswer, ...]
    page: int  # from 0
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyFile:
    results: Results
    answers: tuple[OneAnswer, ...]


async def results_of(work: Work, number: int) -> Results | NothingYet:
    event = await events.find(work.connection, number)
    thanks = await event_thanks.thanks_of(work.connection, number)
    if event is None or thanks is None:
        return NothingYet()
    answers = await surveys.answers_of(work.connection, number)
    shown = is_shown(len(answers)) or (event.survey is Survey.NAMED and bool(answers))
    words = sum(1 for one in answers if one.words) if shown else 0
    return Results(event=event, thanks=thanks, answers=len(answers), tally=tally(answers) if shown else None, words=words)


@dataclass(frozen=True, kw_only=True)
class SurveyResults:
    by: int
    event: int

    async def __call__(self, work: Work) -> Results | NothingYet | Forbidden:
        event = await event_with_people(work, self.by, Right.COORDINATE, self.event)
        return event if isinstance(event, Forbidden) else await results_of(work, self.event)


@dataclass(frozen=True, kw_only=True)
class SurveyWords:
    by: int
    event: int
    page: int = 0

    async def __call__(self, work: Work) -> WordsPage | NothingYet | Forbidden:
        found = await SurveyResults(by=self.by, event=self.event)(work)
        if not isinstance(found, Results):
            return found
        answers = await surveys.answers_of(work.connection, self.event) if found.tally is not None else []
        written = [one for one in answers if one.words]
        page = within(self.page, len(written), PAGE)
        here = written[page * PAGE : (page + 1) * PAGE]
        more = (page + 1) * PAGE < len(written)
        return WordsPage(event=found.event, written=await _named(work, self.event, here), page=page, more=more)


@dataclass(frozen=True, kw_only=True)
class ExportSurvey:
    """A deed, since it is written down who took it. Nothing of it where too few have answered."""

    by: int
    event: int

    async def __call__(self, work: Work) -> SurveyFile | NothingYet | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="ExportSurvey", on=f"event:{self.event}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> SurveyFile | NothingYet | Forbidden:
        found = await SurveyResults(by=self.by, event=self.event)(work)
        if not isinstance(found, Results):
            return found
        if found.tally is None:
            return SurveyFile(results=found, answers=())
        return SurveyFile(results=found, answers=await _named(work, self.event, await surveys.answers_of(work.connection, self.event)))


async def _named(work: Work, event: int, answers: Sequence[Answered]) -> tuple[OneAnswer, ...]:
    """With the shop they came to the event with. A few queries, however many have answered."""
    people = {one.person for one in answers if one.person is not None}
    found = await named(work, await registrations.of_people(work.connection, event, people))
    known = {one.registration.person: one for one in found}
    return tuple(_one(answer, known.get(answer.person or 0)) for answer in answers)


def _one(answer: Answered, who: Named | None) -> OneAnswer:
    return OneAnswer(answer=answer, name=who.name, shop=who.shop) if who is not None else OneAnswer(answer=answer)
