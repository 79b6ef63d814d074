"""One trial: one candidate in a process of its own before the fake server, watched from outside for some seconds."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import IO, Any

import httpx
import orjson
import psutil  # type: ignore[import-untyped]

START_SECONDS = 90.0
STOP_SECONDS = 20.0
DRAIN_SECONDS = 0.5  # what is still on its way belongs to the former town
MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """`database`: the kind it needs, if any; its address is its last argument. `taps`: people answer by buttons where there are some."""

    name: str
    module: str
    arguments: tuple[str, ...] = ()
    database: str | None = None
    taps: bool = False


@dataclass(frozen=True, kw_only=True)
class Load:
    """`per_second` 0: a crowd that acts again as soon as it is answered."""

    people: int
    latency_ms: float
    seconds: float
    per_second: float = 0.0
    warm_up: float = 1.0


@dataclass(kw_only=True)
class Seen:
    """CPU: of the candidate's process alone, per step. `start_seconds`: from the command to its first getUpdates."""

    steps: int
    per_second: float
    cpu_ms: float
    memory_mib: float
    start_seconds: float
    reactions_ms: list[float]
    calls: dict[str, int]
    late: int = 0
    said: dict[str, Any] = field(default_factory=dict)


class Server:
    """The fake server's process, and the words to steer it."""

    def __init__(self, process: "subprocess.Popen[str]", port: int) -> None:
        self.root = f"http://127.0.0.1:{port}"
        self._process = process
        self._line = httpx.Client(base_url=f"{self.root}/bench", timeout=120, trust_env=False)

    def tell(self, what: str, **parameters: Any) -> Any:
        return self._line.post(f"/{what}", json=parameters).raise_for_status().json()

    def close(self) -> None:
        self._line.close()
        _stop(self._process)


@contextmanager
def fake_server() -> Iterator[Server]:
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.fake_server"], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    server = Server(process, int(process.stdout.readline()))
    try:
        yield server
    finally:
        server.close()


@dataclass(frozen=True, kw_only=True)
class Running:
    """`said`: what it wrote to its standard output; a file, since a full pipe would stop it."""

    process: "subprocess.Popen[str]"
    start_seconds: float
    said: IO[str]


@contextmanager
def running(server: Server, candidate: Candidate, url: str | None, *more: str) -> Iterator[Running]:
    """From its first getUpdates on; afterwards the process has ended, and `last_words` can be read while the block's value is kept."""
    arguments = [server.root, *candidate.arguments, *([url] if url else []), *more]
    command = [sys.executable, "-m", candidate.module, *arguments]
    said = tempfile.TemporaryFile("w+")  # noqa: SIM115 - read after the block; gone with its last reader
    with tempfile.TemporaryFile("w+") as complaints:
        began = monotonic()
        process = subprocess.Popen(command, stdout=said, stderr=complaints, text=True)
        try:
            ready = server.tell("ready", seconds=START_SECONDS)
            if ready is None:
                raise RuntimeError(f"{candidate.name} did not start:\n{_end_of(complaints)}")
            yield Running(process=process, start_seconds=ready - began, said=said)
        finally:
            _stop(process)


def trials(server: Server, candidate: Candidate, url: str | None, loads: Sequence[Load]) -> list[Seen]:
    """One process under one load after the other, each with people of its own."""
    server.tell("begin", **_town(candidate, loads[0]))
    seen = []
    with running(server, candidate, url) as run:
        for number, load in enumerate(loads):
            if number:
                server.tell("measure", seconds=DRAIN_SECONDS)
                server.tell("begin", **_town(candidate, load))
                server.tell("ready", seconds=START_SECONDS)
            seen.append(_watched(server, psutil.Process(run.process.pid), load, run.start_seconds))
            server.tell("end")
    said = last_words(run)
    return [replace(one, said=said) for one in seen]


def _town(candidate: Candidate, load: Load) -> dict[str, Any]:
    return {"people": load.people, "latency_ms": load.latency_ms, "taps": candidate.taps, "per_second": load.per_second}


def _watched(server: Server, process: psutil.Process, load: Load, start_seconds: float) -> Seen:
    server.tell("wake")
    server.tell("measure", seconds=load.warm_up)
    before = _cpu(process)
    found = server.tell("measure", seconds=load.seconds)
    spent = _cpu(process) - before
    steps = len(found["reactions"])
    return Seen(
        steps=steps,
        per_second=steps / found["seconds"],
        cpu_ms=spent * 1000 / max(steps, 1),
        memory_mib=process.memory_info().rss / MEBIBYTE,
        start_seconds=start_seconds,
        reactions_ms=[seconds * 1000 for seconds in found["reactions"]],
        calls=found["calls"],
        late=found["late"],
    )


def start(server: Server, candidate: Candidate, url: str, *, settle: float = 0.5) -> tuple[float, float]:
    """Seconds until it asks for updates, and MiB a moment later."""
    server.tell("begin")
    with running(server, candidate, url) as run:
        server.tell("measure", seconds=settle)
        return run.start_seconds, psutil.Process(run.process.pid).memory_info().rss / MEBIBYTE


def last_words(run: Running) -> dict[str, Any]:
    """What Golmok's process says of itself when it ends; nothing of the others'."""
    with run.said:
        run.said.seek(0)
        *_, last = run.said.read().splitlines() or [""]
    return orjson.loads(last) if last.startswith("{") else {}


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _stop(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _end_of(complaints: IO[str]) -> str:
    complaints.seek(0)
    return complaints.read()[-2000:]
