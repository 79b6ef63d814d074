"""The figures of docs/performance.md: what is measured and with whom beside it; the speed of a step (P1)."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from statistics import median
from typing import Any

from benchmarks.databases import Databases
from benchmarks.trials import Candidate, Load, Seen, Server, trials

PEER = "aiogram, one ORM row"
LATENCIES = (0.0, 50.0)
RATES = (30.0, 100.0)
NAMES = {"sqlite": "SQLite", "postgres": "PostgreSQL"}
GOLMOK = {kind: Candidate(name=f"Golmok, {NAMES[kind]}", module="benchmarks.golmok", database=kind, taps=True) for kind in NAMES}
ROW = {kind: Candidate(name=f"{PEER}, {NAMES[kind]}", module="benchmarks.peers.aiogram_row", database=kind) for kind in NAMES}
TAPPED_ROW = {kind: replace(ROW[kind], name=f"{PEER}, {NAMES[kind]}, by taps", taps=True) for kind in NAMES}
DIALOGUE = Candidate(name="aiogram, states in memory", module="benchmarks.peers.aiogram_dialogue")
SIMPLE = (
    Candidate(name="python-telegram-bot echo", module="benchmarks.peers.ptb_echo"),
    Candidate(name="python-telegram-bot echo, 256 at once", module="benchmarks.peers.ptb_echo", arguments=("256",)),
    Candidate(name="aiogram echo", module="benchmarks.peers.aiogram_echo"),
    DIALOGUE,
)


@dataclass(frozen=True, kw_only=True)
class Effort:
    """How much time is given to the figures."""

    rounds: int
    seconds: float
    warm_up: float
    crowd: int  # people of P5
    latencies: tuple[float, ...] = LATENCIES
    rates: tuple[float, ...] = RATES
    few: bool = False  # only the candidates that matter most, P5 and statements on SQLite only


FULL = Effort(rounds=3, seconds=2.0, warm_up=0.8, crowd=1_000_000)
QUICK = Effort(rounds=1, seconds=1.2, warm_up=0.5, crowd=100_000, latencies=(0.0,), rates=(100.0,), few=True)


def candidates(kinds: Iterable[str], *, few: bool) -> tuple[Candidate, ...]:
    if few:
        return (SIMPLE[0], DIALOGUE, *(some[kind] for kind in kinds for some in (ROW, GOLMOK)))
    return (*SIMPLE, *(some[kind] for kind in kinds for some in (ROW, TAPPED_ROW, GOLMOK)))


def on_database(server: Server, databases: Databases, candidate: Candidate, *loads: Load) -> list[Seen]:
    """Trials on a database of their own."""
    kind = candidate.database
    if kind is None:
        return trials(server, candidate, None, loads)
    url = databases.fresh(kind) if candidate.module == "benchmarks.golmok" else databases.empty(kind)
    try:
        return trials(server, candidate, url, loads)
    finally:
        databases.drop(url)


def speed(server: Server, databases: Databases, effort: Effort) -> list[dict[str, Any]]:
    """P1: steps a second of a crowd of 200 that never pauses; all candidates in turn, several rounds, the middle one counts."""
    seen: dict[tuple[str, float], list[Seen]] = {}
    loads = [Load(people=200, latency_ms=latency, seconds=effort.seconds, warm_up=effort.warm_up) for latency in effort.latencies]
    for _ in range(effort.rounds):
        for candidate in candidates(databases.kinds, few=effort.few):
            for load, one in zip(loads, on_database(server, databases, candidate, *loads), strict=True):
                seen.setdefault((candidate.name, load.latency_ms), []).append(one)
    rows = [{"candidate": name, "latency_ms": latency, **summary(some)} for (name, latency), some in seen.items()]
    return sorted(rows, key=lambda row: float(row["latency_ms"]))


def summary(seen: Sequence[Seen]) -> dict[str, Any]:
    """Medians over the rounds; percentiles and stalls over all of them."""
    reactions = sorted(ms for one in seen for ms in one.reactions_ms)
    stalls = [stall for one in seen for stall in one.said.get("stalls", [])]
    return {
        "per_second": median(one.per_second for one in seen),
        "cpu_ms": median(one.cpu_ms for one in seen),
        "memory_mib": median(one.memory_mib for one in seen),
        "calls_a_step": sum(sum(one.calls.values()) for one in seen) / max(len(reactions), 1),
        "p50_ms": percentile(reactions, 0.5),
        "p95_ms": percentile(reactions, 0.95),
        "p99_ms": percentile(reactions, 0.99),
        "late": sum(one.late for one in seen),
        "stalls": stalls,
        "rounds": [{**asdict(one), "reactions_ms": None, "said": None} for one in seen],
    }


def percentile(values: Sequence[float], share: float) -> float:
    return values[min(int(len(values) * share), len(values) - 1)] if values else float("nan")
