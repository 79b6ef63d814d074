"""The gate: Telegram's limits kept by even counting, replies first. Time is a number in the test's hand."""

import asyncio
from collections.abc import Callable
from itertools import pairwise

import pytest

from bot.wire.gate import Gate, Limits
from bot.wire.pacing import Pace, Window
from storage.letters import Priority


def passing(meter: Pace | Window, count: int, now: float = 0.0) -> list[float]:
    times = []
    for _ in range(count):
        now = max(now, meter.opens_at(now))
        meter.take(now)
        times.append(now)
    return times


def test_a_window_never_holds_more_than_its_limit() -> None:
    times = passing(Window(29, 1.03), 200)
    assert all(later - earlier >= 1.03 - 1e-9 for earlier, later in zip(times, times[29:], strict=False))
    assert len([time for time in times if time < 1.0]) == 29


def test_a_pace_allows_its_burst_and_then_goes_evenly() -> None:
    times = passing(Pace(1.0, 4), 8)
    assert times == pytest.approx([0, 0, 0, 0, 1, 2, 3, 4])


def test_whoever_leaves_room_waits_until_more_could_follow() -> None:
    pace, window = Pace(1.0, 4), Window(4, 60.0)
    for meter in (pace, window):
        passing(meter, 2)
        assert meter.opens_at(0.0) == 0.0
        assert meter.opens_at(0.0, leaving=2) > 0.0


def test_broadcasts_are_paced_at_28_a_second() -> None:
    times = passing(Pace(Limits().broadcasts_per_second, 1), 1_700)
    assert 28 <= 1_699 / times[-1] <= 29


def late_by(late: float, pace: Pace, count: int) -> float:
    """When the last of so many passes whose timer always rings so much late."""
    now = 0.0
    for _ in range(count):
        now = pace.opens_at(now) + late
        pace.take(now)
    return now


def test_a_timer_that_rings_late_costs_no_turns() -> None:
    assert late_by(0.004, Pace(10.0, 1, late=0.05), 101) == pytest.approx(10.0, abs=0.05)
    assert late_by(0.004, Pace(10.0, 1), 101) > 10.3  # without that, each turn is as much later


def test_a_turn_missed_by_far_is_not_made_up_for() -> None:
    pace = Pace(10.0, 1, late=0.05)
    pace.take(0.0)
    assert passing(pace, 4, now=5.0) == pytest.approx([5.0, 5.05, 5.15, 5.25])


class Machine:
    """A gate, and who passed it when."""

    def __init__(self, limits: Limits) -> None:
        loop = asyncio.get_running_loop()
        self.gate = Gate(limits, clock=loop.time)
        self.passed: list[tuple[str, float]] = []
        self.now: Callable[[], float] = loop.time

    async def send(self, name: str, chat: int, priority: Priority = Priority.REPLY) -> None:
        await self.gate.enter(chat, priority)
        self.passed.append((name, self.now()))


async def test_replies_go_before_letters_before_broadcasts() -> None:
    machine = Machine(Limits(overall=2))
    kinds = {"broadcast": Priority.BROADCAST, "letter": Priority.LETTER, "reply": Priority.REPLY}
    await asyncio.gather(machine.send("first", 1), machine.send("first", 2))
    await asyncio.gather(*(machine.send(name, chat, kind) for chat, (name, kind) in enumerate(kinds.items(), start=10)))
    assert [name for name, _ in machine.passed] == ["first", "first", "reply", "letter", "broadcast"]


async def test_broadcasts_give_way_to_what_else_goes_out() -> None:
    """Else every second would be full of them, and a reply would wait for its gap."""
    machine = Machine(Limits())
    await asyncio.gather(*(machine.send("reply", chat) for chat in range(1, 9)))
    await machine.send("broadcast", 99, Priority.BROADCAST)
    replied, told = (max(at for name, at in machine.passed if name == kind) for kind in ("reply", "broadcast"))
    assert told - replied > 0.2


async def test_a_flood_answer_halts_everybody_for_as_long_as_telegram_said() -> None:
    machine = Machine(Limits())
    began = machine.now()
    machine.gate.pause(0.3, chat=1)
    await asyncio.gather(*(machine.send("reply", chat) for chat in range(1, 6)))
    assert min(at for _, at in machine.passed) - began >= 0.3
    assert machine.gate.pauses == 1


async def test_a_flood_answer_from_a_group_halts_that_group_alone() -> None:
    machine = Machine(Limits())
    machine.gate.pause(0.3, chat=-5)
    await asyncio.gather(machine.send("group", -5), machine.send("person", 7))
    assert [name for name, _ in machine.passed] == ["person", "group"]


async def test_somebody_who_gives_up_waiting_holds_up_nobody() -> None:
    machine = Machine(Limits(overall=1))
    await machine.send("first", 1)
    waiting = asyncio.create_task(machine.send("second", 2))
    behind = asyncio.create_task(machine.send("third", 3))
    await asyncio.wait([waiting], timeout=0.01)
    waiting.cancel()
    await behind
    assert [name for name, _ in machine.passed] == ["first", "third"]


async def test_a_busy_chat_does_not_hold_up_others() -> None:
    machine = Machine(Limits(person_burst=1))
    await machine.send("kim", 1)
    await asyncio.gather(machine.send("kim again", 1), machine.send("lee", 2))
    assert [name for name, _ in machine.passed] == ["kim", "lee", "kim again"]
    assert [later - earlier for earlier, later in pairwise(at for _, at in machine.passed)][1] > 0.5
