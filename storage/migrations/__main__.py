"""Writes the next migration from the models: `python -m storage.migrations "Shops and their members"`. Read it before you keep it."""

import sys
import tempfile
from pathlib import Path

from alembic import command

from storage import migrate
from storage.engine import SQLITE


def write(message: str) -> None:
    migrate.know_every_table()
    number = f"{int(migrate.head() or 0) + 1:04}"
    with tempfile.TemporaryDirectory() as folder:
        url = f"{SQLITE}:///{Path(folder) / 'before.db'}"
        migrate.upgrade(url)
        with migrate.alone(url) as connection:
            command.revision(migrate.config(connection), message=message, autogenerate=True, rev_id=number)


if __name__ == "__main__":
    write(" ".join(sys.argv[1:]))
