"""Announcements as benchmarks need them: begun to so many, and what became of them."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import insert

from benchmarks.credentials import SEAL
from benchmarks.peers.broadcasts import TEXT
from benchmarks.people import FIRST_LISTENER
from programme.announcements import AnnouncementState, Category, Outcome
from programme.audiences import Audience, Trait
from services.announcement_sending import begin
from services.clock import SystemClock
from services.office import Office
from storage import announcement_ledger, announcements
from storage.announcements import NewAnnouncement
from storage.engine import Store
from storage.people import PersonRecord
from storage.seals import Seal
from storage.tables import table_of

LISTENERS = Audience(wanted={Trait.LANGUAGE: frozenset({"ko"})})
_AT_A_TIME = 10_000


@dataclass(frozen=True, kw_only=True)
class Stand:
    """`counts`: people by what became of it for them."""

    state: AnnouncementState
    counts: dict[Outcome, int]

    @property
    def all_delivered(self) -> bool:
        return self.state is AnnouncementState.DONE and sum(self.counts.values()) == self.counts[Outcome.DELIVERED]


async def begun(url: str, people: int) -> int:
    """An announcement to so many, who move in for it, with its audience frozen; its number."""
    async with await Store.open(url, seal=Seal(SEAL)) as store:
        office = Office(store, SystemClock())
        for first in range(0, people, _AT_A_TIME):
            await _move_in(office, range(FIRST_LISTENER + first, FIRST_LISTENER + min(first + _AT_A_TIME, people)))
        async with office.work() as work:
            number = await announcements.keep(work.connection, _new(), by=1, now=work.now)
            one = await announcements.find(work.connection, number)
            assert one is not None
            await begin(work, one, 1)
    return number


async def _move_in(office: Office, people: range) -> None:
    rows = [{"id": person, "language": "ko", "blocked": False, "started_at": datetime.now(UTC)} for person in people]
    async with office.work() as work:
        await work.connection.execute(insert(table_of(PersonRecord)), rows)


def _new() -> NewAnnouncement:
    parts = {"ko": [{"method": "sendMessage", "params": {"text": TEXT}}]}
    return NewAnnouncement(category=Category.SERVICE, parts=parts, buttons=[], audience=LISTENERS, digest="")


async def stand(url: str, number: int) -> Stand:
    async with await Store.open(url, seal=Seal(SEAL)) as store, store.reading() as connection:
        one = await announcements.find(connection, number)
        assert one is not None
        return Stand(state=one.state, counts=dict(await announcement_ledger.counts(connection, number)))
