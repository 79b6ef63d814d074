"""Keeping a pre-check, sharing it by a link, seeing it again. The verdict is never stored: it follows from answers and call."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from programme.answers import Answers
from programme.call import Call
from services.calls import CallVersion, CallVersions
from storage.audit import AuditRow
from storage.eligibility import assessments
from storage.kept import KeptRow
from storage.work import Work

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
        row = KeptRow(
            token=token,
            person=self.by,
            call=self.call,
            version=self.version,
            content=_ANSWERS.dump_python(self.answers, mode="json", exclude_defaults=True),
            kept_at=work.now,
        )
        number = await assessments.keep(work.connection, row)
        work.note(AuditRow(who=self.by, did="KeepAssessment", on=f"assessment:{number}", outcome="Kept", why=f"{self.call}@{self.version}"))
        return Kept(token)


@dataclass(frozen=True)
class Assessments:
    """Several in one read, by token; those that do not exist are left out. Open to everybody who has the tokens."""

    tokens: tuple[str, ...]

    async def __call__(self, work: Work) -> dict[str, KeptAssessment]:
        rows = await assessments.of_tokens(work.connection, self.tokens)
        calls = await CallVersions(wanted=tuple((row.call, row.version) for row in rows))(work)
        return {row.token: _told(row, calls[row.call, row.version]) for row in rows}


@dataclass(frozen=True)
class Assessment:
    """Open to everybody who has the token; None when there is none."""

    token: str

    async def __call__(self, work: Work) -> KeptAssessment | None:
        return (await Assessments((self.token,))(work)).get(self.token)


def _told(row: KeptRow, call: Call) -> KeptAssessment:
    return KeptAssessment(token=row.token, person=row.person, call=call, answers=_ANSWERS.validate_python(row.content), kept_at=row.kept_at)
