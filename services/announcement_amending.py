"""Putting an announcement right that has gone out: a text is corrected where it stands, or all of it is withdrawn.

Where so many have it, or it needed an approval when it went out, a second of the office has to say yes to this, too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from programme.announcement_amending import can_be_corrected, longest, reworded
from programme.announcement_parts import first_words
from programme.announcements import AnnouncementState, spoken_in
from services.announcement_changes import remade
from services.announcement_retrying import BeingAmended
from services.announcement_sending import ChangedMeanwhile, NoSuchAnnouncement, NotNow, may_announce
from services.coordinators import Forbidden, coordinators
from services.letters import Letter, letter
from storage import announcement_amendments, announcement_ledger, announcements, hints
from storage.announcement_amendments import STANDING, Amendment, AmendmentState, Amends, Kind
from storage.announcements import Announcement
from storage.audit import AuditRow
from storage.work import Conflict, Work

ASKED, ERRORS = "asked", "errors"  # why it is paused
OVER = (AnnouncementState.DONE, AnnouncementState.CANCELLED)
LONGEST_TITLE = 60
A = AmendmentState


@letter("announcement_amendment_to_approve")
@dataclass(frozen=True, kw_only=True)
class AmendmentToApprove:
    """To everybody of the office who could."""

    announcement: int
    amendment: int
    kind: Kind
    begins: str
    people: int


@letter("announcement_amended")
@dataclass(frozen=True, kw_only=True)
class AnnouncementAmended:
    """To who asked for it: it is done. `gone`: had deleted it themselves; `failed`: it still stands there."""

    announcement: int
    amendment: int
    kind: Kind
    begins: str
    done: int
    gone: int
    blocked: int
    failed: int


@dataclass(frozen=True, slots=True)
class AmendmentBegun:
    amendment: int
    people: int


@dataclass(frozen=True, slots=True)
class SecondAsked:
    """So many have it that a second of the office has to say yes."""

    amendment: int
    others: int


@dataclass(frozen=True, slots=True)
class NobodySecond:
    """Nobody else of the office could say yes."""


@dataclass(frozen=True, slots=True)
class NothingToAmend:
    """Nobody has got it, or it says so already."""


@dataclass(frozen=True, slots=True)
class TooLong:
    most: int


@dataclass(frozen=True, slots=True)
class OwnWish:
    """Who asked for it does not approve it."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """`left`: for whom nothing was changed."""

    left: int


@dataclass(frozen=True, slots=True)
class Paused:
    pass


@dataclass(frozen=True, slots=True)
class GoesOn:
    pass


@dataclass(frozen=True, slots=True)
class NotSo:
    """It stands otherwise by now: somebody was faster, or it is done."""


@dataclass(frozen=True, slots=True)
class Finished:
    pass


Asking = (
    AmendmentBegun | SecondAsked | NobodySecond | NothingToAmend | BeingAmended | ChangedMeanwhile | NotNow | NoSuchAnnouncement | Forbidden
)


@dataclass(frozen=True, kw_only=True)
class CorrectWords:
    """`place`: which of the messages in this language, from 0. `seen`: the digest of what they have read."""

    by: int
    announcement: int
    language: str
    place: int
    text: str
    entities: Sequence[Mapping[str, Any]]
    seen: str

    async def __call__(self, work: Work) -> Asking | TooLong:
        outcome = await self._outcome(work)
        _note(work, self.by, "CorrectWords", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Asking | TooLong:
        one = await _to_amend(work, self.by, self.announcement, self.seen)
        if not isinstance(one, Announcement):
            return one
        parts = one.parts.get(self.language, [])
        if not 0 <= self.place < len(parts) or not can_be_corrected(parts[self.place]):
            return NoSuchAnnouncement()
        before = parts[self.place]
        if len(self.text) > longest(before):
            return TooLong(longest(before))
        after = reworded(before, self.text, self.entities)
        if after == before:
            return NothingToAmend()
        values = {"language": self.language, "place": self.place, "before": dict(before), "after": after}
        return await _asked(work, one, Kind.CORRECTION, self.by, values)


@dataclass(frozen=True, kw_only=True)
class WithdrawAnnouncement:
    """Deleted where Telegram allows; what is older says that it is withdrawn."""

    by: int
    announcement: int
    seen: str

    async def __call__(self, work: Work) -> Asking:
        outcome = await self._outcome(work)
        _note(work, self.by, "WithdrawAnnouncement", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Asking:
        one = await _to_amend(work, self.by, self.announcement, self.seen)
        return await _asked(work, one, Kind.WITHDRAWAL, self.by, {}) if isinstance(one, Announcement) else one


async def _to_amend(
    work: Work, by: int, number: int, seen: str
) -> Announcement | BeingAmended | NothingToAmend | ChangedMeanwhile | NotNow | NoSuchAnnouncement | Forbidden:
    """Locked, when it is out, nobody is on their way any more, and nothing else is being put right."""
    one = await announcements.lock(work.connection, number)
    if one is None:
        return NoSuchAnnouncement()
    if not await may_announce(work, by, one.audience):
        return Forbidden()
    if one.state not in OVER or one.started_at is None or await announcement_ledger.is_open(work.connection, number):
        return NotNow(one.state)
    if one.digest != seen:
        return ChangedMeanwhile()
    if await announcement_amendments.standing_of(work.connection, number) is not None:
        return BeingAmended()
    return NothingToAmend() if one.withdrawn_at is not None else one


async def _asked(work: Work, one: Announcement, kind: Kind, by: int, values: Mapping[str, Any]) -> Asking:
    people = await announcement_amendments.count_reached(work.connection, one.id, await _languages(work, one, values.get("language")))
    if not people:
        return NothingToAmend()
    needs_second = one.approved_by is not None or people >= work.house.large_audience
    others = await _others(work, one, by) if needs_second else ()
    if needs_second and not others:
        return NobodySecond()
    try:
        async with work.savepoint():
            number = await announcement_amendments.keep(work.connection, one.id, kind, by=by, now=work.now, **values)
    except Conflict:
        return BeingAmended()
    if not needs_second:
        return await _begun(work, one, number)
    fact = AmendmentToApprove(announcement=one.id, amendment=number, kind=kind, begins=_begins(one), people=people)
    for person in others:
        work.post(Letter(to=person, fact=fact, key=_key(number)))
    return SecondAsked(number, len(others))


async def _languages(work: Work, one: Announcement, corrected: str | None) -> frozenset[str] | None:
    """The readers' languages in which they got the text of this one; None: all."""
    if corrected is None:
        return None
    read = await announcement_amendments.languages(work.connection, one.id)
    return frozenset(language for language in read if spoken_in(one.parts, language) == corrected)


