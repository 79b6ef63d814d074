"""What the office does by itself about announcements."""

from datetime import timedelta

from programme.quiet_hours import is_night
from services.announcement_progress import EVERY, TellProgress
from services.announcement_scheduling import BeginScheduled
from services.chores import chore, one_by_one
from services.office import Office
from storage import announcement_amended, announcement_ledger, announcements, hints


@chore(timedelta(seconds=30))
async def give_up_leases(office: Office) -> None:
    """Of senders that are gone: whom they had in hand is unknown, and everybody else goes on. Corrections are done again."""
    async with office.work() as work:
        await announcement_ledger.expire(work.connection, work.now)
        await announcement_ledger.withdraw_cancelled(work.connection, work.now)
        await announcement_amended.expire(work.connection, work.now)
        await announcement_amended.leave_stopped(work.connection, work.now)


@chore(timedelta(seconds=30))
async def begin_due_announcements(office: Office) -> None:
    async with office.store.reading() as connection:
        due = await announcements.due(connection, office.clock.now())
    await one_by_one(office, {f"announcement:{number}": BeginScheduled(announcement=number) for number in due})


@chore(timedelta(minutes=1))
async def go_on_in_the_morning(office: Office) -> None:
    """What rested by night. Ringing for one that is going out already does nothing."""
    if is_night(office.clock.now()):
        return
    async with office.work() as work:
        if await announcements.sending(work.connection):
            await hints.announcement_waiting(work.connection)


@chore(EVERY)
async def tell_how_far_announcements_are(office: Office) -> None:
    async with office.store.reading() as connection:
        followed = await announcements.to_be_told(connection, office.clock.now() - EVERY)
    await one_by_one(office, {f"announcement:{number}": TellProgress(announcement=number) for number in followed})
