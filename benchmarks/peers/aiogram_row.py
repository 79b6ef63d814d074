"""aiogram and one ORM row: read, changed and committed at every step, as most bots do. `… ROOT DATABASE_URL`

It answers messages, and taps as a well-behaved bot does: the callback is answered and the message edited in place. So it can be
measured both as the simple peer (one call a step) and tap for tap beside Golmok (two calls a step).
"""

import sys
from typing import Any

from aiogram import Dispatcher
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from sqlalchemy import BigInteger, event
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from benchmarks.peers.turned import aiogram_bot

KEYS = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=f"Answer {n}", callback_data=f"a:bench:{n}")] for n in range(4)])


class Rows(DeclarativeBase):
    pass


class Visitor(Rows):
    __tablename__ = "visitors"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    steps: Mapped[int] = mapped_column(default=0)
    said: Mapped[str] = mapped_column(default="")


class Visits:
    def __init__(self, url: str) -> None:
        sqlite = url.startswith("sqlite")
        # With SQLAlchemy's usual pool SQLite loses writes ("database is locked"); one connection loses none, and is faster.
        self.engine = create_async_engine(url, pool_size=1 if sqlite else 10, max_overflow=0, pool_timeout=60)
        if sqlite:
            event.listen(self.engine.sync_engine, "connect", _durable)
        self._session = async_sessionmaker(self.engine, class_=AsyncSession, expire_on_commit=False)

    async def prepare(self) -> None:
        async with self.engine.begin() as connection:
            await connection.run_sync(Rows.metadata.create_all)

    async def step(self, person: int, said: str) -> int:
        async with self._session() as session, session.begin():
            visitor = await session.get(Visitor, person)
            if visitor is None:
                visitor = Visitor(id=person, steps=0)
                session.add(visitor)
            visitor.steps += 1
            visitor.said = said
            return visitor.steps

    async def message(self, message: Message) -> None:
        assert message.from_user is not None
        step = await self.step(message.from_user.id, message.text or "")
        await message.answer(f"Step {step}", reply_markup=KEYS if message.text == "/start" else None)

    async def tap(self, query: CallbackQuery) -> None:
        step = await self.step(query.from_user.id, query.data or "")
        await query.answer()
        assert isinstance(query.message, Message)
        await query.message.edit_text(f"Step {step}", reply_markup=KEYS)


def _durable(connection: Any, _record: Any) -> None:
    """The promise Golmok gives: a commit is on the disk."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.close()


def main(root: str, url: str) -> None:
    visits = Visits(url)
    dispatcher = Dispatcher()
    dispatcher.startup.register(visits.prepare)
    dispatcher.message.register(visits.message)
    dispatcher.callback_query.register(visits.tap)
    dispatcher.run_polling(aiogram_bot(root))


if __name__ == "__main__":
    main(*sys.argv[1:3])
