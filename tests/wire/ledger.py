"""The books after a fault: each update has one effect or one dead letter, each letter one final state."""

from collections import Counter

from sqlalchemy import text

from services.office import Office


async def effects(office: Office) -> list[str]:
    """What was heard, once for each time it took effect."""
    async with office.store.reading() as connection:
        return list((await connection.execute(text("SELECT \"on\" FROM audit WHERE outcome = 'heard' ORDER BY id"))).scalars())


async def letter_states(office: Office) -> Counter[str]:
    async with office.store.reading() as connection:
        return Counter((await connection.execute(text("SELECT state FROM letters"))).scalars())


async def arrival_states(office: Office) -> Counter[str]:
    async with office.store.reading() as connection:
        return Counter((await connection.execute(text("SELECT state FROM arrivals"))).scalars())


async def by_process(office: Office) -> Counter[str]:
    """How many steps each process did."""
    async with office.store.reading() as connection:
        return Counter((await connection.execute(text("SELECT why FROM audit WHERE outcome = 'heard'"))).scalars())
