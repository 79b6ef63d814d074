"""Sending an announcement: begun once, paused, gone on with, cancelled, finished. Who gets it is frozen when it begins."""

from dataclasses import dataclass
from datetime import datetime

from programme.announcements import AnnouncementState, Outcome
from programme.audiences import Audience, Trait
from programme.rights import Right
from services.announcement_progress import show_first, show_now
from services.coordinators import Forbidden, may
from storage import announcement_ledger, announcements, audience, hints
from storage.announcements import Announcement
from storage.audit import AuditRow
from storage.work import Work

ASKED, ERRORS = "asked", "errors"  # why it is paused


@dataclass(frozen=True, slots=True)
class Begun:
    people: int


@dataclass(frozen=True, slots=True)
class NobodyThere:
    """The audience is empty."""


@dataclass(frozen=True, slots=True)
class NeedsApproval:
    """So many people: a second of the office has to approve the exact text first."""

    people: int


@dataclass(frozen=True, slots=True)
class ChangedMeanwhile:
    """It is not what they have seen."""


@dataclass(frozen=True, slots=True)
class NotNow:
    """Somebody was faster, or it stands otherwise than they saw."""

    state: AnnouncementState


@dataclass(frozen=True, slots=True)
class NoSuchAnnouncement:
    pass


@dataclass(frozen=True, slots=True)
class Paused:
    pass


@dataclass(frozen=True, slots=True)
class GoesOn:
    pass


@dataclass(frozen=True, slots=True)
class Cancelled:
    """`withdrawn`: to whom it had not gone yet."""

    withdrawn: int


@dataclass(frozen=True, slots=True)
class Finished:
    pass


async def may_announce(work: Work, person: int, to: Audience) -> bool:
    """Whether the role of the person covers this audience: of some gu, or one track, only within them."""
    gus, tracks = to.wanted.get(Trait.GU, frozenset()), to.wanted.get(Trait.TRACK, frozenset())
    return await may(work, person, Right.COORDINATE, gus=gus, tracks=tracks)


@dataclass(frozen=True, kw_only=True)
class BeginSending:
    """`seen`: the digest of what they read and confirmed."""

    by: int
    announcement: int
    seen: str

    async def __call__(
        self, work: Work
    ) -> Begun | NobodyThere | NeedsApproval | ChangedMeanwhile | NotNow | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        _note(work, self.by, "BeginSending", self.announcement, outcome)
        return outcome

    async def _outcome(
        self, work: Work
    ) -> Begun | NobodyThere | NeedsApproval | ChangedMeanwhile | NotNow | NoSuchAnnouncement | Forbidden:
        one = await announcements.lock(work.connection, self.announcement)
        if one is None:
            return NoSuchAnnouncement()
        if not await may_announce(work, self.by, one.audience):
            return Forbidden()
        if one.digest != self.seen:
            return ChangedMeanwhile()
        people = await audience.count(work.connection, one.audience, one.category)
        if people == 0:
            return NobodyThere()
        if people >= work.house.large_audience and one.approved_by is None:
            return NeedsApproval(people)
        return await begin(work, one, self.by)


async def begin(work: Work, one: Announcement, by: int) -> Begun | NotNow:
    """Freezes the audience. Under the announcement's lock."""
    started = {"started_by": by, "started_at": work.now, "paused_why": "", "progress_at": work.now, "progress_done": 0}
    if one.started_at is not None or not await announcements.move(work.connection, one.id, AnnouncementState.SENDING, **started):
        return NotNow(one.state)
    people = await announcement_ledger.freeze(work.connection, one.id, audience.reached(one.audience, one.category))
    await announcements.note(work.connection, one.id, people=people)
    await hints.announcement_waiting(work.connection)
    await show_first(work, one.id, by)
    return Begun(people)


