"""A copy of a database that is in use. A plain copy of the file may be corrupt; this one is whole."""

import asyncio
from contextlib import closing
from pathlib import Path

from storage import sqlite
from storage.engine import Store, StoreUnavailable


class CannotCopy(ValueError):
    """The sentence says what to do instead."""


async def copy(store: Store, path: Path) -> None:
    """Writes one compact file, while everybody goes on working. Raises CannotCopy."""
    if not store.is_sqlite:
        raise CannotCopy("PostgreSQL is copied with its own tool: pg_dump --format=custom --file=backup.dump <database>.")
    await asyncio.to_thread(_vacuum_into, str(store.url.database), path)


def _vacuum_into(database: str, path: Path) -> None:
    if path.exists():
        raise CannotCopy(f"{path} is already there; a backup never overwrites.")
    library = sqlite.library()
    with closing(sqlite.connector(database)()) as connection:
        try:
            connection.execute("VACUUM INTO ?", (str(path),))
        except library.OperationalError as error:
            path.unlink(missing_ok=True)
            raise StoreUnavailable(f"The copy could not be written: {error}") from error
