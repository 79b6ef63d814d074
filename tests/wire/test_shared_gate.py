"""The gate of several processes: slots are drawn from the database, and replies take those that broadcasts drew."""

import asyncio

from bot.wire.gate import Limits
from bot.wire.shared_gate import SharedGate
from storage.engine import Store
from storage.letters import Priority


async def passing(gate: SharedGate, passed: list[str], name: str, chat: int, priority: Priority) -> None:
    await gate.enter(chat, priority)
    passed.append(name)


async def test_a_reply_takes_the_next_slot_that_was_drawn_for_broadcasts(store: Store) -> None:
    gate, passed = SharedGate(Limits.of(29), store), list[str]()
    telling = [asyncio.create_task(passing(gate, passed, "broadcast", 100 + n, Priority.BROADCAST)) for n in range(12)]
    await asyncio.wait(telling, return_when=asyncio.FIRST_COMPLETED)
    await passing(gate, passed, "reply", 1, Priority.REPLY)
    await asyncio.gather(*telling)
    await gate.close()
    assert passed.index("reply") <= 2
    assert len(passed) == 13


async def test_two_processes_draw_from_one_row(store: Store) -> None:
    gates = [SharedGate(Limits.of(2), store) for _ in range(2)]
    clock = asyncio.get_running_loop().time
    began = clock()
    at = list[float]()

    async def one(gate: SharedGate, chat: int) -> None:
        await gate.enter(chat, Priority.REPLY)
        at.append(clock() - began)

    await asyncio.gather(*(one(gate, 10 * n + k) for n, gate in enumerate(gates) for k in range(2)))
    await asyncio.gather(*(gate.close() for gate in gates))
    assert max(at) > 1.4, "four messages at two a second take a second and a half; two rows would let two through at once"
