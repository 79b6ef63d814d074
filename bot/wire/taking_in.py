"""Which way updates come in: the webhook where one is set, long polling otherwise."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from typing import Any

import structlog
from telegram.error import TelegramError

from bot.settings import Settings
from bot.wire.health import Health
from bot.wire.intake import Poller
from bot.wire.line import Line
from bot.wire.webhook import Webhook
from services.office import Office

log = structlog.get_logger()
LOOK_AGAIN = 60.0  # seconds between two looks whether Telegram still posts here
TakeIn = Callable[[], Coroutine[Any, Any, None]]


async def opened(settings: Settings, office: Office, health: Health, line: Line, stack: AsyncExitStack) -> TakeIn:
    """What the leader does from now on. A webhook listens in every process at once; OSError when its port is taken."""
    if settings.webhook_url is None or settings.webhook_secret is None:
        return _polling(Poller(line, office, health, settings.poll_seconds), line)
    secret = settings.webhook_secret.get_secret_value()
    webhook = Webhook(office=office, health=health, url=settings.webhook_url, secret=secret, port=settings.webhook_port)
    await webhook.open()
    stack.push_async_callback(webhook.close)
    return _hooked(webhook, line)


def _polling(poller: Poller, line: Line) -> TakeIn:
    async def take_in() -> None:
        await _without_webhook(line)
        await poller.run()

    return take_in


def _hooked(webhook: Webhook, line: Line) -> TakeIn:
    async def take_in() -> None:
        while True:
            await webhook.announce(line)
            while await webhook.is_set(line):  # noqa: ASYNC110 - Telegram tells nobody when it is taken away
                await asyncio.sleep(LOOK_AGAIN)

    return take_in


async def _without_webhook(line: Line) -> None:
    """Telegram refuses getUpdates while a webhook is set."""
    try:
        await line.call("deleteWebhook", {"drop_pending_updates": False})
    except TelegramError as error:
        log.warning("webhook_not_removed", error=type(error).__name__)
