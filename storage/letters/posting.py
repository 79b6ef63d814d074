"""Letters written down, replaced, taken back, and forgotten."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, literal_column, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.letters.record import KEYED, OPEN, LetterRecord, NewLetter, State
from storage.letters.sealing import put_away
from storage.tables import in_both, table_of

_table = table_of(LetterRecord)
_occasion = _table.c.key == bindparam("occasion")
_waiting = _table.c.state == literal_column("'waiting'")
_POST = insert(_table).returning(_table.c.id, sort_by_parameter_order=True)
_POST_NUMBERED = insert(_table)
_LAST = select(func.coalesce(func.max(_table.c.id), 0))
_REPLACED = ("kind", "body", "due", "priority", "ready_at", "posted_at")
_POST_KEYED = in_both(
    lambda insert_: (
        (statement := insert_(_table))
        .on_conflict_do_update(
            index_elements=["key", "chat"], index_where=KEYED, set_={name: statement.excluded[name] for name in _REPLACED}
        )
        .returning(_table.c.id, _table.c.key, _table.c.chat)
    )
)
_withdrawn: dict[str, Any] = {"state": State.WITHDRAWN, "settled_at": bindparam("at"), "body": None}
_WITHDRAW = update(_table).where(_occasion, OPEN).values(_withdrawn)
_WITHDRAW_FROM_ONE = _WITHDRAW.where(_table.c.chat == bindparam("to"))
_OVERTAKE = update(_table).where(OPEN, _occasion, _table.c.chat == bindparam("to"), _waiting, _table.c.put_off == 1).values(_withdrawn)


def _row(connection: AsyncConnection, letter: NewLetter, now: datetime) -> dict[str, Any]:
    leased = letter.leased_until is not None
    return {
        "chat": letter.to,
        "kind": letter.kind,
        "body": put_away(connection, letter.body),
        "due": letter.due,
        "priority": int(letter.priority),
        "key": letter.key,
        "state": State.LEASED if leased else State.WAITING,
        "ready_at": letter.leased_until or letter.due,
        "put_off": 0,
        "tries": 0,
        "leased_at": now if leased else None,
        "posted_at": now,
    }


async def post(connection: AsyncConnection, letters: Sequence[NewLetter], now: datetime) -> list[int]:
    """Their ids, in their order. A letter waiting under the same key for the same chat is replaced and keeps its id."""
    plain = [letter for letter in letters if letter.key is None]
    keyed = {(letter.key, letter.to): letter for letter in letters if letter.key is not None}
    ids = iter(await _post_plain(connection, plain, now))
    ids_of_keys = await _post_keyed(connection, keyed, now)
    return [next(ids) if letter.key is None else ids_of_keys[letter.key, letter.to] for letter in letters]


async def _post_plain(connection: AsyncConnection, letters: Sequence[NewLetter], now: datetime) -> Sequence[int]:
    if not letters:
        return []
    rows = [_row(connection, letter, now) for letter in letters]
    if connection.dialect.name == "postgresql" or len(rows) == 1:
        return [row.id for row in await connection.execute(_POST, rows)]
    # SQLite would insert row by row to return ids in order; its one writer can number them beforehand.
    first = int(await connection.scalar(_LAST) or 0) + 1
    await connection.execute(_POST_NUMBERED, [row | {"id": first + place} for place, row in enumerate(rows)])
    return range(first, first + len(rows))


async def _post_keyed(
    connection: AsyncConnection, letters: Mapping[tuple[str, int], NewLetter], now: datetime
) -> dict[tuple[str, int], int]:
    if not letters:
        return {}
    # One that was tried and put off is overtaken by the new wording; one being sent just now gives way when it comes back.
    await connection.execute(_OVERTAKE, [{"occasion": key, "to": to, "at": now} for key, to in letters])
    rows = [_row(connection, letter, now) for _, letter in sorted(letters.items(), key=itemgetter(0))]
    posted = await connection.execute(_POST_KEYED[connection.dialect.name], rows)
    return {(row.key, row.chat): row.id for row in posted}


async def withdraw(connection: AsyncConnection, key: str, now: datetime, *, to: int | None = None) -> int:
    """Takes back every letter under this key (`to`: to this chat alone) that is not yet sent; how many.

    One being sent just now may still arrive.
    """
    if to is None:
        return (await connection.execute(_WITHDRAW, {"occasion": key, "at": now})).rowcount
    return (await connection.execute(_WITHDRAW_FROM_ONE, {"occasion": key, "at": now, "to": to})).rowcount


_STILL = _occasion & _waiting & (_table.c.put_off == 0)
_MOVE = update(_table).where(_STILL).values({"due": bindparam("at"), "ready_at": bindparam("at")})
_TO_WHOM = select(_table.c.chat).where(_STILL)
_WITHDRAW_TRIED = _WITHDRAW.where(~(_waiting & (_table.c.put_off == 0)))


async def move(connection: AsyncConnection, key: str, due: datetime, now: datetime) -> set[int]:
    """Those that wait under this key go at that time instead, whoever gets them: two statements for thousands. To which chats.

    One that is being sent, or was tried, is taken back.
    """
    await connection.execute(_WITHDRAW_TRIED, {"occasion": key, "at": now})
    await connection.execute(_MOVE, {"occasion": key, "at": due})
    return set(await connection.scalars(_TO_WHOM, {"occasion": key}))


async def withdraw_from(connection: AsyncConnection, key: str, chats: Sequence[int], now: datetime) -> None:
    """As `withdraw`, from all of these at a stroke."""
    if chats:
        await connection.execute(_WITHDRAW.where(_table.c.chat.in_(chats)), {"occasion": key, "at": now})


_FORGET = delete(_table).where(
    _table.c.settled_at < bindparam("before"), _table.c.state.in_((State.DELIVERED, State.BLOCKED, State.WITHDRAWN, State.GIVEN_UP))
)


async def forget(connection: AsyncConnection, before: datetime) -> int:
    """Drops letters that came to their end before that time; the unknown ones stay for the coordinator."""
    return (await connection.execute(_FORGET, {"before": before})).rowcount
