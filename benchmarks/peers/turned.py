"""What all peers share: a token for the fake server, and aiogram turned to it."""

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

TOKEN = "100000000:benchmark"


def aiogram_bot(root: str) -> Bot:
    return Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(root)))
