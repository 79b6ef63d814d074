"""Every night the ledgers of announcements are gone over: whoever was to get one stands there once, with an end."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from programme.announcement_parts import begins
from programme.announcements import OVER, Off, Outcome, what_is_off
from programme.rights import Role
from programme.seoul import from_seoul, seoul_time
from services.announcement_deeds import note
from services.chores import chore, one_by_one
from services.letters import Letter, letter
from services.office import Office
from storage import announcement_amended, announcement_ledger, announcements, roles
from storage.announcements import Announcement
from storage.work import Work

log = structlog.get_logger()
AT_NIGHT = 3  # o'clock in Seoul
STALE = timedelta(minutes=10)  # a lease that ran out so long ago should have been given up
LONG_AGO = timedelta(days=30)


@letter("announcement_off")
@dataclass(frozen=True, kw_only=True)
class AnnouncementOff:
    """To the owners of the office. `audience`: how many it began with; `found`: how many the ledger accounts for."""

    announcement: int
    begins: str
    off: tuple[Off, ...]
    audience: int
    found: int
    open: int
    on: datetime


@dataclass(frozen=True, slots=True)
class Right:
    """All of it is accounted for."""


@dataclass(frozen=True, slots=True)
class Wrong:
    off: tuple[Off, ...]


@dataclass(frozen=True, slots=True)
class NotDue:
    """Another process has just been over it."""


def last_night(now: datetime) -> datetime:
    local = seoul_time(now)
    night = from_seoul(local.replace(hour=AT_NIGHT, minute=0, second=0, microsecond=0, tzinfo=None))
    return night if night <= now else night - timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Reconcile:
    """The office itself. Under the lock, so that of several processes one goes over it, and nobody is forgotten meanwhile."""

    announcement: int

    async def __call__(self, work: Work) -> Right | Wrong | NotDue:
        one = await announcements.lock(work.connection, self.announcement)
        if one is None or one.started_at is None or (one.reconciled_at is not None and one.reconciled_at >= last_night(work.now)):
            return NotDue()
        counts = await announcement_ledger.counts(work.connection, one.id)
        left, stale = await announcement_amended.never_settled(work.connection, one.id, work.now - STALE)
        stale += await announcement_ledger.stale(work.connection, one.id, work.now - STALE)
        off = what_is_off(
            audience=one.people or 0,
            forgotten=one.forgotten,
            counts=counts,
            over=one.state in OVER and not _just_cancelled(work, one),
            stale=stale,
        )
        off = off if not left else tuple(dict.fromkeys((*off, Off.OPEN)))
        await announcements.note(work.connection, one.id, reconciled_at=work.now, off=",".join(off))
        outcome = Wrong(off) if off else Right()
        if off:
            open_rows = counts[Outcome.WAITING] + counts[Outcome.LEASED] + left
            await self._tell(work, one, off, sum(counts.values()) + one.forgotten, open_rows)
        note(work, None, "Reconcile", one.id, outcome, why=",".join(off))
        return outcome

    async def _tell(self, work: Work, one: Announcement, off: tuple[Off, ...], found: int, open_rows: int) -> None:
        log.error("announcement_off", announcement=one.id, off=off, audience=one.people, found=found, open=open_rows)
        fact = AnnouncementOff(
            announcement=one.id,
            begins=begins(one.parts),
            off=off,
            audience=one.people or 0,
            found=found,
            open=open_rows,
            on=work.now,
        )
        for person in await roles.holders(work.connection, (Role.OWNER,), work.now):
            work.post(Letter(to=person, fact=fact, key=f"announcement_off:{one.id}"))


def _just_cancelled(work: Work, one: Announcement) -> bool:
    """Some may still be on their way, sent before it was cancelled."""
    return one.ended_at is not None and one.ended_at > work.now - STALE


@chore(timedelta(minutes=10))
async def go_over_the_ledgers(office: Office) -> None:
    """Once a night, or as soon as the bot is back after one."""
    now = office.clock.now()
    async with office.store.reading() as connection:
        due = await announcements.to_be_reconciled(connection, before=last_night(now), since=now - LONG_AGO)
    await one_by_one(office, {f"announcement:{number}": Reconcile(announcement=number) for number in due})
