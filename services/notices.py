"""Notices: what is posted on the board, pinned and taken down, and what the office writes itself.

A notice is a letter's fact (a frozen dataclass registered with `@letter`, with a field `notice` for its number) that can be read by
everybody; `bot.screens.notice_titles` gives it a title. Features post with `post_notice`; `notice_board` is how people read them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from programme.districts import District
from programme.rights import Right, Scope
from programme.subscriptions import SUBSCRIBED, Subject
from programme.tracks import Track
from services.coordinators import Forbidden, OutOfReach, may_answer, reach, why_not
from services.letter_renewal import Addressed, renewed
from services.letters import code_of, from_json, letter, to_json
from services.subscriptions import who_of
from storage import call_notices, notice_audience, notices
from storage.audit import AuditRow
from storage.notices import Notice
from storage.work import Work


@letter("office_notice", aliases=("announcement",))
@dataclass(frozen=True, kw_only=True)
class OfficeNotice:
    """Written by a coordinator. Where there is no English, everybody reads the Korean."""

    notice: int = 0
    subject: Subject
    title_ko: str
    title_en: str
    text_ko: str
    text_en: str
    gu: District | None = None  # None: for all of Seoul
    track: Track | None = None  # None: for both


@dataclass(frozen=True, slots=True)
class Posted:
    notice: int
    tells: bool


@dataclass(frozen=True, slots=True)
class NoticeGone:
    """Taken down, or never there."""


@dataclass(frozen=True, slots=True)
class Changed:
    notice: int


def letter_key(notice: int) -> str:
    """Names the letters that tell of it."""
    return f"notice:{notice}"


async def post_notice(
    work: Work,
    fact: Any,
    *,
    subject: Subject,
    track: Track | None = None,
    gu: District | None = None,
    call: str | None = None,
    tells: bool = True,
    by: int | None = None,
) -> int:
    """Its number. `tells`: it goes to those who want to hear of the subject in that track and gu, and with a `call` (its key) to those
    who take part in it; the chore `tell_notices` writes to them, batch by batch.
    """
    row = {
        "code": code_of(fact),
        "body": to_json(fact),
        "subject": subject.value,
        "track": track.value if track is not None else None,
        "gu": gu.value if gu is not None else None,
        "call": call,
        "posted_by": by,
        "tells": tells,
    }
    return await notices.keep(work.connection, row, work.now)


def fact_of(notice: Notice) -> Any:
    """Raises UnknownLetter for one that no version knows any more."""
    return replace(from_json(notice.code, dict(notice.body)), notice=notice.id)


@dataclass(frozen=True, kw_only=True)
class WriteNotice:
    """By a coordinator, as far as their role reaches. About `Subject.OFFICE` it is only on the board; else it goes to those who asked to
    hear of the subject, too.
    """

    by: int
    subject: Subject
    title_ko: str
    text_ko: str
    title_en: str = ""
    text_en: str = ""
    gu: District | None = None
    track: Track | None = None

    async def __call__(self, work: Work) -> Posted | Forbidden:
        outcome = await self._outcome(work)
        on = f"notice:{outcome.notice}" if isinstance(outcome, Posted) else ""
        work.note(AuditRow(who=self.by, did="WriteNotice", on=on, outcome=type(outcome).__name__, why=self.subject.value))
        return outcome

    async def _outcome(self, work: Work) -> Posted | Forbidden:
        if (refused := await why_not_about(work, self.by, self.gu, self.track)) is not None:
            return refused
        fact = OfficeNotice(
            subject=self.subject,
            title_ko=self.title_ko,
            title_en=self.title_en,
            text_ko=self.text_ko,
            text_en=self.text_en,
            gu=self.gu,
            track=self.track,
        )
        tells = self.subject in SUBSCRIBED
        number = await post_notice(work, fact, subject=self.subject, gu=self.gu, track=self.track, tells=tells, by=self.by)
        return Posted(number, tells)


async def why_not_about(work: Work, by: int, gu: str | None, track: str | None) -> Forbidden | OutOfReach | None:
    """Of a notice that is for this gu and this track; None of them: for all."""
    gus, tracks = [() if one is None else (one,) for one in (gu, track)]
    return await why_not(work, by, Right.COORDINATE, gus=gus, tracks=tracks)


@dataclass(frozen=True, kw_only=True)
class ReachOfWriting:
    """For whom they may write: some gu, or one track, where their role has a limit."""

    person: int

    async def __call__(self, work: Work) -> Scope | Forbidden:
        return await reach(work, self.person) if await may_answer(work, self.person) else Forbidden()


@dataclass(frozen=True, kw_only=True)
class PinNotice:
    by: int
    number: int
    pin: bool

    async def __call__(self, work: Work) -> Changed | NoticeGone | Forbidden:
        found = await up(work, self.number)
        if (refused := await _why_not(work, self.by, found)) is not None:
            return refused
        if found is None:
            return NoticeGone()
        await notices.change(work.connection, self.number, {"pinned_at": work.now if self.pin else None})
        work.note(AuditRow(who=self.by, did="PinNotice", on=f"notice:{self.number}", outcome="Pinned" if self.pin else "Unpinned"))
        return Changed(self.number)


@dataclass(frozen=True, kw_only=True)
class TakeDownNotice:
    """Off the board, and what has not gone out to people does not go."""

    by: int
    number: int

    async def __call__(self, work: Work) -> Changed | NoticeGone | Forbidden:
        found = await up(work, self.number)
        if (refused := await _why_not(work, self.by, found)) is not None:
            return refused
        if found is None:
            return NoticeGone()
        await stop_telling(work, self.number)
        await notices.change(work.connection, self.number, {"withdrawn_at": work.now, "pinned_at": None})
        await call_notices.withdraw_of_notice(work.connection, self.number)
        work.note(AuditRow(who=self.by, did="TakeDownNotice", on=f"notice:{self.number}", outcome="TakenDown"))
        return Changed(self.number)


async def _why_not(work: Work, by: int, found: Notice | None) -> Forbidden | OutOfReach | None:
    if found is None:
        return None if await may_answer(work, by) else Forbidden()
    return await why_not_about(work, by, found.gu, found.track)


async def stop_telling(work: Work, number: int) -> None:
    """It stays on the board. Whoever had a letter still waiting counts as not told."""
    await notice_audience.give_back(work.connection, number, letter_key(number))
    await notices.change(work.connection, number, {"told_at": work.now})
    await work.withdraw(letter_key(number))


async def up(work: Work, number: int) -> Notice | None:
    """None when it was taken down, or never there."""
    found = await notices.find(work.connection, number)
    return found if found is not None and found.withdrawn_at is None else None


async def still_up(work: Work, numbers: Iterable[int]) -> frozenset[int]:
    """Those of them that have not been taken down."""
    return frozenset([number for number in set(numbers) if await up(work, number) is not None])


async def still_wanted(work: Work, letters: Sequence[Addressed]) -> list[bool]:
    """Of letters with a `notice` and a `subject`: it is up, and its reader still wants to hear of the subject."""
    standing = await still_up(work, (fact.notice for _, fact in letters))
    people = [to for to, _ in letters]
    wanting = {subject: await who_of(work, people, subject) for subject in {fact.subject for _, fact in letters}}
    return [fact.notice in standing and to in wanting[fact.subject] for to, fact in letters]


@renewed(OfficeNotice)
async def while_up(work: Work, letters: Sequence[Addressed]) -> list[OfficeNotice | None]:
    """None: taken down, or they want to hear no more of it."""
    return [fact if wanted else None for (_, fact), wanted in zip(letters, await still_wanted(work, letters), strict=True)]
