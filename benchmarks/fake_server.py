"""A fast Bot API on loopback, the same for all candidates: no limits, a latency one can choose, and every reaction timed.

`python -m benchmarks.fake_server` prints its port. The measuring process steers it by POST /bench/<begin|ready|measure|end>.
Half of the latency lies on the way to the server and half on the way back, as on a real network.
"""

import asyncio
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Any

import orjson
import uvloop

from benchmarks.http import Answer, Connection
from benchmarks.people import Json
from benchmarks.towns import Town

MOST_SECONDS = 1_800  # it ends by itself, whatever becomes of the one who started it


class Bench:
    """The steering: begins, watches and ends one town after the other."""

    def __init__(self) -> None:
        self.town = Town()

    def handle(self, path: str, parameters: Json, answer: Answer) -> None:
        _, first, method = path.split("?", 1)[0].split("/", 2)
        if first == "bench":
            asyncio.ensure_future(self._steer(method, parameters, answer))  # noqa: RUF006 - ends with its answer
        else:
            self.town.call(method, parameters, answer)

    async def _steer(self, method: str, parameters: Json, answer: Answer) -> None:
        told: Callable[..., Any] = getattr(self, f"_{method}")
        answer(orjson.dumps(await told(**parameters)))

    async def _begin(self, **town: Any) -> None:
        self.town.end()
        self.town = Town(after=self.town.update_id, **town)

    async def _ready(self, seconds: float) -> float | None:
        """When the bot first asked for updates (the machine's steady clock); None if it did not in that time."""
        await asyncio.wait({self.town.ready}, timeout=seconds)
        return self.town.ready.result() if self.town.ready.done() else None

    async def _lost(self) -> None:
        """The bot was killed; `ready` speaks of the next one."""
        self.town.lost()

    async def _wake(self) -> None:
        self.town.wakes()

    async def _measure(self, seconds: float) -> Json:
        town = self.town
        seen, calls, late, began = len(town.reactions), town.calls.copy(), town.late, monotonic()
        await asyncio.sleep(seconds)
        reactions = town.reactions[seen:]
        return {"seconds": monotonic() - began, "reactions": reactions, "calls": town.calls - calls, "late": town.late - late}

    async def _steps(self, count: int, seconds: float) -> Json:
        """Waits for so many more reactions, but not for ever."""
        town = self.town
        seen, began = len(town.reactions), monotonic()
        while len(town.reactions) - seen < count and monotonic() - began < seconds:  # noqa: ASYNC110 - a second hand, not an event
            await asyncio.sleep(0.01)
        return {"seconds": monotonic() - began, "reactions": town.reactions[seen:]}

    async def _finished(self, seconds: float) -> Json:
        """Until everybody has what they came for, or knows that they cannot have it; but not for ever."""
        town, began = self.town, monotonic()
        while not town.is_finished and monotonic() - began < seconds:  # noqa: ASYNC110 - a second hand, not an event
            await asyncio.sleep(0.01)
        shown = {str(person): wishes for person, wishes in town.finished.items()}
        return {"seconds": monotonic() - began, "reactions": town.reactions, "shown": shown}

    async def _heard(self) -> Json:
        """By how often they heard: how many people; and who they are that heard it once."""
        return {"times": Counter(map(str, self.town.heard.values())), "once": [one for one, n in self.town.heard.items() if n == 1]}

    async def _end(self) -> None:
        self.town.end()


async def serve() -> None:
    bench = Bench()
    server = await asyncio.get_running_loop().create_server(partial(Connection, bench.handle), "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await asyncio.sleep(MOST_SECONDS)


if __name__ == "__main__":
    uvloop.run(serve())
