"""python-telegram-bot as it comes: one handler, polling. `python -m benchmarks.peers.ptb_echo ROOT [AT_ONCE]`"""

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from benchmarks.credentials import TOKEN


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:  # noqa: ARG001 - the library's signature
    assert update.message is not None
    await update.message.reply_text(update.message.text or "")


def main(root: str, at_once: int = 0) -> None:
    builder = Application.builder().token(TOKEN).base_url(f"{root}/bot")
    if at_once:
        builder = builder.concurrent_updates(at_once).connection_pool_size(at_once).pool_timeout(30)
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling(allowed_updates=["message"])


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
