"""What operators see: logs without secrets or words, figures, and whether the bot is alive."""

import io
import json
import logging
from collections.abc import Iterator

import aiohttp
import pytest
import structlog

from bot.observability.errors import without_words
from bot.observability.logs import HIDDEN, set_up_logs
from bot.observability.metrics import Metrics
from bot.observability.window import Window
from bot.wire.application import Golmok
from bot.wire.health import STALE_SECONDS, Health
from tests.wire.conftest import Town

TOKEN = "123456789:AAEhBP0av18XmSYhTPWnmBxk6MwzdYGUjDE"


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    out = io.StringIO()
    set_up_logs(level="INFO", as_json=True, secrets=["s3cret-of-the-webhook"], stream=out)
    yield out
    root.handlers[:] = before
    root.setLevel(level)
    structlog.reset_defaults()


def test_no_library_can_log_the_token(logged: io.StringIO) -> None:
    logging.getLogger("some.library").info('HTTP Request: POST https://api.telegram.org/bot%s/getMe "200"', TOKEN)
    structlog.get_logger().warning("asked", url=f"https://api.telegram.org/bot{TOKEN}/getMe", secret="s3cret-of-the-webhook")
    written = logged.getvalue()
    assert TOKEN not in written
    assert "s3cret" not in written
    assert written.count(HIDDEN) == 3


def test_an_exception_is_told_by_kind_and_place_and_not_by_its_words(logged: io.StringIO) -> None:
    try:
        int("홍길동 010-1234-5678")
    except ValueError:
        logging.getLogger("some.library").exception("it failed")
        structlog.get_logger().exception("it failed")
    written = logged.getvalue()
    assert "홍길동" not in json.dumps([json.loads(line) for line in written.splitlines()], ensure_ascii=False)
    assert written.count("ValueError at test_observability.py") == 2


def test_sentry_gets_no_word_either() -> None:
    event = {"exception": {"values": [{"type": "ValueError", "value": "홍길동"}]}, "extra": {"text": "홍길동"}, "user": {"id": 1}}
    assert "홍길동" not in repr(without_words(event, {}))
    assert "user" not in without_words(event, {})


class Watch:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_process_is_ill_when_it_stops_polling_or_working() -> None:
    watch = Watch()
    health = Health(clock=watch, polls=True)
    assert len(health.complaints()) == 2
    health.polled()
    health.worked()
    assert health.complaints() == []
    watch.now = STALE_SECONDS + 1
    health.worked()
    assert health.complaints() == ["no successful getUpdates for too long"]
    health.polls = False  # another process polls
    assert health.complaints() == []


async def test_the_window_shows_health_and_figures(town: Town, golmok: Golmok) -> None:
    town.emulator.person("김수제").sends("hello")
    await town.settles()
    async with (
        Window(golmok.health, Metrics(town.office, golmok.health), 0) as window,
        aiohttp.ClientSession(f"http://127.0.0.1:{window.port}") as session,
    ):
        async with session.get("/healthz") as answer:
            assert (answer.status, (await answer.json())["ok"]) == (200, True)
        async with session.get("/metrics") as answer:
            figures = await answer.text()
        golmok.health.worked_at = None
        async with session.get("/healthz") as answer:
            assert answer.status == 503
    assert "golmok_arrivals_waiting 0.0" in figures
    assert "golmok_oldest_letter_seconds 0.0" in figures
    assert "김수제" not in figures


async def test_a_reaction_is_measured(town: Town, golmok: Golmok) -> None:
    metrics = Metrics(town.office, golmok.health)
    town.emulator.person("김수제").sends("hello")
    await town.settles()
    assert b"golmok_reaction_seconds_count 1.0" in await metrics.text()
