"""The office seals its audit, a few minutes behind."""

from dataclasses import dataclass
from datetime import timedelta

from services.chores import chore
from services.office import Office
from storage import audit_seals
from storage.work import Conflict, Work

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


@chore(timedelta(minutes=1))
async def seal_audit(office: Office) -> None:
    while await office.do(SealAudit()) == audit_seals.AT_ONCE:
        pass
