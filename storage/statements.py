"""Statements already put into SQL: once for a process, not once for every engine (SQLite has two, and tests open hundreds)."""

from typing import Any

from sqlalchemy.util import LRUCache

MOST = 1_000  # statements of a kind of database; the least used make room


class Statements(LRUCache[tuple[Any, ...], Any]):
    """SQLAlchemy's keys begin with the dialect of one engine; those of one kind of database write the same SQL."""

    __slots__ = ()

    def get(self, key: tuple[Any, ...], default: Any = None) -> Any:
        return super().get(key[1:], default)

    def __setitem__(self, key: tuple[Any, ...], value: Any) -> None:
        super().__setitem__(key[1:], value)


_known: dict[str, Statements] = {}


def option(drivername: str) -> dict[str, Statements]:
    """What an engine of this kind is told."""
    return {"compiled_cache": _known.setdefault(drivername, Statements(MOST))}
