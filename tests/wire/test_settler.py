import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import StatementError
from structlog.testing import capture_logs

from bot.wire.settler import Settler
from services.office import Deed, Office
from storage.audit import AuditRow
from storage.letters import Again, Delivered, NewLetter, Priority, post
from storage.work import Work
from tests.wire.ledger import effects, letter_states


async def test_a_verdict_that_cannot_be_written_is_told_to_its_sender_and_the_next_one_is_written(office, clock):
    settler = Settler(office)
    naive = datetime(2026, 1, 1)  # noqa: DTZ001 - a time without a zone is refused
    with pytest.raises(StatementError):
        await asyncio.wait_for(settler.settle(Again(id=1, at=naive)), timeout=10)
    await asyncio.wait_for(settler.settle(Again(id=1, at=clock.now())), timeout=10)


@dataclass(frozen=True)
class Noted:
    what: str

    async def __call__(self, work: Work) -> None:
        work.note(AuditRow(who=None, did="Noted", on=self.what, outcome="heard"))


@dataclass(frozen=True)
class Buggy:
    """Fails only after it has done half of its work. `words`: what people typed."""

    words: str

    async def __call__(self, work: Work) -> None:
        work.note(AuditRow(who=None, did="Buggy", on="half", outcome="heard"))
        raise KeyError(self.words)


async def test_a_bug_in_the_sequel_of_one_letter_undoes_neither_its_verdict_nor_the_others(office, clock):
    settler = Settler(office)
    ids = await leased(office, 3)
    sequels: list[Deed[None]] = [Noted("first"), Buggy("010-1234-5678"), Noted("third")]
    with capture_logs() as logs:
        async with asyncio.timeout(10):
            await asyncio.gather(
                *(settler.settle(Delivered(id=id_, message_id=1), then) for id_, then in zip(ids, sequels, strict=True)),
            )
    assert await letter_states(office) == {"delivered": 3}
    assert await effects(office) == ["first", "third"]
    [failure] = [line for line in logs if line["event"] == "sequel_failed"]
    assert (failure["deed"], failure["error"]) == ("Buggy", "KeyError")
    assert "1234" not in str(logs)


async def leased(office: Office, count: int) -> list[int]:
    async with office.work() as work:
        written = [
            NewLetter(to=to, kind="reply", body={}, due=work.now, priority=Priority.REPLY, leased_until=work.now + timedelta(minutes=1))
            for to in range(count)
        ]
        return await post(work.connection, written, work.now)
