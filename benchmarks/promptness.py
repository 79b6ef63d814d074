"""P2: from a tap to what is seen of it; alone, and while an announcement goes out."""

import asyncio
from dataclasses import replace
from typing import Any

from benchmarks.databases import Databases
from benchmarks.figures import DIALOGUE, GOLMOK, Effort, on_database, summary
from benchmarks.ledgers import begun
from benchmarks.trials import Candidate, Load, Server, trials

# What a town may send a second, and how many steps its people make: Telegram's usual limit, and what a larger city pays for.
LIMITS = ((29, 10.0), (1_000, 30.0), (1_000, 100.0))
SPARE = 2  # so many times as many people as can be told while it is measured


def promptness(server: Server, databases: Databases, effort: Effort) -> list[dict[str, Any]]:
    return [*_alone(server, databases, effort), *_beside_an_announcement(server, databases, effort)]


def _alone(server: Server, databases: Databases, effort: Effort) -> list[dict[str, Any]]:
    """With 20 ms of latency, while 200 people make so many steps a second, answered or not."""
    rows = []
    beside = () if effort.few else (DIALOGUE,)
    for rate in effort.rates:
        for candidate in (*beside, *(GOLMOK[kind] for kind in databases.kinds)):
            found = on_database(server, databases, candidate, _load(effort, rate))
            rows.append({"candidate": candidate.name, "rate": rate, **summary(found)})
    return rows


def _load(effort: Effort, rate: float) -> Load:
    """Long enough that everybody has said /start before it counts."""
    return Load(people=200 if rate > 10 else 60, latency_ms=20, seconds=effort.seconds * 4, per_second=rate, warm_up=max(3.0, 220 / rate))


def _beside_an_announcement(server: Server, databases: Databases, effort: Effort) -> list[dict[str, Any]]:
    """Each with Telegram's limits: first nobody is told anything, then many are."""
    rows = []
    for limit, rate in LIMITS[1:2] if effort.few else LIMITS:
        for kind in databases.kinds:
            candidate = replace(GOLMOK[kind], name=f"{GOLMOK[kind].name}, {limit:,}/s", arguments=("--rate", str(limit)))
            for telling in (False, True):
                name = f"{candidate.name}, telling many" if telling else candidate.name
                rows.append(
                    {"candidate": name, "rate": rate, **_beside(server, databases, candidate, _load(effort, rate), limit * telling)}
                )
    return rows


def _beside(server: Server, databases: Databases, candidate: Candidate, load: Load, per_second: int) -> dict[str, Any]:
    assert candidate.database is not None
    url = databases.fresh(candidate.database)
    try:
        if per_second:
            asyncio.run(begun(url, int(per_second * (load.warm_up + load.seconds) * SPARE)))
        found = trials(server, candidate, url, [load])
    finally:
        databases.drop(url)
    told = sum(one.calls.get("sendMessage", 0) for one in found) / load.seconds
    return {**summary(found), "told_per_second": told if per_second else 0.0}
