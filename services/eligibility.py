"""Keeping a pre-check, sharing it by a link, seeing it again. The verdict is never stored: it follows from answers and call."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from programme.answers import Answers
from programme.call import Call
from services.calls import CallVersion, CallVersions
from storage import eligibility
from storage.audit import AuditRow
from storage.eligibility import AssessmentRow
from storage.work import Work

PAGE = 8  # as many as a phone shows at once
TOKEN_BYTES = 12  # 16 characters; nobody guesses one

_ANSWERS = TypeAdapter(Answers)


@dataclass(frozen=True, slots=True)
class Kept:
    """The token opens the result for whoever holds it, in a deep link `r_<token>`."""

    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAssessment:
    """Run `programme.eligibility.evaluate(call, answers, on)` on it, or with another call."""

    token: str
    person: int
    call: Call  # the version it was checked under
    answers: Answers
    kept_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentPage:
    kept: tuple[KeptAssessment, ...]  # the newest first
    page: int  # from 0
    more: bool


@dataclass(frozen=True, kw_only=True)
class KeepAssessment:
    """Raises LookupError for a call version that was never loaded: no screen offers one."""

    by: int
    call: str
    version: str
    answers: Answers

    async def __call__(self, work: Work) -> Kept:
        if await CallVersion(key=self.call, version=self.version)(work) is None:
            raise LookupError(f"no call {self.call}@{self.version}")
        token = secrets.token_urlsafe(TOKEN_BYTES)
        row = AssessmentRow(
            token=token,
            person=self.by,
            call=self.call,
            version=self.version,
            answers=_ANSWERS.dump_python(self.answers, mode="json", exclude_defaults=True),
            kept_at=work.now,
        )
        number = await eligibility.keep(work.connection, row)
        work.note(AuditRow(who=self.by, did="KeepAssessment", on=f"assessment:{number}", outcome="Kept", why=f"{self.call}@{self.version}"))
        return Kept(token)


@dataclass(frozen=True)
class Assessment:
    """Open to everybody who has the token; None when there is none."""

    token: str

    async def __call__(self, work: Work) -> KeptAssessment | None:
        row = await eligibility.of_token(work.connection, self.token)
        return (await _told(work, [row]))[0] if row else None


@dataclass(frozen=True)
class MyAssessments:
    person: int
    page: int = 0

    async def __call__(self, work: Work) -> AssessmentPage:
        page = max(self.page, 0)
        rows = await eligibility.of_person(work.connection, self.person, limit=PAGE + 1, skip=page * PAGE)
        return AssessmentPage(kept=tuple(await _told(work, rows[:PAGE])), page=page, more=len(rows) > PAGE)


async def _told(work: Work, rows: list[AssessmentRow]) -> list[KeptAssessment]:
    calls = await CallVersions(wanted=tuple((row.call, row.version) for row in rows))(work)
    return [
        KeptAssessment(
            token=row.token,
            person=row.person,
            call=calls[row.call, row.version],
            answers=_ANSWERS.validate_python(row.answers),
            kept_at=row.kept_at,
        )
        for row in rows
    ]
