"""P3 and P4: telling many, under a server that enforces a limit and under one that does not; peers beside it in the same run."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import orjson

from benchmarks.databases import Databases
from benchmarks.figures import GOLMOK, Effort
from benchmarks.ledgers import begun, stand

MANY, FEW = 20_000, 3_000
RATE = 29  # Golmok's own limit below Telegram's 30
PEERS = {"ptb": "python-telegram-bot, a loop", "aiogram": "aiogram, 100 at once", "aiohttp": "aiohttp alone, 100 at once"}
KEEPERS = {"ptb told to wait": "python-telegram-bot, a loop", "aiogram gently": "aiogram, a loop of 20/s"}


@contextmanager
def hall() -> Iterator[httpx.Client]:
    """Its process, and the line to it."""
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.hall"], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{int(process.stdout.readline())}", timeout=60, trust_env=False) as line:
            yield line
    finally:
        process.terminate()
        process.wait()


def telling(_: object, databases: Databases, effort: Effort) -> list[dict[str, Any]]:
    """P4: messages a second without a limit; Golmok stores what became of each."""
    people = FEW if effort.few else MANY
    with hall() as line:
        rows = [_row(PEERS[way], people, line, _peer(line, way, people)) for way in PEERS]
        for kind in databases.kinds[: 1 if effort.few else None]:
            for per_second, name in ((0, GOLMOK[kind].name), (1000, f"{GOLMOK[kind].name}, 1,000/s")):
                rows.append(_row(name, people, line, _golmok(line, databases, kind, people, per_second)))
    return rows


def keeping_to_it(_: object, databases: Databases, effort: Effort) -> list[dict[str, Any]]:
    """P3: a minute (quick: ten seconds) under a server that counts by buckets or by windows."""
    seconds = 10 if effort.few else 60
    people = RATE * seconds
    rows = []
    with hall() as line:
        for style in ("bucket", "window"):
            for latency in (0, 50):
                server: dict[str, Any] = {"limit": style, "latency_ms": latency}
                for way, name in KEEPERS.items():
                    rows.append({**server, **_row(name, people, line, _peer(line, way, people, **server))})
                for kind in databases.kinds[: 1 if effort.few else None]:
                    said = _golmok(line, databases, kind, people, RATE, **server)
                    rows.append({**server, **_row(GOLMOK[kind].name, people, line, said)})
    return rows


def _row(name: str, people: int, line: httpx.Client, said: dict[str, Any]) -> dict[str, Any]:
    """Seconds by the hall's own clock; CPU of the candidate's process alone."""
    told = line.post("/bench/told", json={}).json()
    per_second = told["heard"] / max(told["seconds"], 0.001)
    return {"candidate": name, "people": people, **told, "per_second": per_second, "cpu_ms": said["cpu"] * 1000 / people, **said}


def _peer(line: httpx.Client, way: str, people: int, *, limit: str = "none", latency_ms: float = 0) -> dict[str, Any]:
    line.post("/bench/open", json={"limit": limit, "latency_ms": latency_ms, "per_second": 30})
    return _said("benchmarks.peers.broadcasts", str(line.base_url).rstrip("/"), way, str(people))


def _golmok(
    line: httpx.Client, databases: Databases, kind: str, people: int, per_second: int, *, limit: str = "none", latency_ms: float = 0
) -> dict[str, Any]:
    url = databases.fresh(kind)
    try:
        number = asyncio.run(begun(url, people))
        line.post("/bench/open", json={"limit": limit, "latency_ms": latency_ms, "per_second": 30})
        said = _said("benchmarks.announcing", str(line.base_url).rstrip("/"), str(per_second), url)
        return said | {"right": asyncio.run(stand(url, number)).all_delivered}
    finally:
        databases.drop(url)


def _said(module: str, *arguments: str) -> dict[str, Any]:
    done = subprocess.run([sys.executable, "-m", module, *arguments], stdout=subprocess.PIPE, check=True, timeout=600)
    said: dict[str, Any] = orjson.loads(done.stdout.splitlines()[-1])
    return said
