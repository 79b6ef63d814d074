"""Just enough HTTP/1.1 for a server that must never be the bottleneck: one protocol class, no framework."""

import asyncio
import re
from collections.abc import Callable
from typing import cast
from urllib.parse import parse_qsl

import orjson

LARGEST = 4_000_000  # bytes a body may have
_LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")
_TYPE = re.compile(rb"(?i)\r\ncontent-type: *([^\r]+)")
_BOUNDARY = re.compile(rb'boundary="?([^";]+)')
_FIELD = re.compile(rb'name="([^"]+)"[^\r]*\r\n(?:[^\r]+\r\n)*\r\n(.*)\r\n\Z', re.DOTALL)
OPEN_ANSWER = b"HTTP/1.1 %b\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"

Answer = Callable[..., None]  # the body and, where it is not 200, the status
Handle = Callable[[str, dict[str, object], Answer], None]


class Connection(asyncio.Protocol):
    """Reads requests and hands each to `handle` as (path, parameters, answer); `answer` may be called at any later time."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._unread = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)  # uvloop's has another parent

    def data_received(self, data: bytes) -> None:
        self._unread += data
        while (end := self._unread.find(b"\r\n\r\n")) >= 0:
            head = self._unread[:end]
            length = int(found[1]) if (found := _LENGTH.search(head)) else 0
            if length > LARGEST or b"chunked" in head:
                self._transport.close()
                return
            whole = end + 4 + length
            if len(self._unread) < whole:
                return
            body, self._unread = self._unread[end + 4 : whole], self._unread[whole:]
            self._handle(head.split(b" ", 2)[1].decode(), _parameters(head, body), self._answer)

    def _answer(self, body: bytes, status: bytes = b"200 OK") -> None:
        if not self._transport.is_closing():
            self._transport.write(OPEN_ANSWER % (status, len(body), body))


def _parameters(head: bytes, body: bytes) -> dict[str, object]:
    """The three ways clients spell them; values that are JSON inside a form stay text."""
    if not body:
        return {}
    kind = found[1] if (found := _TYPE.search(head)) else b""
    if kind.startswith(b"application/json"):
        return orjson.loads(body)  # type: ignore[no-any-return]
    if kind.startswith(b"multipart/"):
        boundary = _BOUNDARY.search(kind)
        assert boundary is not None
        fields = (_FIELD.search(part) for part in body.split(b"--" + boundary[1]))
        return {field[1].decode(): field[2].decode(errors="replace") for field in fields if field}
    return dict(parse_qsl(body.decode()))
