"""How others tell many: `python -m benchmarks.peers.broadcasts ROOT WAY PEOPLE`. Nothing is remembered of what became of each message."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from time import monotonic, process_time

import aiohttp
import orjson
import uvloop
from aiogram.exceptions import TelegramRetryAfter
from telegram import Bot
from telegram.error import RetryAfter
from telegram.request import HTTPXRequest

from benchmarks.credentials import TOKEN
from benchmarks.peers.turned import aiogram_bot
from benchmarks.people import FIRST_LISTENER
from bot.wire.gate import seconds_of

TEXT = "사무국이 이사했어요. 새 주소는 서울시 마포구입니다."
AT_ONCE = 100
Send = Callable[[int], Awaitable[object]]


async def by_ptb(root: str, people: range) -> None:
    """python-telegram-bot in a loop, as its own example does."""
    async with Bot(TOKEN, base_url=f"{root}/bot", request=HTTPXRequest(connection_pool_size=8)) as bot:
        for person in people:
            await bot.send_message(person, TEXT)


async def by_aiogram(root: str, people: range) -> None:
    async with aiogram_bot(root) as bot:
        await many(lambda person: bot.send_message(person, TEXT), people)


async def by_aiohttp(root: str, people: range) -> None:
    """No library for bots at all."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=AT_ONCE)) as session:

        async def send(person: int) -> None:
            async with session.post(f"{root}/bot{TOKEN}/sendMessage", json={"chat_id": person, "text": TEXT}) as answer:
                orjson.loads(await answer.read())

        await many(send, people)


async def many(send: Send, people: range) -> None:
    """A hundred at once."""
    left = iter(people)

    async def worker() -> None:
        for person in left:
            await send(person)

    await asyncio.gather(*(worker() for _ in range(AT_ONCE)))


async def by_ptb_told_to_wait(root: str, people: range) -> None:
    """As fast as it goes, until Telegram says how long to wait."""
    async with Bot(TOKEN, base_url=f"{root}/bot", request=HTTPXRequest(connection_pool_size=8)) as bot:
        for person in people:
            while True:
                try:
                    await bot.send_message(person, TEXT)
                    break
                except RetryAfter as flood:
                    await asyncio.sleep(seconds_of(flood))


async def by_aiogram_gently(root: str, people: range) -> None:
    """As its users are told to: twenty a second, and waiting when told to."""
    async with aiogram_bot(root) as bot:
        for person in people:
            while True:
                try:
                    await bot.send_message(person, TEXT)
                    break
                except TelegramRetryAfter as flood:
                    await asyncio.sleep(flood.retry_after)
            await asyncio.sleep(0.05)


WAYS = {
    "ptb": by_ptb,
    "aiogram": by_aiogram,
    "aiohttp": by_aiohttp,
    "ptb told to wait": by_ptb_told_to_wait,
    "aiogram gently": by_aiogram_gently,
}


async def main(root: str, way: str, people: int) -> None:
    began, cpu = monotonic(), process_time()
    await WAYS[way](root, range(FIRST_LISTENER, FIRST_LISTENER + people))
    sys.stdout.write(orjson.dumps({"seconds": monotonic() - began, "cpu": process_time() - cpu}).decode() + "\n")


if __name__ == "__main__":
    uvloop.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
