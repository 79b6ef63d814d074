"""P5: a million people must cost nothing at the start and nothing at a step."""

import asyncio
from statistics import median
from time import monotonic
from typing import Any

from sqlalchemy import bindparam, text

from benchmarks.databases import Databases
from benchmarks.figures import GOLMOK, Effort
from benchmarks.people import FIRST_ID
from benchmarks.trials import Load, Server, start, trials
from services.clock import SystemClock
from storage.engine import Store
from storage.tables import UtcDateTime

FEW = 1_000
_MAKE = text(
    "INSERT INTO people (id, language, blocked, started_at) "
    "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :many) "
    "SELECT :first + i, 'en', :no, :at FROM n"
).bindparams(bindparam("at", type_=UtcDateTime()))


async def _move_in(url: str, many: int) -> None:
    async with await Store.open(url) as store, store.transaction() as connection:
        await connection.execute(_MAKE, {"many": many, "first": FIRST_ID, "no": False, "at": SystemClock().now()})


def crowded(databases: Databases, kind: str, many: int) -> str:
    url = databases.fresh(kind)
    if many:
        asyncio.run(_move_in(url, many))
    return url


def crowd(server: Server, databases: Databases, effort: Effort) -> list[dict[str, Any]]:
    """Start and steps on databases with nobody, a thousand and a whole city in them, in turn."""
    return [row for kind in databases.kinds[: 1 if effort.few else None] for row in _of_kind(server, databases, kind, effort)]


def _of_kind(server: Server, databases: Databases, kind: str, effort: Effort) -> list[dict[str, Any]]:
    began = monotonic()
    urls = {many: crowded(databases, kind, many) for many in (0, FEW, effort.crowd)}
    made_in = monotonic() - began
    starts: dict[int, list[tuple[float, float]]] = {many: [] for many in urls}
    steps: dict[int, list[tuple[float, float]]] = {many: [] for many in urls}
    load = Load(people=200, latency_ms=0, seconds=effort.seconds, warm_up=effort.warm_up)
    try:
        for _ in range(effort.rounds):
            for many, url in urls.items():
                starts[many].append(start(server, GOLMOK[kind], url))
        for _ in range(effort.rounds):
            for many in (FEW, effort.crowd):
                (seen,) = trials(server, GOLMOK[kind], urls[many], [load])
                steps[many].append((seen.per_second, seen.cpu_ms))
    finally:
        for url in urls.values():
            databases.drop(url)
    return [_row(kind, many, made_in, starts[many], steps[many]) for many in urls]


def _row(kind: str, many: int, made_in: float, starts: list[tuple[float, float]], steps: list[tuple[float, float]]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "candidate": GOLMOK[kind].name,
        "people": many,
        "databases_made_in_seconds": made_in,
        "start_seconds": median(seconds for seconds, _ in starts),
        "memory_mib": median(memory for _, memory in starts),
    }
    if steps:
        row |= {"per_second": median(rate for rate, _ in steps), "cpu_ms": median(cpu for _, cpu in steps)}
    return row
