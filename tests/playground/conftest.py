"""A small town with its Bot API open on loopback."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from playground.clock import Clock
from playground.emulator import Emulator
from playground.hands import Person
from playground.limits import Limits


@dataclass
class Api:
    """The Bot API as a bot calls it: JSON bodies over HTTP."""

    session: aiohttp.ClientSession
    url: str
    token: str

    async def asks(self, method: str, **params: Any) -> dict[str, Any]:
        """The whole answer, accepted or refused."""
        async with self.session.post(f"{self.url}/bot{self.token}/{method}", json=params) as answer:
            body: dict[str, Any] = await answer.json()
        return body

    async def does(self, method: str, **params: Any) -> Any:
        """The result; a refusal fails the test."""
        body = await self.asks(method, **params)
        assert body["ok"], body
        return body["result"]

    async def hears_no(self, method: str, **params: Any) -> str:
        """Why it was refused."""
        body = await self.asks(method, **params)
        assert not body["ok"], body
        return str(body["description"])

    async def fetches(self, path: str) -> bytes:
        async with self.session.get(f"{self.url}/file/bot{self.token}/{path}") as answer:
            assert answer.status == 200
            return await answer.read()


@pytest.fixture
def town() -> Emulator:
    return Emulator(clock=Clock(), limits=Limits.none())


@pytest_asyncio.fixture
async def api(town: Emulator) -> AsyncIterator[Api]:
    async with town.serve() as server, aiohttp.ClientSession() as session:
        yield Api(session, server.url, town.token)


@pytest.fixture
def kim(town: Emulator) -> Person:
    """Has pressed START already."""
    person = town.person("김수제")
    person.start()
    return person


@pytest.fixture
def maya(town: Emulator) -> Person:
    person = town.person("Maya", "en")
    person.start()
    return person
