"""aiogram: one handler, polling. `python -m benchmarks.peers.aiogram_echo ROOT`"""

import sys

from aiogram import Dispatcher
from aiogram.types import Message

from benchmarks.peers.turned import aiogram_bot


async def echo(message: Message) -> None:
    await message.answer(message.text or "")


def main(root: str) -> None:
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    dispatcher.run_polling(aiogram_bot(root))


if __name__ == "__main__":
    main(sys.argv[1])
