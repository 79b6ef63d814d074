"""The office seals its audit, a few minutes behind."""

from dataclasses import dataclass
from datetime import timedelta

from services.chores import chore
from services.coordinators import Forbidden, may_read
from services.office import Office
from storage import audit_seals
from storage.audit_seals import Broken, Whole
from storage.work import Conflict, Work

WHILE_SOMEBODY_WAITS = 20_000  # rows
BEHIND = timedelta(minutes=5)  # no transaction takes that long


@dataclass(frozen=True, kw_only=True)
class SealAudit:
    """How many rows. None where another process was faster."""

    async def __call__(self, work: Work) -> int | None:
        try:
            async with work.savepoint():
                return await audit_seals.seal(work.connection, until=work.now - BEHIND, now=work.now)
        except Conflict:
            return None


@dataclass(frozen=True, kw_only=True)
class VerifyRecord:
    """Its newest part, since somebody waits for the answer; all of a large one is read by `golmok audit verify`."""

    by: int

    async def __call__(self, work: Work) -> Whole | Broken | Forbidden:
        if not await may_read(work, self.by):
            return Forbidden()
        return await audit_seals.verify(work.connection, most=WHILE_SOMEBODY_WAITS)


@chore(timedelta(minutes=1))
async def seal_audit(office: Office) -> None:
    while await office.do(SealAudit()) == audit_seals.AT_ONCE:
        pass
