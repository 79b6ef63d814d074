"""The wire on its real stack: the emulator over HTTP, the real databases, a reception of its own."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest

from bot.settings import Settings, read_settings
from bot.wire.application import Golmok
from playground.emulator import Emulator
from playground.limits import Limits
from services.office import Office
from tests.clock import HandClock
from tests.judges import judged
from tests.wire import echo


@pytest.fixture
def limits() -> Limits:
    return Limits.none()


class Town:
    """The emulator, its address, and the bot as it is started in this test."""

    def __init__(self, emulator: Emulator, url: str, office: Office, clock: HandClock) -> None:
        self.emulator = emulator
        self.url = url
        self.office = office
        self.clock = clock
        self.golmok: Golmok | None = None

    def settings(self, **given: Any) -> Settings:
        usual: dict[str, Any] = {
            "bot_token": self.emulator.token,
            "bot_api_url": self.url,
            "admin_ids": (),
            "poll_seconds": 5,
            "sends_per_second": 0,
        }
        return read_settings(_env_file=None, **(usual | given))

    @asynccontextmanager
    async def bot(self, office: Office | None = None, **given: Any) -> AsyncIterator[Golmok]:
        own = office or self.office
        async with Golmok(self.settings(**given), own, own.clock, receive=echo.receive, describe=echo.describe) as golmok:
            self.golmok = golmok
            yield golmok

    async def settles(self) -> None:
        assert self.golmok is not None
        await self.emulator.quiet_updates()
        await self.golmok.settle()


@pytest.fixture
async def town(office: Office, clock: HandClock, limits: Limits) -> AsyncIterator[Town]:
    emulator = Emulator(clock=clock, limits=limits)
    async with emulator.serve() as served:
        with judged(emulator):
            yield Town(emulator, served.url, office, clock)


@pytest.fixture
async def golmok(town: Town) -> AsyncIterator[Golmok]:
    running: AbstractAsyncContextManager[Golmok] = town.bot()
    async with running as bot:
        yield bot
