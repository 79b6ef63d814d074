import asyncio
from datetime import UTC, datetime, timedelta, timezone
from uuid import uuid4

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import StatementError
from sqlalchemy.sql.compiler import SQLCompiler

from storage import backup, sqlite
from storage.arrivals import ArrivalRecord, NewArrival, store_all
from storage.engine import BadDatabaseUrl, Store, StoreUnavailable
from storage.seals import Seal
from tests import databases
from tests.conftest import SECRET


async def count(store: Store) -> int:
    async with store.reading() as connection:
        return int(await connection.scalar(select(func.count()).select_from(ArrivalRecord)) or 0)


async def keep(store: Store, now: datetime, *numbers: int) -> None:
    async with store.transaction() as connection:
        await store_all(connection, [NewArrival(update_id=number, lane=1, body=b"{}") for number in numbers], now)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "cannot be read"),
        ("golmok.db", "cannot be read"),
        ("mysql://root:secret@host/name", "begins with mysql"),
        ("sqlite:///golmok.db", "begins with sqlite"),
        ("sqlite+aiosqlite://", "names no file"),
        ("sqlite+aiosqlite:///:memory:", "names no file"),
        ("postgresql+psycopg://host:notaport/name", "cannot be read"),
        ("postgresql+psycopg://user:secret@host", "names no database"),
        ("sqlite+aiosqlite:////dev/null/golmok.db", "cannot be made"),
    ],
)
async def test_a_wrong_address_is_refused_with_a_sentence_and_without_the_password(url, says):
    with pytest.raises(BadDatabaseUrl, match=says) as refused:
        await Store.open(url)
    assert "secret" not in str(refused.value)


async def test_a_file_that_is_no_database_is_refused_with_a_sentence(tmp_path):
    path = tmp_path / "letter.db"
    path.write_bytes(b"Dear office, this is a letter and not a database. " * 100)
    with pytest.raises(BadDatabaseUrl, match="not an SQLite database"):
        await Store.open(databases.sqlite_url(path))


async def test_a_server_that_is_away_is_said_to_be_away(tmp_path):
    with pytest.raises(StoreUnavailable, match="cannot be reached"):
        await Store.open(f"postgresql+psycopg://golmok:secret@/golmok?host={tmp_path}")


async def test_the_folder_of_a_new_database_is_made(tmp_path):
    async with await Store.open(databases.sqlite_url(tmp_path / "var" / "new" / "golmok.db")) as store:
        assert store.is_sqlite


async def test_what_was_committed_is_seen_by_readers_and_what_was_not_is_not(store, clock):
    async with store.transaction() as connection:
        await store_all(connection, [NewArrival(update_id=1, lane=1, body=b"{}")], clock.now())
        assert await count(store) == 0
    assert await count(store) == 1


async def test_a_statement_is_put_into_sql_once_for_a_kind_of_database(database_url, monkeypatch):
    compiled: list[object] = []
    written = SQLCompiler.__init__

    def noted(self, dialect, statement, *args, **more):
        compiled.append(statement)
        written(self, dialect, statement, *args, **more)

    monkeypatch.setattr(SQLCompiler, "__init__", noted)
    asked = select(func.count().label(f"asked_{uuid4().hex}")).select_from(ArrivalRecord)
    for _ in range(2):
        async with await Store.open(database_url, seal=Seal(SECRET)) as store, store.reading() as connection:
            assert await connection.scalar(asked) == 0
    assert compiled.count(asked) == 1


async def test_an_exception_undoes_the_transaction(store, clock):
    with pytest.raises(ZeroDivisionError):
        async with store.transaction() as connection:
            await store_all(connection, [NewArrival(update_id=1, lane=1, body=b"{}")], clock.now())
            raise ZeroDivisionError
    assert await count(store) == 0


async def test_a_cancelled_transaction_leaves_nothing_and_blocks_nobody(store, clock):
    begun = asyncio.Event()

    async def never_ends():
        async with store.transaction() as connection:
            await store_all(connection, [NewArrival(update_id=1, lane=1, body=b"{}")], clock.now())
            begun.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(never_ends())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await keep(store, clock.now(), 2)
    assert await count(store) == 1


async def test_many_writers_at_once_all_get_their_turn(store, clock):
    await asyncio.gather(*(keep(store, clock.now(), number) for number in range(100)))
    assert await count(store) == 100


async def test_read_then_write_loses_nothing_on_sqlite(tmp_path, migrated_sqlite):
    """The twin with a deferred BEGIN shows what the immediate one is for."""
    async with await Store.open(databases.fresh_sqlite(tmp_path, migrated_sqlite)) as store:
        other = await Store.open(str(store.url))

        async def add_one(where: Store) -> None:
            async with where.transaction() as connection:
                seen = await connection.scalar(text("SELECT next_at FROM gates"))
                await connection.execute(text("UPDATE gates SET next_at = :more"), {"more": seen + 1})

        async with store.transaction() as connection:
            await connection.execute(text("INSERT INTO gates (name, next_at, paused_until) VALUES ('tally', 0, 0)"))
        await asyncio.gather(*(add_one(where) for where in (store, other) for _ in range(30)))
        async with store.reading() as connection:
            assert await connection.scalar(text("SELECT next_at FROM gates")) == 60
        await other.close()


