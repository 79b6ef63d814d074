"""PostgreSQL: the bounded pool, and single direct connections for what must not go through a pool (elections, notifications)."""

from typing import Any

import orjson
import psycopg
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.tables import written

CONNECTIONS = 10
SESSION = {
    "timezone": "UTC",
    "lock_timeout": "20s",
    "idle_in_transaction_session_timeout": "60s",  # a frozen process must not hold its lanes for ever
}
LIVELY = {  # a peer that vanished without a word is noticed within about ten seconds
    "connect_timeout": 5,
    "keepalives": 1,
    "keepalives_idle": 4,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
    "application_name": "golmok",
}


def _connect_args() -> dict[str, Any]:
    return {**LIVELY, "options": " ".join(f"-c {name}={value}" for name, value in SESSION.items())}


def engine(url: URL, *, connections: int = CONNECTIONS) -> AsyncEngine:
    return create_async_engine(
        url,
        connect_args=_connect_args(),
        isolation_level="READ COMMITTED",
        pool_size=connections,
        max_overflow=0,
        pool_timeout=20,
        pool_pre_ping=True,
        pool_use_lifo=True,  # whoever was just used has its statements prepared; the rest are opened only by a crowd
        hide_parameters=True,  # an error may be logged; what people typed may not
        json_serializer=written,
        json_deserializer=orjson.loads,
    )


async def direct(url: URL) -> psycopg.AsyncConnection[tuple[Any, ...]]:
    """A connection of its own, in autocommit, that lives until it is closed or lost."""
    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    return await psycopg.AsyncConnection.connect(address, autocommit=True, **_connect_args())
