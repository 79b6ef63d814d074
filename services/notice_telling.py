"""A notice goes to its people: batch by batch, each in a transaction of its own with how far it has come. Nobody gets it twice.

Who is killed in the middle goes on where the last batch ended; of two processes one has the notice in hand. The letters are broadcasts:
replies and letters to single people go first.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from programme.districts import District
from programme.seoul import from_seoul, seoul_day
from programme.subscriptions import Subject
from programme.tracks import Track
from services.chores import chore, one_by_one
from services.letters import Letter
from services.notices import fact_of, letter_key
from services.office import Office
from storage import notice_audience, notices
from storage.letters import Priority
from storage.notices import Notice
from storage.work import Work

BATCH = 300
BATCHES_A_ROUND = 60
MORNING = time(9)
RECEIPTS_KEPT = timedelta(days=60)

_waits: set[type[Any]] = set()


def waits_a_day(kind: type[Any]) -> None:
    """Such a notice must reach everybody: whoever has had one about the same call today gets it tomorrow morning. Others are left out."""
    _waits.add(kind)


@dataclass(frozen=True, kw_only=True)
class TellBatch:
    """Writes to the next people."""

    notice: int

    async def __call__(self, work: Work) -> int:
        notice = await notices.lock(work.connection, self.notice)
        if notice is None or notice.told_at is not None or notice.withdrawn_at is not None:
            return 0
        people, upto = await notice_audience.behind(work.connection, notice, BATCH, Subject.OWN.value)
        told = await self._told(work, notice, people)
        progress: dict[str, Any] = {"told_upto": upto if upto is not None else notice.told_upto, "told": notice.told + told}
        await notices.change(work.connection, notice.id, progress if upto is not None else progress | {"told_at": work.now})
        return told

    async def _told(self, work: Work, notice: Notice, people: list[int]) -> int:
        fact, today = fact_of(notice), seoul_day(work.now)
        now = await notice_audience.receive(work.connection, notice, people, today)
        self._post(work, notice, fact, now, None)
        if type(fact) not in _waits:
            return len(now)
        rest = [person for person in people if person not in set(now)]
        tomorrow = today + timedelta(days=1)
        later = await notice_audience.receive(work.connection, notice, rest, tomorrow)
        self._post(work, notice, fact, later, from_seoul(datetime.combine(tomorrow, MORNING)))
        return len(now) + len(later)

    def _post(self, work: Work, notice: Notice, fact: Any, people: list[int], due: datetime | None) -> None:
        for person in people:
            work.post(Letter(to=person, fact=fact, due=due, key=letter_key(notice.id), priority=Priority.BROADCAST))


@dataclass(frozen=True, kw_only=True)
class GoingOut:
    """Number and progress of every notice that has not been told to its end."""

    async def __call__(self, work: Work) -> dict[int, int]:
        found = [await notices.find(work.connection, number) for number in await notices.going_out(work.connection)]
        return {one.id: one.told_upto for one in found if one is not None}


@dataclass(frozen=True, kw_only=True)
class HowMany:
    """Whom a notice about the subject would reach now."""

    subject: Subject
    gu: District | None = None
    track: Track | None = None

    async def __call__(self, work: Work) -> int:
        return await notice_audience.how_many(work.connection, self.subject.value, track=self.track, gu=self.gu)


@dataclass(frozen=True, kw_only=True)
class ClearReceipts:
    async def __call__(self, work: Work) -> int:
        return await notice_audience.clear(work.connection, seoul_day(work.now - RECEIPTS_KEPT))


@chore(timedelta(seconds=20))
async def tell_notices(office: Office) -> None:
    """A round writes some thousands of letters at most, so that other chores have their turn; the next goes on."""
    waiting = await office.look(GoingOut())
    for _ in range(BATCHES_A_ROUND):
        if not waiting:
            return
        await one_by_one(office, {f"notice:{number}": TellBatch(notice=number) for number in waiting})
        before, waiting = waiting, await office.look(GoingOut())
        if waiting == before:
            return  # another process has them in hand, or they cannot be told: not again before the next tick


@chore(timedelta(hours=6))
async def clear_receipts(office: Office) -> None:
    await office.do(ClearReceipts())