def test_without_the_immediate_begin_a_second_writer_is_refused(tmp_path, migrated_sqlite):
    path = str(tmp_path / "golmok.db")
    databases.fresh_sqlite(tmp_path, migrated_sqlite)
    one, two = sqlite.connector(path)(), sqlite.connector(path)()
    for connection in (one, two):
        connection.execute("BEGIN")
        connection.execute("SELECT * FROM gates").fetchall()
    one.execute("INSERT INTO gates (name, next_at, paused_until) VALUES ('a', 0, 0)")
    one.execute("COMMIT")
    with pytest.raises(sqlite.library().OperationalError, match="locked"):
        two.execute("INSERT INTO gates (name, next_at, paused_until) VALUES ('b', 0, 0)")
    one.close()
    two.close()


async def test_sqlite_syncs_every_commit_and_minds_foreign_keys(tmp_path, migrated_sqlite):
    async with await Store.open(databases.fresh_sqlite(tmp_path, migrated_sqlite)) as store:
        async with store.transaction() as connection:
            asked = [await connection.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "foreign_keys")]
        assert asked == ["wal", 2, 1]
        version = await store.engine_version()
        assert version.name == "SQLite"
        assert bool(version.warning) is (sqlite.library().sqlite_version_info < sqlite.SOUND)


async def test_an_old_sqlite_is_reported_to_the_operator(tmp_path, migrated_sqlite, monkeypatch):
    monkeypatch.setattr(sqlite, "SOUND", (99, 0, 0))
    async with await Store.open(databases.fresh_sqlite(tmp_path, migrated_sqlite)) as store:
        assert "older than 99.0.0" in (await store.engine_version()).warning


async def test_a_database_that_stays_locked_is_an_outage_not_a_bug(tmp_path, migrated_sqlite, clock, monkeypatch):
    monkeypatch.setattr(sqlite, "PATIENCE_MS", 1)
    url = databases.fresh_sqlite(tmp_path, migrated_sqlite)
    async with await Store.open(url) as store, await Store.open(url) as other:
        async with other.transaction():
            with pytest.raises(StoreUnavailable, match="locked"):
                await keep(store, clock.now(), 1)
        await keep(store, clock.now(), 1)
        assert await count(store) == 1


async def test_a_time_comes_back_in_utc_and_a_naive_one_is_refused(store):
    seoul = datetime(2026, 3, 2, 9, 30, 0, 123456, tzinfo=timezone(timedelta(hours=9)))
    await keep(store, seoul, 1)
    async with store.reading() as connection:
        kept = await connection.scalar(select(ArrivalRecord.received_at))
    assert kept == seoul
    assert kept.tzinfo is UTC
    with pytest.raises(StatementError, match="without a zone"):
        await keep(store, datetime(2026, 3, 2), 2)  # noqa: DTZ001 - the mistake itself


async def test_a_backup_under_load_is_whole(tmp_path, migrated_sqlite, clock):
    async with await Store.open(databases.fresh_sqlite(tmp_path, migrated_sqlite)) as store:
        await keep(store, clock.now(), *range(1000))
        copy = tmp_path / "copy.db"
        await asyncio.gather(backup.copy(store, copy), *(keep(store, clock.now(), number) for number in range(2000, 2050)))
        with pytest.raises(backup.CannotCopy, match="already there"):
            await backup.copy(store, copy)
    async with await Store.open(databases.sqlite_url(copy)) as copied:
        assert 1000 <= await count(copied) <= 1050
        async with copied.reading() as connection:
            assert await connection.scalar(text("PRAGMA integrity_check")) == "ok"


async def test_a_backup_of_postgresql_names_the_right_tool(store, tmp_path):
    if store.is_sqlite:
        await backup.copy(store, tmp_path / "copy.db")
    else:
        with pytest.raises(backup.CannotCopy, match="pg_dump"):
            await backup.copy(store, tmp_path / "copy.db")


async def test_an_error_does_not_repeat_what_was_typed(store, clock):
    with pytest.raises(Exception, match=r"no such|not exist") as refused:
        async with store.transaction() as connection:
            await connection.execute(text("SELECT * FROM nowhere WHERE name = :name"), {"name": "Kim Chulsoo"})
    assert "Kim Chulsoo" not in str(refused.value)


async def test_a_full_disk_acknowledges_nothing_and_work_goes_on_when_there_is_room(tmp_path, migrated_sqlite, clock):
    async with await Store.open(databases.fresh_sqlite(tmp_path, migrated_sqlite)) as store:
        await keep(store, clock.now(), 1)
        async with store.transaction() as connection:
            used = await connection.scalar(text("PRAGMA page_count"))
            await connection.execute(text(f"PRAGMA max_page_count = {used}"))
        with pytest.raises(StoreUnavailable, match="full"):
            await keep(store, clock.now(), *range(1000, 9000))
        assert await count(store) == 1
        async with store.transaction() as connection:
            await connection.execute(text("PRAGMA max_page_count = 1000000"))
        await keep(store, clock.now(), *range(1000, 9000))
        assert await count(store) == 8001
        async with store.reading() as connection:
            assert await connection.scalar(text("PRAGMA integrity_check")) == "ok"