@dataclass(frozen=True, kw_only=True)
class PauseSending:
    """`by` None: the office itself, because too much of it failed."""

    by: int | None
    announcement: int

    async def __call__(self, work: Work) -> Paused | NotNow | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        _note(work, self.by, "PauseSending", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Paused | NotNow | NoSuchAnnouncement | Forbidden:
        one = await _allowed(work, self.announcement, self.by)
        if not isinstance(one, Announcement):
            return one
        why = ERRORS if self.by is None else ASKED
        moved = await announcements.move(work.connection, one.id, AnnouncementState.PAUSED, paused_why=why)
        if not moved:
            return NotNow(one.state)
        await show_now(work, one.id)
        return Paused()


@dataclass(frozen=True, kw_only=True)
class GoOnSending:
    by: int
    announcement: int

    async def __call__(self, work: Work) -> GoesOn | NotNow | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        _note(work, self.by, "GoOnSending", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> GoesOn | NotNow | NoSuchAnnouncement | Forbidden:
        one = await _allowed(work, self.announcement, self.by)
        if not isinstance(one, Announcement):
            return one
        if one.state is not AnnouncementState.PAUSED:
            return NotNow(one.state)
        await announcements.move(work.connection, one.id, AnnouncementState.SENDING, paused_why="")
        await hints.announcement_waiting(work.connection)
        await show_now(work, one.id)
        return GoesOn()


@dataclass(frozen=True, kw_only=True)
class CancelSending:
    """Whoever has it already keeps it; to nobody else it goes."""

    by: int
    announcement: int

    async def __call__(self, work: Work) -> Cancelled | NotNow | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        _note(work, self.by, "CancelSending", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Cancelled | NotNow | NoSuchAnnouncement | Forbidden:
        one = await _allowed(work, self.announcement, self.by)
        if not isinstance(one, Announcement):
            return one
        if not await announcements.move(work.connection, one.id, AnnouncementState.CANCELLED, ended_at=work.now):
            return NotNow(one.state)
        withdrawn = await announcement_ledger.withdraw_waiting(work.connection, one.id, work.now)
        await show_now(work, one.id)
        return Cancelled(withdrawn)


@dataclass(frozen=True, kw_only=True)
class FinishSending:
    """The office itself, when everybody in the ledger has their outcome."""

    announcement: int

    async def __call__(self, work: Work) -> Finished | NotNow | NoSuchAnnouncement:
        one = await announcements.lock(work.connection, self.announcement)
        if one is None:
            return NoSuchAnnouncement()
        if one.state is not AnnouncementState.SENDING or await announcement_ledger.is_open(work.connection, one.id):
            return NotNow(one.state)
        await announcements.move(work.connection, one.id, AnnouncementState.DONE, ended_at=work.now)
        _note(work, None, "FinishSending", one.id, Finished())
        return Finished()


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    state: AnnouncementState
    paused_why: str
    started_at: datetime | None
    ended_at: datetime | None
    counts: dict[Outcome, int]

    @property
    def people(self) -> int:
        return sum(self.counts.values())

    @property
    def left(self) -> int:
        return self.counts[Outcome.WAITING] + self.counts[Outcome.LEASED]


@dataclass(frozen=True, kw_only=True)
class ProgressOf:
    """How far it has come. Coordinators and auditors see it."""

    by: int
    announcement: int

    async def __call__(self, work: Work) -> Progress | NoSuchAnnouncement | Forbidden:
        one = await announcements.find(work.connection, self.announcement)
        if one is None:
            return NoSuchAnnouncement()
        if not (await may_announce(work, self.by, one.audience) or await may(work, self.by, Right.READ)):
            return Forbidden()
        counts = dict(await announcement_ledger.counts(work.connection, one.id))
        return Progress(state=one.state, paused_why=one.paused_why, started_at=one.started_at, ended_at=one.ended_at, counts=counts)


async def _allowed(work: Work, number: int, by: int | None) -> Announcement | NoSuchAnnouncement | Forbidden:
    one = await announcements.lock(work.connection, number)
    if one is None:
        return NoSuchAnnouncement()
    return one if by is None or await may_announce(work, by, one.audience) else Forbidden()


def _note(work: Work, by: int | None, did: str, number: int, outcome: object) -> None:
    work.note(AuditRow(who=by, did=did, on=f"announcement:{number}", outcome=type(outcome).__name__))