async def _others(work: Work, one: Announcement, by: int) -> tuple[int, ...]:
    return tuple([person for person in await coordinators(work) if person != by and await may_announce(work, person, one.audience)])


async def _begun(work: Work, one: Announcement, number: int, approved_by: int | None = None) -> AmendmentBegun:
    """Under the announcement's lock. From here on whoever gets it later gets it as it is now."""
    amendment = await announcement_amendments.find(work.connection, number)
    assert amendment is not None
    languages = await _languages(work, one, amendment.language)
    people = await announcement_amendments.freeze(work.connection, number, one.id, languages)
    values = {"started_at": work.now, "approved_by": approved_by}
    await announcement_amendments.move(work.connection, number, A.RUNNING, before=(A.ASKED,), **values)
    if amendment.kind is Kind.WITHDRAWAL:
        await announcements.note(work.connection, one.id, withdrawn_at=work.now)
    else:
        await _write(work, one, amendment)
    await hints.announcement_waiting(work.connection)
    return AmendmentBegun(number, people)


async def _write(work: Work, one: Announcement, amendment: Amendment) -> None:
    language, place = amendment.language or "", amendment.place or 0
    parts = [amendment.after if n == place else part for n, part in enumerate(one.parts[language])]
    new = remade(one, parts={**one.parts, language: parts})
    await announcements.note(work.connection, one.id, parts=dict(new.parts), digest=new.digest, corrected_at=work.now)


@dataclass(frozen=True, kw_only=True)
class ApproveAmendment:
    by: int
    amendment: int

    async def __call__(self, work: Work) -> AmendmentBegun | OwnWish | NotSo | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        _note(work, self.by, "ApproveAmendment", self.amendment, outcome, kind="amendment")
        return outcome

    async def _outcome(self, work: Work) -> AmendmentBegun | OwnWish | NotSo | NoSuchAnnouncement | Forbidden:
        found = await _allowed(work, self.amendment, self.by)
        if not isinstance(found, tuple):
            return found
        one, amendment = found
        if amendment.asked_by == self.by:
            return OwnWish()
        if amendment.state is not A.ASKED:
            return NotSo()
        await work.withdraw(_key(amendment.id))
        return await _begun(work, one, amendment.id, approved_by=self.by)


