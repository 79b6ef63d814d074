"""The notices board: what is posted there, read again, pinned, taken down, and what the office writes itself.

A notice is a letter's fact (a frozen dataclass registered with `@letter`, with a field `notice` for its number) that can be read by
everybody; `bot.screens.notice_titles` gives it a title. Features post with `post_notice`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from programme.districts import District
from programme.searching import searchable
from programme.subscriptions import SUBSCRIBED, Subject
from programme.tracks import Track
from services.coordinators import Forbidden, may_answer
from services.letter_renewal import Addressed, as_of_now, renewed
from services.letters import code_of, from_json, letter, to_json
from services.pages import within
from services.subscriptions import who_of
from storage import call_notices, notice_audience, notices
from storage.audit import AuditRow
from storage.notices import Notice
from storage.work import Work

PAGE = 6
NEWS_FOR = timedelta(days=60)  # longer nothing counts as unread
MOST_WORDED = 500  # at once, when somebody searches


@letter("announcement")
@dataclass(frozen=True, kw_only=True)
class Announcement:
    """Written by a coordinator. Where there is no English, everybody reads the Korean."""

    notice: int = 0
    subject: Subject
    title_ko: str
    title_en: str
    text_ko: str
    text_en: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBoard:
    """`fact`: with its number."""

    notice: Notice
    fact: Any
    unread: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """`total`: of those that fit what is sought. `subjects`: what there is to narrow by."""

    shown: tuple[OnBoard, ...]
    page: int
    more: bool
    subject: Subject | None
    sought: str
    total: int
    unread: int
    subjects: tuple[Subject, ...]
    coordinator: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeToRead:
    one: OnBoard
    coordinator: bool


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
class PostAnnouncement:
    """By a coordinator. About `Subject.OFFICE` it is only on the board; else it goes to those who asked to hear of the subject, too."""

    by: int
    subject: Subject
    title_ko: str
    text_ko: str
    title_en: str = ""
    text_en: str = ""

    async def __call__(self, work: Work) -> Posted | Forbidden:
        outcome = await self._outcome(work)
        on = f"notice:{outcome.notice}" if isinstance(outcome, Posted) else ""
        work.note(AuditRow(who=self.by, did="PostAnnouncement", on=on, outcome=type(outcome).__name__, why=self.subject.value))
        return outcome

    async def _outcome(self, work: Work) -> Posted | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        fact = Announcement(
            subject=self.subject, title_ko=self.title_ko, title_en=self.title_en, text_ko=self.text_ko, text_en=self.text_en
        )
        tells = self.subject in SUBSCRIBED
        return Posted(await post_notice(work, fact, subject=self.subject, tells=tells, by=self.by), tells)


@dataclass(frozen=True, kw_only=True)
class MayWrite:
    person: int

    async def __call__(self, work: Work) -> bool:
        return await may_answer(work, self.person)


@dataclass(frozen=True, kw_only=True)
class PinNotice:
    by: int
    number: int
    pin: bool

    async def __call__(self, work: Work) -> Changed | NoticeGone | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        if await up(work, self.number) is None:
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
        if not await may_answer(work, self.by):
            return Forbidden()
        if await up(work, self.number) is None:
            return NoticeGone()
        await stop_telling(work, self.number)
        await notices.change(work.connection, self.number, {"withdrawn_at": work.now, "pinned_at": None})
        await call_notices.withdraw_of_notice(work.connection, self.number)
        work.note(AuditRow(who=self.by, did="TakeDownNotice", on=f"notice:{self.number}", outcome="TakenDown"))
        return Changed(self.number)


async def stop_telling(work: Work, number: int) -> None:
    """It stays on the board. Whoever had a letter still waiting counts as not told."""
    await notice_audience.give_back(work.connection, number, letter_key(number))
    await notices.change(work.connection, number, {"told_at": work.now})
    await work.withdraw(letter_key(number))


@dataclass(frozen=True, kw_only=True)
class LookAtBoard:
    """`sought`: as typed. A page beyond the end is the last one that holds something."""

    person: int
    since: datetime  # when this person first came: what was posted before is no news to them
    page: int = 0
    subject: Subject | None = None
    sought: str = ""

    async def __call__(self, work: Work) -> Board:
        subject, sought = self.subject.value if self.subject else None, searchable(self.sought)
        total = await notices.count(work.connection, subject=subject, sought=sought)
        page = within(self.page, total, PAGE)
        found = await notices.page(work.connection, subject=subject, sought=sought, limit=PAGE + 1, offset=page * PAGE)
        unread = await unread_by(work, self.person, self.since)
        return Board(
            shown=tuple(OnBoard(notice=one, fact=fact_of(one), unread=one.id in unread) for one in found[:PAGE]),
            page=page,
            more=len(found) > PAGE,
            subject=self.subject,
            sought=self.sought,
            total=total,
            unread=len(unread),
            subjects=tuple(map(Subject, await notices.subjects(work.connection))),
            coordinator=await may_answer(work, self.person),
        )


@dataclass(frozen=True, kw_only=True)
class SearchBoard:
    """`words`: of notices that nobody could search yet, by their numbers."""

    by: int
    since: datetime
    sought: str
    words: dict[int, str]

    async def __call__(self, work: Work) -> Board:
        await KeepWords(words=self.words)(work)
        return await LookAtBoard(person=self.by, since=self.since, sought=self.sought)(work)


@dataclass(frozen=True, kw_only=True)
class ReadNotice:
    """In full, with how things stand with the reader now; from then on it is read."""

    person: int
    number: int

    async def __call__(self, work: Work) -> NoticeToRead | NoticeGone:
        found = await up(work, self.number)
        if found is None:
            return NoticeGone()
        await notices.read(work.connection, self.person, [found.id], work.now)
        written = fact_of(found)
        [fact] = await as_of_now(work, [(self.person, written)])
        one = OnBoard(notice=found, fact=fact if fact is not None else written)
        return NoticeToRead(one=one, coordinator=await may_answer(work, self.person))


@dataclass(frozen=True, kw_only=True)
class MarkAllRead:
    person: int
    since: datetime

    async def __call__(self, work: Work) -> None:
        await notices.read(work.connection, self.person, await unread_by(work, self.person, self.since), work.now)


@dataclass(frozen=True, kw_only=True)
class WordlessNotices:
    """Those that cannot be searched yet: what they say is worded elsewhere, and kept with `KeepWords`."""

    async def __call__(self, work: Work) -> tuple[OnBoard, ...]:
        found = await notices.without_words(work.connection, MOST_WORDED)
        return tuple(OnBoard(notice=one, fact=fact_of(one)) for one in found)


@dataclass(frozen=True, kw_only=True)
class KeepWords:
    words: dict[int, str]

    async def __call__(self, work: Work) -> None:
        await notices.set_words(work.connection, {number: searchable(told) for number, told in self.words.items()})


async def unread_by(work: Work, person: int, since: datetime) -> list[int]:
    return await notices.unread(work.connection, person, since=max(since, work.now - NEWS_FOR))


async def up(work: Work, number: int) -> Notice | None:
    """None when it was taken down, or never there."""
    found = await notices.find(work.connection, number)
    return found if found is not None and found.withdrawn_at is None else None


@renewed(Announcement)
async def while_up(work: Work, letters: Sequence[Addressed]) -> list[Announcement | None]:
    """None: taken down, or they want to hear no more of it."""
    standing = {number for number in {fact.notice for _, fact in letters} if await up(work, number) is not None}
    wanting = {subject: await who_of(work, [to for to, _ in letters], subject) for subject in {fact.subject for _, fact in letters}}
    return [fact if fact.notice in standing and to in wanting[fact.subject] else None for to, fact in letters]
