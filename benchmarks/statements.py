"""How many statements one step of a story costs: alone, and when others come at the same time."""

from typing import Any

from benchmarks.databases import Databases
from benchmarks.figures import GOLMOK, Effort
from benchmarks.trials import Server, last_words, running

# A walk through the pre-check and home again is about ten steps; whole walks, so that its end counts as much as it should.
WALKS = 30
NOT_COUNTED = ("BEGIN", "PRAGMA", "SELECT 1", "LISTEN")


def statements(server: Server, databases: Databases, effort: Effort) -> list[dict[str, Any]]:
    return [
        {"candidate": GOLMOK[kind].name, "people": people, "latency_ms": latency, **_counted(server, databases, kind, people, latency)}
        for kind in databases.kinds[: 1 if effort.few else None]
        for people, latency in ((1, 0.0), (200, 0.0), (200, 50.0))
    ]


def _counted(server: Server, databases: Databases, kind: str, people: int, latency: float) -> dict[str, Any]:
    url = databases.fresh(kind)
    try:
        before, _ = _run(server, kind, url, people, latency, steps=0)
        after, steps = _run(server, kind, url, people, latency, steps=WALKS * 10 * (1 if people == 1 else 4))
    finally:
        databases.drop(url)
    counts = {text: count - before.get(text, 0) for text, count in after.items() if not text.startswith(NOT_COUNTED)}
    per_step = {text: count / steps for text, count in counts.items() if count > 0}
    return {"statements_a_step": sum(per_step.values()), "steps": steps, "each": dict(sorted(per_step.items(), key=lambda one: -one[1]))}


def _run(server: Server, kind: str, url: str, people: int, latency: float, *, steps: int) -> tuple[dict[str, int], int]:
    """All statements of a whole run, and the steps seen in it; a run without steps shows what starting costs."""
    server.tell("begin", people=people, latency_ms=latency, taps=True)
    with running(server, GOLMOK[kind], url, "--count") as golmok:
        if steps:
            server.tell("wake")
        seen = server.tell("steps", count=steps, seconds=20)
        server.tell("end")
    return last_words(golmok)["statements"], len(seen["reactions"])
