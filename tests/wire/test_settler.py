import asyncio
from datetime import datetime

import pytest
from sqlalchemy.exc import StatementError

from bot.wire.settler import Settler
from storage.letters import Again


async def test_a_verdict_that_cannot_be_written_is_told_to_its_sender_and_the_next_one_is_written(office, clock):
    settler = Settler(office)
    naive = datetime(2026, 1, 1)  # noqa: DTZ001 - a time without a zone is refused
    with pytest.raises(StatementError):
        await asyncio.wait_for(settler.settle(Again(id=1, at=naive)), timeout=10)
    await asyncio.wait_for(settler.settle(Again(id=1, at=clock.now())), timeout=10)
