"""A tiny bot for the page's tests: it speaks the Bot API over HTTP as any bot would."""

import asyncio
import io
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientSession, FormData
from PIL import Image

Answer = Callable[["PageBot", dict[str, Any]], Awaitable[None]]


@dataclass
class PageBot:
    """`answers[data]` is what a press of that callback_data does, `replies[text]` what a message does; else text comes back as an echo."""

    http: ClientSession
    root: str
    answers: dict[str, Answer] = field(default_factory=dict)
    replies: dict[str, Answer] = field(default_factory=dict)
    inline: Answer | None = None  # what typing to it in any chat does
    heard: list[dict[str, Any]] = field(default_factory=list)

    async def calls(self, method: str, **params: Any) -> Any:
        async with self.http.post(f"{self.root}/{method}", json=params) as answer:
            body = await answer.json()
        assert body["ok"], (method, body)
        return body["result"]

    async def says(self, chat: int, text: str, *rows: list[dict[str, Any]], **params: Any) -> dict[str, Any]:
        keys = {"reply_markup": {"inline_keyboard": list(rows)}} if rows else {}
        sent: dict[str, Any] = await self.calls("sendMessage", chat_id=chat, text=text, **keys, **params)
        return sent

    async def uploads(self, method: str, kind: str, name: str, content: bytes, **params: str) -> Any:
        form = FormData(quote_fields=False)
        for key, value in params.items():
            form.add_field(key, value)
        form.add_field(kind, content, filename=name)
        async with self.http.post(f"{self.root}/{method}", data=form) as answer:
            body = await answer.json()
        assert body["ok"], (method, body)
        return body["result"]

    async def serves(self) -> None:
        offset = 0
        while True:
            for update in await self.calls("getUpdates", offset=offset, timeout=20):
                offset = update["update_id"] + 1
                self.heard.append(update)
                await self.takes(update)

    async def takes(self, update: dict[str, Any]) -> None:
        if press := update.get("callback_query"):
            await self.answers[press["data"]](self, press)
        elif (query := update.get("inline_query")) and self.inline is not None:
            await self.inline(self, query)
        elif message := update.get("message"):
            text = message.get("text", "")
            await self.replies.get(text, echo)(self, message)


async def echo(bot: PageBot, message: dict[str, Any]) -> None:
    if "text" in message and "via_bot" not in message:
        topic = {"message_thread_id": message["message_thread_id"]} if "message_thread_id" in message else {}
        await bot.says(message["chat"]["id"], f"메아리: {message['text']}", **topic)


@asynccontextmanager
async def page_bot(url: str, token: str) -> AsyncIterator[PageBot]:
    async with ClientSession() as http:
        bot = PageBot(http, f"{url}/bot{token}")
        running = asyncio.create_task(bot.serves())
        try:
            yield bot
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running


def key(text: str, data: str) -> dict[str, str]:
    return {"text": text, "callback_data": data}


def picture(colour: str = "teal") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (640, 360), colour).save(out, "PNG")
    return out.getvalue()


def spelt(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
