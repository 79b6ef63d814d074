"""`golmok dead …`: messages that failed too often."""

from collections.abc import Sequence

from services.office import Office
from storage.arrivals import dead, replay_dead


async def listed(office: Office) -> list[str]:
    async with office.store.reading() as connection:
        found = await dead(connection)
    if not found:
        return ["Nothing was put aside."]
    return [f"{one.id}  update {one.update_id}  {one.received_at:%Y-%m-%d %H:%M:%S} UTC  {one.tries} tries  {one.reason}" for one in found]


async def replayed(office: Office, ids: Sequence[int]) -> int:
    async with office.store.transaction() as connection:
        return await replay_dead(connection, ids or None)
