"""Updates by webhook: 200 only after they are kept, and only for who knows the secret."""

import io
import socket
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.wire.application import Golmok
from bot.wire.webhook import SECRET_HEADER
from tests.wire.conftest import Town
from tests.wire.ledger import effects

SECRET = "a-secret-of-our-own"


@pytest.fixture
def address() -> str:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{found.getsockname()[1]}/telegram"


@pytest.fixture
async def hooked(town: Town, address: str) -> AsyncIterator[Golmok]:
    port = int(address.split(":")[2].split("/", maxsplit=1)[0])
    async with town.bot(webhook_url=address, webhook_secret=SECRET, webhook_port=port) as golmok:
        await town.emulator.until(lambda: town.emulator.calls_of("setWebhook"))
        yield golmok


async def post(address: str, body: bytes, secret: str = SECRET) -> int:
    async with aiohttp.ClientSession() as session, session.post(address, data=io.BytesIO(body), headers={SECRET_HEADER: secret}) as answer:
        return answer.status


async def test_what_telegram_posts_is_answered(town: Town, hooked: Golmok) -> None:
    kim = town.emulator.person("김수제")
    kim.sends("by webhook")
    await town.settles()
    assert kim.last().text == "by webhook"


async def test_without_the_secret_nothing_is_kept(town: Town, hooked: Golmok, address: str) -> None:
    assert await post(address, b'{"update_id": 1}', secret="guessed") == 403
    assert await post(address, b'{"update_id": 1}', secret="ü") == 403
    assert await post(address, b'{"update_id": 1}') == 200
    await hooked.settle()
    assert await effects(town.office) == []


async def test_a_body_that_is_no_update_or_too_large_is_refused(hooked: Golmok, address: str) -> None:
    assert await post(address, b"no json") == 400
    assert await post(address, b'{"no": "id"}') == 400
    assert await post(address, b"[]") == 400
    assert await post(address, b" " * (1024 * 1024 + 1)) == 413
