"""What the office does by itself for many is done for each alone."""

from dataclasses import dataclass

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from services.chores import one_by_one
from storage.audit import AuditRecord, AuditRow
from storage.engine import StoreUnavailable
from storage.work import Work


@dataclass(frozen=True)
class Sweep:
    room: str
    error: Exception | None = None

    async def __call__(self, work: Work) -> None:
        work.note(AuditRow(who=None, did="Sweep", on=self.room, outcome="Swept"))
        if self.error is not None:
            raise self.error


async def swept(office) -> list[str]:
    async with office.store.reading() as connection:
        return list(await connection.scalars(select(AuditRecord.on).order_by(AuditRecord.id)))


async def test_one_bad_row_is_told_and_the_others_are_done(office):
    with capture_logs() as logs:
        await one_by_one(office, {"room:1": Sweep("one"), "room:2": Sweep("two", KeyError("010-1234-5678")), "room:3": Sweep("three")})
    assert await swept(office) == ["one", "three"]
    [failure] = [line for line in logs if line["event"] == "chore_failed"]
    assert (failure["on"], failure["deed"], failure["error"]) == ("room:2", "Sweep", "KeyError")
    assert "1234" not in str(logs)


async def test_with_the_database_away_the_rest_waits(office):
    with pytest.raises(StoreUnavailable):
        await one_by_one(office, {"room:1": Sweep("one"), "room:2": Sweep("two", StoreUnavailable("away")), "room:3": Sweep("three")})
    assert await swept(office) == ["one"]
