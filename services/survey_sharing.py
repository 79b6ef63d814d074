"""The result goes back to those who were asked, with a sentence on what follows from it. Once."""

from dataclasses import dataclass

from programme.events import EventState
from services.coordinators import Forbidden, may_answer
from services.event_making import TooWide
from services.event_reach import may_manage
from services.event_titles import Title, title_of
from services.letter_places import Place, placed
from services.letters import Letter, letter
from services.survey_results import NothingYet, Results, results_of
from storage import event_thanks, events, surveys
from storage.audit import AuditRow
from storage.work import Work

LONGEST = 300  # with the counts it stays below what may stand under a picture


@letter("event_survey_shared")
@dataclass(frozen=True, kw_only=True)
class SurveyShared:
    """The counts as in `programme.surveys.Tally`."""

    event: int
    title: Title
    stars: tuple[int, ...]
    useful: tuple[int, ...]
    next_time: tuple[int, ...]
    asked: int
    follows: str


@dataclass(frozen=True, slots=True)
class ResultsShared:
    """With how many."""

    event: int
    people: int


@dataclass(frozen=True, slots=True)
class SharedBefore:
    pass


@dataclass(frozen=True, slots=True)
class TooFew:
    """Answers: the result would tell who said what."""

    answers: int


@dataclass(frozen=True, slots=True)
class NothingSaid:
    """No sentence, or too long a one: forged."""


def shared_key(event: int) -> str:
    return f"event_survey_shared:{event}"


@dataclass(frozen=True, kw_only=True)
class ShareResults:
    by: int
    event: int
    follows: str

    async def __call__(self, work: Work) -> ResultsShared | SharedBefore | TooFew | NothingSaid | NothingYet | TooWide | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="ShareResults", on=f"event:{self.event}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> ResultsShared | SharedBefore | TooFew | NothingSaid | NothingYet | TooWide | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        await events.lock(work.connection, self.event)
        found = await results_of(work, self.event)
        if isinstance(found, NothingYet):
            return found
        return await self._shared(work, found) if await may_manage(work, self.by, found.event) else TooWide()

    async def _shared(self, work: Work, found: Results) -> ResultsShared | SharedBefore | TooFew | NothingSaid:
        if not found.may_be_shared:
            return TooFew(found.answers)
        if not 0 < len(self.follows) <= LONGEST:
            return NothingSaid()
        if not await event_thanks.share(work.connection, self.event, self.follows, work.now):
            return SharedBefore()
        return await self._told(work, found)

    async def _told(self, work: Work, found: Results) -> ResultsShared:
        assert found.tally is not None
        counts = {"stars": found.tally.stars, "useful": found.tally.useful, "next_time": found.tally.next_time}
        title = title_of(found.event)
        fact = SurveyShared(event=self.event, title=title, asked=found.thanks.asked, follows=self.follows, **counts)
        people = await surveys.asked(work.connection, self.event)
        for person in people:
            work.post(Letter(to=person, fact=fact, key=shared_key(self.event)))
        return ResultsShared(self.event, len(people))


@placed(SurveyShared)
async def while_it_stands(work: Work, fact: SurveyShared) -> Place | None:
    event = await events.find(work.connection, fact.event)
    return Place() if event is not None and event.state is EventState.PUBLISHED else None
