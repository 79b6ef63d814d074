"""Keeping an estimate, sharing it by a link, seeing it again. The amounts are never stored: they follow from project and call."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from programme.call import Call
from programme.subsidy import Project
from services.calls import CallVersion, CallVersions
from storage.audit import AuditRow
from storage.kept import KeptRow
from storage.subsidy import estimates
from storage.work import Work

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
        row = KeptRow(
            token=token,
            person=self.by,
            call=self.call,
            version=self.version,
            content=_PROJECT.dump_python(self.project, mode="json", exclude_defaults=True),
            kept_at=work.now,
        )
        number = await estimates.keep(work.connection, row)
        work.note(AuditRow(who=self.by, did="KeepEstimate", on=f"estimate:{number}", outcome="Kept", why=f"{self.call}@{self.version}"))
        return Kept(token)


@dataclass(frozen=True)
class Estimates:
    """Several in one read, by token; those that do not exist are left out. Open to everybody who has the tokens."""

    tokens: tuple[str, ...]

    async def __call__(self, work: Work) -> dict[str, KeptEstimate]:
        rows = await estimates.of_tokens(work.connection, self.tokens)
        calls = await CallVersions(wanted=tuple((row.call, row.version) for row in rows))(work)
        return {row.token: _told(row, calls[row.call, row.version]) for row in rows}


@dataclass(frozen=True)
class Estimate:
    """Open to everybody who has the token; None when there is none."""

    token: str

    async def __call__(self, work: Work) -> KeptEstimate | None:
        return (await Estimates((self.token,))(work)).get(self.token)


def _told(row: KeptRow, call: Call) -> KeptEstimate:
    return KeptEstimate(token=row.token, person=row.person, call=call, project=_PROJECT.validate_python(row.content), kept_at=row.kept_at)
