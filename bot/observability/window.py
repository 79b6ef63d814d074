"""The window operators look through: /healthz and /metrics on a port of their own."""

from http import HTTPStatus
from typing import Self

from aiohttp import web

from bot.observability.metrics import Metrics
from bot.wire.health import Health
from storage.engine import StoreUnavailable


class Window:
    """Listens on loopback unless told otherwise: neither answer is meant for the world."""

    def __init__(self, health: Health, metrics: Metrics, port: int, host: str = "127.0.0.1") -> None:
        self._health = health
        self._metrics = metrics
        self._port = port
        self._host = host
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        """Raises OSError when the port is taken."""
        app = web.Application()
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/metrics", self._figures)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self._port).start()
        except OSError:
            await self._runner.cleanup()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def port(self) -> int:
        """The real one, where 0 was asked for."""
        assert self._runner is not None
        return int(self._runner.addresses[0][1])

    async def _healthz(self, request: web.Request) -> web.Response:  # noqa: ARG002 - aiohttp's signature
        complaints = self._health.complaints()
        status = HTTPStatus.SERVICE_UNAVAILABLE if complaints else HTTPStatus.OK
        return web.json_response({"ok": not complaints, "complaints": complaints}, status=status)

    async def _figures(self, request: web.Request) -> web.Response:  # noqa: ARG002
        try:
            text = await self._metrics.text()
        except StoreUnavailable:
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, text="the database cannot be reached\n")
        return web.Response(body=text, headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})
