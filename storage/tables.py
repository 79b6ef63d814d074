"""What every table shares: the metadata with named constraints, and time that cannot lose its zone."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar, cast

import orjson
import sqlalchemy
from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, MetaData, String
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

Statement = TypeVar("Statement")

# SQLite numbers rows by itself only in a column called INTEGER; PostgreSQL needs the wide one.
RowId = BigInteger().with_variant(Integer(), "sqlite")

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime: stored in UTC, read back in UTC on both databases. A naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone is not stored")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Table(DeclarativeBase):
    """Every table derives from this, so that migrations and models can be compared."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it off the class
        int: BigInteger(),
        str: String(),
        datetime: UtcDateTime(),
        dict[str, Any]: JSON(none_as_null=True),
    }


def table_of(model: type[Table]) -> sqlalchemy.Table:
    """The plain table of a model: hot statements are written over it, without the cost of objects."""
    return cast("sqlalchemy.Table", model.__table__)


def in_both(write: Callable[[Any], Statement]) -> dict[str, Statement]:
    """The same statement for either database, by dialect name: `write` gets the `insert` that knows ON CONFLICT there."""
    return {"sqlite": write(sqlite.insert), "postgresql": write(postgresql.insert)}


def written(value: Any) -> str:
    """JSON as text, the way both drivers want it."""
    return orjson.dumps(value).decode()
