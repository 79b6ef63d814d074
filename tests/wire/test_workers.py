"""Several workers of one process, without a town: who looks when a hint rings, and who stops."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from unittest.mock import AsyncMock, Mock

import pytest

from bot.wire import workers
from bot.wire.health import Health
from bot.wire.workers import BATCH, Workers
from storage.arrivals import Arrival
from storage.hints import Events
from tests.clock import MONDAY_MORNING


class Looks:
    """Stands for the table of arrivals: `waiting` of them, each in a lane of its own."""

    def __init__(self) -> None:
        self.made = 0
        self.waiting = 0

    async def claim(self, _connection: object, *, limit: int, **_: object) -> list[Arrival]:
        self.made += 1
        taken = min(limit, self.waiting)
        self.waiting -= taken
        lanes = range(self.waiting + 1, self.waiting + taken + 1)
        return [Arrival(id=lane, update_id=lane, lane=lane, body=b"", received_at=MONDAY_MORNING, tries=0) for lane in lanes]


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Looks:
    made = Looks()
    monkeypatch.setattr(workers, "claim", made.claim)
    return made


@asynccontextmanager
async def four_at_work(*, in_line: bool = True) -> AsyncIterator[Events]:
    """They stop when they are told to, all of them."""

    @asynccontextmanager
    async def work() -> AsyncIterator[Mock]:
        yield Mock()

    batches = Mock(work_off=AsyncMock(return_value=[]))
    four = Workers(office=Mock(work=work), batches=batches, courier=Mock(), answers=Mock(), alarms=Mock(), health=Health())
    if not in_line:
        four._line = nullcontext()  # type: ignore[assignment]
    events = Events()
    running = [asyncio.create_task(four.run(events)) for _ in range(4)]
    await comes_to_rest()
    yield events
    four.stopping = True
    events.arrivals.set()
    await asyncio.wait_for(asyncio.gather(*running), 5)


async def comes_to_rest() -> None:
    """Nobody of these waits for anything but each other."""
    for _ in range(200):
        await asyncio.sleep(0)


@pytest.mark.parametrize(("in_line", "answer_it"), [(True, 1), (False, 4)])
async def test_a_hint_is_answered_by_one_look_not_by_every_worker(looks: Looks, in_line: bool, answer_it: int):
    async with four_at_work(in_line=in_line) as events:
        before = looks.made
        events.arrivals.set()
        await comes_to_rest()
        assert looks.made - before == answer_it


async def test_where_one_look_could_not_take_all_the_others_help(looks: Looks):
    async with four_at_work() as events:
        looks.waiting, before = BATCH * 2 + 1, looks.made
        events.arrivals.set()
        await comes_to_rest()
        assert looks.waiting == 0
        assert looks.made == before + 3
