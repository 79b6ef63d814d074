"""How far an announcement has come: one message in the chat of who began it, brought up to date by itself every few seconds."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from programme.announcements import OVER, AnnouncementState, Outcome
from programme.quiet_hours import is_night, may_go_at
from services.coordinators import may_read
from services.letter_places import Arrived, Fate, Lost, Place, followed, placed
from services.letters import Letter, letter
from storage import announcement_ledger, announcements
from storage.announcements import Announcement
from storage.audit import AuditRow
from storage.letters import Priority
from storage.work import Work

EVERY = timedelta(seconds=5)
LOST_AFTER = timedelta(minutes=10)  # so long the message may be on its way


@letter("announcement_progress", at_any_hour=True)
@dataclass(frozen=True, kw_only=True)
class AnnouncementProgress:
    """`per_second`, `left_seconds`: None while nothing can be said of them. `first`: the message is still to come. `goes_on`: by night,
    in the morning.
    """

    announcement: int
    state: AnnouncementState
    paused_why: str
    people: int
    waiting: int
    delivered: int
    blocked: int
    refused: int
    unknown: int
    withdrawn: int
    per_second: int | None
    left_seconds: int | None
    first: bool
    goes_on: datetime | None = None


@placed(AnnouncementProgress)
async def place_of_progress(work: Work, fact: AnnouncementProgress) -> Place | None:
    one = await announcements.find(work.connection, fact.announcement)
    if one is None:
        return None
    if one.progress_message is not None:
        return Place(message=one.progress_message)
    return Place() if fact.first else None


@followed(AnnouncementProgress)
def what_became_of_progress(fact: AnnouncementProgress, fate: Fate) -> "NoteProgress | None":
    match fate:
        case Arrived(message=int(message)):
            return NoteProgress(announcement=fact.announcement, message=message)
        case Lost():
            return NoteProgress(announcement=fact.announcement, message=None)
        case _:
            return None


@dataclass(frozen=True, kw_only=True)
class NoteProgress:
    """`message` None: somebody has deleted it, and it is not followed any more."""

    announcement: int
    message: int | None

    async def __call__(self, work: Work) -> None:
        values = {"progress_message": self.message} if self.message is not None else {"progress_at": None}
        await announcements.note(work.connection, self.announcement, **values)
        outcome = "Noted" if self.message is not None else "Lost"
        work.note(AuditRow(who=None, did="NoteProgress", on=f"announcement:{self.announcement}", outcome=outcome))


async def show_first(work: Work, number: int, to: int) -> None:
    one = await announcements.find(work.connection, number)
    assert one is not None
    work.post(Letter(to=to, fact=await _facts(work, one, first=True), priority=Priority.REPLY))


async def show_now(work: Work, number: int) -> None:
    """Somebody has just changed how it goes: the message does not wait for its turn."""
    one = await announcements.find(work.connection, number)
    if one is not None and one.progress_message is not None:
        await tell(work, one)


async def tell(work: Work, one: Announcement) -> None:
    """The message is to say what is so now. An edit that waits is replaced by this one. Who has left the office follows nothing."""
    if one.started_by is None:
        return
    if not await may_read(work, one.started_by):
        await announcements.note(work.connection, one.id, progress_at=None)
        return
    fact = await _facts(work, one, first=False)
    done = fact.people - fact.waiting
    # Whom a sender had in hand when it was cancelled is still to be heard of.
    follows = (fact.goes_on or work.now) if fact.waiting or one.state not in OVER else None
    await announcements.note(work.connection, one.id, progress_at=follows, progress_done=done)
    work.post(Letter(to=one.started_by, fact=fact, key=f"announcement_progress:{one.id}", priority=Priority.REPLY))


@dataclass(frozen=True, kw_only=True)
class TellProgress:
    """The office itself. Under the lock, so that of several processes only one tells."""

    announcement: int

    async def __call__(self, work: Work) -> bool:
        one = await announcements.lock(work.connection, self.announcement)
        if one is None or one.progress_at is None or one.progress_at > work.now - EVERY:
            return False
        if one.progress_message is None:
            if one.progress_at < work.now - LOST_AFTER:
                await announcements.note(work.connection, one.id, progress_at=None)
            return False
        await tell(work, one)
        return True


async def _facts(work: Work, one: Announcement, *, first: bool) -> AnnouncementProgress:
    counts = await announcement_ledger.counts(work.connection, one.id)
    people, waiting = sum(counts.values()), counts[Outcome.WAITING] + counts[Outcome.LEASED]
    per_second = _rate(one, people - waiting, work.now) if not first else None
    return AnnouncementProgress(
        announcement=one.id,
        state=one.state,
        paused_why=one.paused_why,
        people=people,
        waiting=waiting,
        delivered=counts[Outcome.DELIVERED],
        blocked=counts[Outcome.BLOCKED],
        refused=counts[Outcome.REFUSED],
        unknown=counts[Outcome.UNKNOWN],
        withdrawn=counts[Outcome.WITHDRAWN],
        per_second=per_second,
        left_seconds=waiting // per_second if per_second else None,
        first=first,
        goes_on=_rests_until(work, one),
    )


def _rests_until(work: Work, one: Announcement) -> datetime | None:
    rests = one.state is AnnouncementState.SENDING and work.house.quiet_nights and is_night(work.now)
    return may_go_at(work.now) if rests else None


def _rate(one: Announcement, done: int, now: datetime) -> int | None:
    """People a second since it was told before; while it is paused there is none."""
    if one.progress_at is None or one.state is not AnnouncementState.SENDING:
        return None
    seconds = (now - one.progress_at).total_seconds()
    return round((done - one.progress_done) / seconds) if seconds > 0 else None
