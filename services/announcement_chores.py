"""What the office does by itself about announcements."""

from datetime import timedelta

from services.chores import chore
from services.office import Office
from storage import announcement_ledger


@chore(timedelta(seconds=30))
async def give_up_leases(office: Office) -> None:
    """Of senders that are gone: whom they had in hand is unknown, and everybody else goes on."""
    async with office.work() as work:
        await announcement_ledger.expire(work.connection, work.now)
