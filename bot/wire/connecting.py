"""The first call to Telegram: who are we? Everything else follows from the answer."""

import asyncio
from contextlib import AsyncExitStack

import structlog
from telegram.error import InvalidToken, TelegramError
from telegram.ext import ApplicationBuilder, ExtBot

from bot.settings import Settings
from bot.wire.backend import AiohttpRequest
from bot.wire.backoff import backoff
from bot.wire.intake import TokenRevoked
from bot.wire.line import Line
from bot.wire.turns import Conversations, Receive, Routing

log = structlog.get_logger()


async def connect(settings: Settings, receive: Receive, stack: AsyncExitStack) -> tuple[Routing, Conversations, Line]:
    """The library's application with our one handler, and the line beside it. Closed by `stack`.

    Raises `TokenRevoked`; while Telegram is away it waits.
    """
    root, token = settings.bot_api_url, settings.token
    request = AiohttpRequest()
    bot: ExtBot[None] = ExtBot(
        token, base_url=f"{root}/bot", base_file_url=f"{root}/file/bot", request=request, get_updates_request=request
    )
    application = ApplicationBuilder().application_class(Routing).bot(bot).updater(None).build()
    stack.push_async_callback(application.shutdown)
    stack.push_async_callback(request.shutdown)
    await _introduced(application)
    conversations = Conversations(receive)
    application.add_handler(conversations)
    return application, conversations, Line(request, root, token)  # type: ignore[return-value]


async def _introduced(application: object) -> None:
    assert isinstance(application, Routing)
    failures = 0
    while True:
        try:
            await application.initialize()
        except InvalidToken:
            raise TokenRevoked from None  # the library's own text holds the token
        except TelegramError as error:
            log.warning("telegram_away_at_start", error=type(error).__name__)
            await asyncio.sleep(backoff(failures, longest=10))
            failures += 1
        else:
            return
