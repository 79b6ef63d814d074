"""Keeping an estimate, sharing it by a link, seeing it again. The amounts are never stored: they follow from project and call."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from programme.call import Call
from programme.subsidy import Project
from services.calls import CallVersion, CallVersions
from storage import subsidy
from storage.audit import AuditRow
from storage.subsidy import EstimateRow
from storage.work import Work

PAGE = 8  # as many as a phone shows at once
TOKEN_BYTES = 12  # 16 characters; nobody guesses one

_PROJECT = TypeAdapter(Project)


@dataclass(frozen=True, slots=True)
class Kept:
    """The token opens the result for whoever holds it, in a deep link `e_<token>`."""

    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptEstimate:
    """Run `programme.subsidy.reckon(project, call.terms, call.vat.value)` on it, or with another call or project."""

    token: str
    person: int
    call: Call  # the version it was reckoned under
    project: Project
    kept_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimatePage:
    kept: tuple[KeptEstimate, ...]  # the newest first
    page: int  # from 0
    more: bool


@dataclass(frozen=True, kw_only=True)
class KeepEstimate:
    """Raises LookupError for a call version that was never loaded: no screen offers one."""

    by: int
    call: str
    version: str
    project: Project

    async def __call__(self, work: Work) -> Kept:
        if await CallVersion(key=self.call, version=self.version)(work) is None:
            raise LookupError(f"no call {self.call}@{self.version}")
        token = secrets.token_urlsafe(TOKEN_BYTES)
        row = EstimateRow(
            token=token,
            person=self.by,
            call=self.call,
            version=self.version,
            project=_PROJECT.dump_python(self.project, mode="json", exclude_defaults=True),
            kept_at=work.now,
        )
        number = await subsidy.keep(work.connection, row)
        work.note(AuditRow(who=self.by, did="KeepEstimate", on=f"estimate:{number}", outcome="Kept", why=f"{self.call}@{self.version}"))
        return Kept(token)


@dataclass(frozen=True)
class Estimate:
    """Open to everybody who has the token; None when there is none."""

    token: str

    async def __call__(self, work: Work) -> KeptEstimate | None:
        row = await subsidy.of_token(work.connection, self.token)
        return (await _told(work, [row]))[0] if row else None


@dataclass(frozen=True)
class MyEstimates:
    person: int
    page: int = 0

    async def __call__(self, work: Work) -> EstimatePage:
        page = max(self.page, 0)
        rows = await subsidy.of_person(work.connection, self.person, limit=PAGE + 1, skip=page * PAGE)
        return EstimatePage(kept=tuple(await _told(work, rows[:PAGE])), page=page, more=len(rows) > PAGE)


async def _told(work: Work, rows: list[EstimateRow]) -> list[KeptEstimate]:
    calls = await CallVersions(wanted=tuple((row.call, row.version) for row in rows))(work)
    return [
        KeptEstimate(
            token=row.token,
            person=row.person,
            call=calls[row.call, row.version],
            project=_PROJECT.validate_python(row.project),
            kept_at=row.kept_at,
        )
        for row in rows
    ]
