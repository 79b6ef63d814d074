"""The webhook: Telegram posts updates here; 200 is answered only after they are on the disk."""

import asyncio
import hmac
from http import HTTPStatus

import orjson
import structlog
from aiohttp import web
from telegram.error import InvalidToken, TelegramError

from bot.wire.backoff import backoff
from bot.wire.health import Health
from bot.wire.intake import TokenRevoked, store
from bot.wire.lanes import ALLOWED_UPDATES
from bot.wire.line import Line
from services.office import Office
from storage.engine import StoreUnavailable

log = structlog.get_logger()
LARGEST_BODY = 1024 * 1024
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name


class Webhook:
    """Listens on `port` for `url`'s path. Any number of processes may do so side by side."""

    def __init__(self, *, office: Office, health: Health, url: str, secret: str, port: int, host: str = "127.0.0.1") -> None:
        self._office = office
        self._health = health
        self._url = url
        self._secret = secret
        self._port = port
        self._host = host
        self._runner: web.AppRunner | None = None

    async def open(self) -> None:
        """Raises OSError when the port is taken."""
        app = web.Application(client_max_size=LARGEST_BODY)
        app.router.add_post(_path(self._url), self._receive)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()

    async def announce(self, line: Line) -> None:
        """Tells Telegram where to post; tries until it is heard. Raises `TokenRevoked`."""
        failures = 0
        payload = {"url": self._url, "secret_token": self._secret, "allowed_updates": list(ALLOWED_UPDATES), "max_connections": 40}
        while True:
            try:
                await line.call("setWebhook", payload)
            except InvalidToken:
                raise TokenRevoked from None
            except TelegramError as error:
                log.warning("webhook_not_set", error=type(error).__name__)
                await asyncio.sleep(backoff(failures))
                failures += 1
            else:
                self._health.polled()
                return

    async def is_set(self, line: Line) -> bool:
        """False when somebody else took it away. While Telegram cannot be asked, nothing is concluded."""
        try:
            told = await line.call("getWebhookInfo", {})
        except InvalidToken:
            raise TokenRevoked from None
        except TelegramError as error:
            log.warning("webhook_not_seen", error=type(error).__name__)
            return True
        self._health.polled()
        return bool(told["url"] == self._url)

    async def close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def _receive(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            return web.Response(status=HTTPStatus.FORBIDDEN)
        try:
            update = orjson.loads(await request.read())
            update["update_id"] = int(update["update_id"])
        except (orjson.JSONDecodeError, TypeError, KeyError, ValueError):
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        try:
            await store(self._office, [update])
        except StoreUnavailable:
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        self._health.polled()
        return web.Response()


def _path(url: str) -> str:
    return "/" + url.split("://", 1)[-1].partition("/")[2]
