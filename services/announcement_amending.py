"""Putting an announcement right that has gone out: a text is corrected where it stands, or all of it is withdrawn.

Where so many have it, or it needed an approval when it went out, a second of the office has to say yes to this, too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from programme.announcement_amending import can_be_corrected, longest, reworded
from programme.announcements import OVER
from services.announcement_amendment_approval import ask_seconds, seconds_of
from services.announcement_amendment_running import AmendmentBegun, begin_amending, languages_of
from services.announcement_deeds import ChangedMeanwhile, NoSuchAnnouncement, NotNow, locked, note
from services.announcement_retrying import BeingAmended
from services.coordinators import Forbidden
from storage import announcement_amended, announcement_amendments, announcement_ledger
from storage.announcement_amendments import Kind
from storage.announcements import Announcement
from storage.work import Conflict, Work


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
        note(work, self.by, "CorrectWords", self.announcement, outcome)
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
        note(work, self.by, "WithdrawAnnouncement", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Asking:
        one = await _to_amend(work, self.by, self.announcement, self.seen)
        return await _asked(work, one, Kind.WITHDRAWAL, self.by, {}) if isinstance(one, Announcement) else one


async def _to_amend(
    work: Work, by: int, number: int, seen: str
) -> Announcement | BeingAmended | NothingToAmend | ChangedMeanwhile | NotNow | NoSuchAnnouncement | Forbidden:
    """Locked, when it is out, nobody is on their way any more, and nothing else is being put right."""
    one = await locked(work, number, by)
    if not isinstance(one, Announcement):
        return one
    if one.state not in OVER or one.started_at is None or await announcement_ledger.is_open(work.connection, number):
        return NotNow(one.state)
    if one.digest != seen:
        return ChangedMeanwhile()
    if await announcement_amendments.standing_of(work.connection, number) is not None:
        return BeingAmended()
    return NothingToAmend() if one.withdrawn_at is not None else one


async def _asked(work: Work, one: Announcement, kind: Kind, by: int, values: Mapping[str, Any]) -> Asking:
    languages = await languages_of(work, one, values.get("language"))
    people = await announcement_amended.count_reached(work.connection, one.id, languages)
    if not people:
        return NothingToAmend()
    needs_second = one.approved_by is not None or people >= work.house.large_audience
    seconds = await seconds_of(work, one, by) if needs_second else ()
    if needs_second and not seconds:
        return NobodySecond()
    try:
        async with work.savepoint():
            number = await announcement_amendments.keep(work.connection, one.id, kind, by=by, now=work.now, **values)
    except Conflict:
        return BeingAmended()
    if not needs_second:
        return await begin_amending(work, one, number)
    ask_seconds(work, one, number, kind, people=people, seconds=seconds)
    return SecondAsked(number, len(seconds))
