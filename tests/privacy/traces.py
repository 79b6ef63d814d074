"""Looking through the whole database, with every seal broken, for what should not be there any more."""

import re

from sqlalchemy import text

from storage.engine import Store
from storage.seals import Seal
from tests.conftest import SECRET

TABLES = {
    True: "SELECT name FROM sqlite_master WHERE type = 'table'",
    False: "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
}
_SEALED = re.compile(r"gAAAA[\w-]+={0,2}")


async def as_it_lies(store: Store) -> dict[str, str]:
    """Every value of every table as text, with its seals."""
    async with store.reading() as connection:
        tables = [row.name for row in await connection.execute(text(TABLES[store.is_sqlite]))]
        rows = {table: (await connection.execute(text(f'SELECT * FROM "{table}"'))).all() for table in tables}
    return {table: "\n".join(str(tuple(row)) for row in found) for table, found in rows.items()}


async def by_table(store: Store) -> dict[str, str]:
    """The same with every seal opened."""
    return {table: opened(stored) for table, stored in (await as_it_lies(store)).items()}


async def everything_stored(store: Store) -> str:
    return "\n".join((await by_table(store)).values())


async def tables_with(store: Store, trace: str) -> set[str]:
    return {table for table, stored in (await by_table(store)).items() if trace in stored}


def opened(stored: str) -> str:
    seal = Seal(SECRET)
    return _SEALED.sub(lambda found: seal.opened(found.group()), stored)
