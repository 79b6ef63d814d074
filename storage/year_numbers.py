"""The sessions of a year: what was granted and what is used, in one statement, since it is asked under the locks of a booking."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.session_grants import granted_query
from storage.sessions import used_query


async def of_year(
    connection: AsyncConnection, *, consortium: int | None, person: int, calling: str, year: int, but: int | None = None
) -> tuple[int, int]:
    """How many were granted beyond the house's number, and how many are used: by the consortium or, where that is more, by the person."""
    granted = granted_query(consortium=consortium, person=person, calling=calling, year=year)
    used = [used_query(calling=calling, year=year, consortium=whose, person=person, but=but) for whose in {consortium, None}]
    found = (await connection.execute(select(granted.scalar_subquery(), *(one.scalar_subquery() for one in used)))).one()
    return int(found[0]), max(int(count) for count in found[1:])
