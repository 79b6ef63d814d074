import asyncio
from itertools import pairwise

import pytest

from storage import gates


async def reserve(store, *, slots=1, per_second=10.0, burst=1, name="all") -> float:
    async with store.transaction() as connection:
        return await gates.reserve(connection, name, slots=slots, per_second=per_second, burst=burst)


async def test_the_first_may_go_at_once(store):
    assert await reserve(store) == 0


async def test_slots_follow_each_other_at_the_rate(store):
    waits = [await reserve(store, per_second=0.1) for _ in range(4)]
    assert waits == pytest.approx([0, 10, 20, 30], abs=2)


async def test_a_burst_goes_at_once_and_then_the_rate_holds(store):
    waits = [await reserve(store, per_second=0.1, burst=3) for _ in range(5)]
    assert waits == pytest.approx([0, 0, 0, 10, 20], abs=2)


async def test_several_slots_are_taken_in_one_go(store):
    assert await reserve(store, slots=5, per_second=0.1) == 0
    assert await reserve(store, per_second=0.1) == pytest.approx(50, abs=2)


async def test_gates_do_not_know_each_other(store):
    await reserve(store, per_second=0.1, name="all")
    assert await reserve(store, per_second=0.1, name="broadcasts") == 0


async def test_a_pause_holds_everybody_and_then_they_go_evenly(store):
    async with store.transaction() as connection:
        await gates.pause(connection, "all", 100)
        await gates.pause(connection, "all", 5)
    waits = [await reserve(store, per_second=0.1, burst=3) for _ in range(3)]
    assert waits == pytest.approx([100, 110, 120], abs=2)


async def test_nobody_gets_the_same_slot_as_another(store):
    waits = await asyncio.gather(*(reserve(store, per_second=0.1) for _ in range(20)))
    assert all(later - earlier > 8 for earlier, later in pairwise(sorted(waits)))