@dataclass(frozen=True, kw_only=True)
class StopAmendment:
    """Before a second said yes, or in the middle: what is changed stays changed."""

    by: int
    amendment: int

    async def __call__(self, work: Work) -> Stopped | NotSo | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        _note(work, self.by, "StopAmendment", self.amendment, outcome, kind="amendment")
        return outcome

    async def _outcome(self, work: Work) -> Stopped | NotSo | NoSuchAnnouncement | Forbidden:
        found = await _allowed(work, self.amendment, self.by)
        if not isinstance(found, tuple):
            return found
        if not await announcement_amendments.move(work.connection, self.amendment, A.CANCELLED, before=STANDING, ended_at=work.now):
            return NotSo()
        await work.withdraw(_key(self.amendment))
        return Stopped(await announcement_amendments.leave_waiting(work.connection, self.amendment, work.now))


@dataclass(frozen=True, kw_only=True)
class PauseAmendment:
    """`by` None: the office itself, because too much of it failed."""

    by: int | None
    amendment: int

    async def __call__(self, work: Work) -> Paused | NotSo | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        _note(work, self.by, "PauseAmendment", self.amendment, outcome, kind="amendment")
        return outcome

    async def _outcome(self, work: Work) -> Paused | NotSo | NoSuchAnnouncement | Forbidden:
        found = await _allowed(work, self.amendment, self.by)
        if not isinstance(found, tuple):
            return found
        why = ERRORS if self.by is None else ASKED
        moved = await announcement_amendments.move(work.connection, self.amendment, A.PAUSED, before=(A.RUNNING,), paused_why=why)
        return Paused() if moved else NotSo()


@dataclass(frozen=True, kw_only=True)
class GoOnAmending:
    by: int
    amendment: int

    async def __call__(self, work: Work) -> GoesOn | NotSo | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        _note(work, self.by, "GoOnAmending", self.amendment, outcome, kind="amendment")
        return outcome

    async def _outcome(self, work: Work) -> GoesOn | NotSo | NoSuchAnnouncement | Forbidden:
        found = await _allowed(work, self.amendment, self.by)
        if not isinstance(found, tuple):
            return found
        if not await announcement_amendments.move(work.connection, self.amendment, A.RUNNING, before=(A.PAUSED,), paused_why=""):
            return NotSo()
        await hints.announcement_waiting(work.connection)
        return GoesOn()


@dataclass(frozen=True, kw_only=True)
class FinishAmendment:
    """The office itself, when it is done for everybody. Who asked for it is told."""

    amendment: int

    async def __call__(self, work: Work) -> Finished | NotSo | NoSuchAnnouncement:
        found = await _allowed(work, self.amendment, None)
        if not isinstance(found, tuple):
            return NoSuchAnnouncement()
        one, amendment = found
        if await announcement_amendments.is_open(work.connection, amendment.id):
            return NotSo()
        if not await announcement_amendments.move(work.connection, amendment.id, A.DONE, before=(A.RUNNING,), ended_at=work.now):
            return NotSo()
        counts = await announcement_amendments.counts(work.connection, amendment.id)
        fact = AnnouncementAmended(
            announcement=one.id,
            amendment=amendment.id,
            kind=amendment.kind,
            begins=_begins(one),
            done=counts[Amends.DONE],
            gone=counts[Amends.GONE],
            blocked=counts[Amends.BLOCKED],
            failed=counts[Amends.FAILED],
        )
        work.post(Letter(to=amendment.asked_by, fact=fact))
        _note(work, None, "FinishAmendment", amendment.id, Finished(), kind="amendment")
        return Finished()


async def _allowed(work: Work, number: int, by: int | None) -> tuple[Announcement, Amendment] | NoSuchAnnouncement | Forbidden:
    """Under the announcement's lock."""
    named = await announcement_amendments.find(work.connection, number)
    one = await announcements.lock(work.connection, named.announcement) if named is not None else None
    amendment = await announcement_amendments.find(work.connection, number)
    if one is None or amendment is None:
        return NoSuchAnnouncement()
    return (one, amendment) if by is None or await may_announce(work, by, one.audience) else Forbidden()


def _key(number: int) -> str:
    return f"announcement_amendment:{number}"


def _begins(one: Announcement) -> str:
    return first_words(next(iter(one.parts.values()), [])).split("\n", 1)[0][:LONGEST_TITLE]


def _note(work: Work, by: int | None, did: str, number: int, outcome: object, *, kind: str = "announcement") -> None:
    work.note(AuditRow(who=by, did=did, on=f"{kind}:{number}", outcome=type(outcome).__name__))
