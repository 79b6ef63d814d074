"""The body of a letter lies sealed while it waits: it may hold an agreement, a contact, or what somebody typed.

A store without a key keeps nothing personal (`seals.of` says no), so there the bodies lie open.
"""

from typing import Any

import orjson
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import seals

_SEALED = "sealed"

Body = dict[str, Any]


def put_away(connection: AsyncConnection, body: Body) -> Body:
    seal = seals.known(connection)
    return body if seal is None else {_SEALED: seal.sealed(orjson.dumps(body).decode())}


def taken_out(connection: AsyncConnection, kept: Body) -> Body:
    """One written before bodies were sealed passes as it is. Raises BrokenSeal, NoSeal."""
    return orjson.loads(seals.of(connection).opened(kept[_SEALED])) if kept.keys() == {_SEALED} else kept
