"""Where everybody hears: a fast Bot API that takes messages to any chat, and enforces a limit where it is told to.

`python -m benchmarks.hall` prints its port. Steered by POST /bench/<open|told>.
"""

import asyncio
import sys
from collections import deque
from functools import partial
from time import monotonic
from typing import Any

import orjson
import uvloop

from benchmarks.fake_server import MOST_SECONDS
from benchmarks.http import Answer, Connection
from benchmarks.people import BOT, DATE, Json
from benchmarks.towns import TRUE

A_SECOND = 1.0


class Limit:
    """`style`: "none", "bucket" (30 ahead, refilled evenly) or "window" (30 in any second)."""

    def __init__(self, style: str, per_second: int) -> None:
        self._style, self._rate = style, per_second
        self._passed: deque[float] = deque()
        self._left, self._at = float(per_second), monotonic()

    def lets_through(self) -> bool:
        now = monotonic()
        if self._style == "window":
            while self._passed and self._passed[0] <= now - A_SECOND:
                self._passed.popleft()
            if len(self._passed) >= self._rate:
                return False
            self._passed.append(now)
        elif self._style == "bucket":
            self._left = min(float(self._rate), self._left + (now - self._at) * self._rate)
            self._at = now
            if self._left < 1:
                return False
            self._left -= 1
        return True


class Hall:
    def __init__(self) -> None:
        self._open("none", 0, 30)

    def _open(self, limit: str, latency_ms: float, per_second: int) -> None:
        self._limit, self._way = Limit(limit, per_second), latency_ms / 2000
        self.heard: list[float] = []
        self.refused = 0

    def handle(self, path: str, parameters: Json, answer: Answer) -> None:
        _, first, method = path.split("?", 1)[0].split("/", 2)
        if first == "bench":
            answer(orjson.dumps(self._steered(method, parameters)))
        elif self._way:
            loop = asyncio.get_running_loop()

            def answer_later(*said: bytes) -> None:
                loop.call_later(self._way, answer, *said)

            loop.call_later(self._way, self._take, method, parameters, answer_later)
        else:
            self._take(method, parameters, answer)

    def _steered(self, what: str, parameters: Json) -> Any:
        if what == "open":
            self._open(**parameters)
            return None
        first, last = (self.heard[0], self.heard[-1]) if self.heard else (0.0, 0.0)
        most = max(
            (sum(1 for one in self.heard[place : place + 200] if one < at + A_SECOND) for place, at in enumerate(self.heard)), default=0
        )
        return {"heard": len(self.heard), "refused": self.refused, "seconds": last - first, "worst_second": most}

    def _take(self, method: str, parameters: Json, answer: Answer) -> None:
        if method != "sendMessage":
            answer(orjson.dumps({"ok": True, "result": BOT}) if method == "getMe" else TRUE)
            return
        if not self._limit.lets_through():
            self.refused += 1
            error = {"ok": False, "error_code": 429, "description": "Too Many Requests: retry after 1", "parameters": {"retry_after": 1}}
            answer(orjson.dumps(error), b"429 Too Many Requests")
            return
        self.heard.append(monotonic())
        chat = {"id": int(parameters["chat_id"]), "type": "private", "first_name": "사장님"}
        message = {"message_id": len(self.heard), "from": BOT, "chat": chat, "date": DATE, "text": parameters.get("text", "")}
        answer(orjson.dumps({"ok": True, "result": message}))


async def serve() -> None:
    server = await asyncio.get_running_loop().create_server(partial(Connection, Hall().handle), "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await asyncio.sleep(MOST_SECONDS)


if __name__ == "__main__":
    uvloop.run(serve())
