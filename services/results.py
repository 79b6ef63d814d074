"""What a person has kept: checks and estimates together, to be listed and deleted."""

from dataclasses import dataclass

from programme.answers import Answers
from programme.subsidy import Project
from services.eligibility import Assessment, Assessments, KeepAssessment, KeptAssessment
from services.pages import within
from services.subsidy import Estimate, Estimates, KeepEstimate, KeptEstimate
from storage import results
from storage.audit import AuditRow
from storage.results import Kind, ResultRow
from storage.work import Work

PAGE = 6  # two lines each, and a button: what a phone shows at once

Kept = KeptAssessment | KeptEstimate


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPage:
    kept: tuple[Kept, ...]  # the newest first
    page: int  # from 0
    more: bool


@dataclass(frozen=True, kw_only=True)
class MyResults:
    """A page beyond the end is the last one that holds something."""

    person: int
    page: int = 0

    async def __call__(self, work: Work) -> ResultPage:
        page = within(self.page, await results.count(work.connection, self.person), PAGE)
        rows = await results.of_person(work.connection, self.person, limit=PAGE + 1, skip=page * PAGE)
        return ResultPage(kept=await _told(work, rows[:PAGE]), page=page, more=len(rows) > PAGE)


async def _told(work: Work, rows: list[ResultRow]) -> tuple[Kept, ...]:
    checks = await Assessments(tuple(row.token for row in rows if row.kind is Kind.ASSESSMENT))(work)
    estimates = await Estimates(tuple(row.token for row in rows if row.kind is Kind.ESTIMATE))(work)
    return tuple(checks[row.token] if row.kind is Kind.ASSESSMENT else estimates[row.token] for row in rows)


@dataclass(frozen=True, kw_only=True)
class Assess:
    """Keep the answers, and see what was kept."""

    by: int
    call: str
    version: str
    answers: Answers

    async def __call__(self, work: Work) -> KeptAssessment:
        kept = await KeepAssessment(by=self.by, call=self.call, version=self.version, answers=self.answers)(work)
        found = await Assessment(token=kept.token)(work)
        assert found is not None
        return found


@dataclass(frozen=True, kw_only=True)
class Reckon:
    """Keep the project, and see what was kept."""

    by: int
    call: str
    version: str
    project: Project

    async def __call__(self, work: Work) -> KeptEstimate:
        kept = await KeepEstimate(by=self.by, call=self.call, version=self.version, project=self.project)(work)
        found = await Estimate(token=kept.token)(work)
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Deleted:
    """Links to it no longer open."""


@dataclass(frozen=True, slots=True)
class NotYours:
    """No such result, or somebody else's: nobody is told which."""


@dataclass(frozen=True, kw_only=True)
class DeleteResult:
    by: int
    token: str

    async def __call__(self, work: Work) -> Deleted | NotYours:
        kind = await results.drop(work.connection, self.by, self.token)
        outcome = NotYours() if kind is None else Deleted()
        work.note(AuditRow(who=self.by, did="DeleteResult", on=str(kind or ""), outcome=type(outcome).__name__))
        return outcome
