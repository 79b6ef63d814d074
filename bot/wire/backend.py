"""python-telegram-bot's HTTP seam on aiohttp: ten times cheaper than httpx's pool with a hundred calls in flight."""

from typing import Any

import aiohttp
import orjson
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
UPLOAD_SECONDS = 60.0
_JSON = {"Content-Type": "application/json"}


class NotSent(NetworkError):
    """No connection was made, so nothing can have arrived: even a broadcast may be tried again."""


class AiohttpRequest(BaseRequest):
    """Bot API calls over one pool of `connections`. Proxies of the environment are not used.

    Never logs and never raises with an address: the token is part of it.
    """

    __slots__ = ("_connections", "_session")

    def __init__(self, connections: int = 128) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return READ_SECONDS

    async def initialize(self) -> None:
        if self._session is not None:
            return
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=self._connections, limit_per_host=0, keepalive_timeout=45),
            headers={"User-Agent": self.USER_AGENT},
            trust_env=False,
            auto_decompress=True,
        )

    async def shutdown(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def post_json(self, url: str, body: bytes) -> tuple[int, bytes]:
        """A call whose payload is ready: status and answer. Raises as `do_request` does."""
        return await self._answered("POST", url, READ_SECONDS, {"data": body, "headers": _JSON})

    async def do_request(  # noqa: PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the gate bounds the calls in flight
    ) -> tuple[int, bytes]:
        uploads = request_data is not None and request_data.contains_files
        reading = _seconds(read_timeout, READ_SECONDS)
        if uploads:
            reading = max(reading or 0.0, _seconds(write_timeout, UPLOAD_SECONDS) or 0.0)
        connecting = _seconds(connect_timeout, CONNECT_SECONDS)
        return await self._answered(method, url, reading, _body(request_data, uploads=uploads), connecting=connecting)

    async def _answered(
        self, method: str, url: str, reading: float | None, body: dict[str, Any], *, connecting: float | None = CONNECT_SECONDS
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("the HTTP backend was not initialised")
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=connecting, sock_read=reading)
        try:
            async with self._session.request(method, url, timeout=timeout, allow_redirects=False, **body) as answer:
                return answer.status, await answer.read()
        except aiohttp.ConnectionTimeoutError:
            raise NotSent("Timed out while connecting") from None
        except TimeoutError as error:
            # `from None`: the cause would carry the address, and with it the token, into a traceback.
            raise TimedOut(f"Timed out ({type(error).__name__})") from None
        except aiohttp.ClientConnectorError as error:
            raise NotSent(f"Network error ({type(error).__name__})") from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(f"Network error ({type(error).__name__})") from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        try:
            parsed = orjson.loads(payload)
        except orjson.JSONDecodeError:
            raise TelegramError("Invalid server response") from None
        if not isinstance(parsed, dict):
            raise TelegramError("Invalid server response")
        return parsed


def _seconds(wanted: ODVInput[float], usual: float) -> float | None:
    return usual if wanted is BaseRequest.DEFAULT_NONE else wanted  # type: ignore[return-value]


def _body(request_data: RequestData | None, *, uploads: bool) -> dict[str, Any]:
    if request_data is None:
        return {}
    if not uploads:
        return {"data": orjson.dumps(request_data.parameters), "headers": _JSON}
    # Telegram's server takes a file's name as it stands there; quoted, older ones would show "%ED%98%91…" for Hangul.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in (request_data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return {"data": form}
