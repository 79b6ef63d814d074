"""Databases for the candidates: found and made as the tests find and make theirs, but as careful as in production."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from storage import migrate
from tests import postgres
from tests.databases import kinds, sqlite_url

# The tests' server is careless with its data; whoever promises durability is measured with it.
CAREFUL = ("fsync=on", "synchronous_commit=on", "full_page_writes=on")


@dataclass
class Databases:
    """`kinds`: "sqlite", and "postgres" where it can be had. `fresh` and `empty` give addresses; all is gone at the end."""

    folder: Path
    server: postgres.Server | None
    _templates: dict[str, str] = field(default_factory=dict)

    @property
    def kinds(self) -> tuple[str, ...]:
        return ("sqlite",) if self.server is None else ("sqlite", "postgres")

    def fresh(self, kind: str) -> str:
        """Migrated, nobody in it."""
        if kind not in self._templates:
            self._templates[kind] = self.empty(kind)
            migrate.upgrade(self._templates[kind])
        if self.server is not None and kind == "postgres":
            return postgres.create(self.server.url, self._templates[kind])
        url = self.empty(kind)
        shutil.copyfile(_path(self._templates[kind]), _path(url))
        return url

    def empty(self, kind: str) -> str:
        if self.server is not None and kind == "postgres":
            return postgres.create(self.server.url)
        return sqlite_url(self.folder / f"{uuid4().hex}.db")

    def drop(self, url: str) -> None:
        if self.server is not None and url.startswith("postgresql"):
            postgres.drop(self.server.url, url)
        else:
            for left in self.folder.glob(f"{_path(url).name}*"):
                left.unlink()


def _path(url: str) -> Path:
    return Path(url.removeprefix("sqlite+aiosqlite:///"))


@contextmanager
def databases() -> Iterator[Databases]:
    server = postgres.start(*CAREFUL) if "postgres" in kinds() else None
    folder = Path(tempfile.mkdtemp(prefix="golmok-bench-"))
    try:
        yield Databases(folder, server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if server is not None:
            server.stop()
