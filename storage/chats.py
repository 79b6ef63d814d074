"""A group that became a supergroup has a new id: it changes everywhere in one transaction."""

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import card_copies, groups, inquiries
from storage.arrivals import ArrivalRecord
from storage.letters import LetterRecord
from storage.tables import table_of


async def move(connection: AsyncConnection, old: int, new: int) -> bool:
    """What waits for the old group goes to the new one, what came from it stays in order with what comes, and what is known
    of it stays known. Whether anything was; a second time changes nothing.
    """
    letters, arrivals = table_of(LetterRecord), table_of(ArrivalRecord)
    await connection.execute(update(letters).where(letters.c.chat == old).values(chat=new))
    await connection.execute(update(arrivals).where(arrivals.c.lane == old, arrivals.c.state == "waiting").values(lane=new))
    await card_copies.move(connection, old, new)
    await inquiries.move_topics(connection, old, new)
    return await groups.move(connection, old, new)
