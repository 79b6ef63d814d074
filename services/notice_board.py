"""The notices board as people see it: a page, a search, one notice in full, and what they have not read."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from programme.searching import searchable
from programme.subscriptions import Subject
from services.coordinators import Forbidden, may_answer
from services.letter_renewal import as_of_now
from services.notices import NoticeGone, fact_of, up, why_not_about
from services.pages import within
from storage import notices
from storage.notices import Notice
from storage.work import Work

PAGE = 6
NEWS_FOR = timedelta(days=60)  # longer nothing counts as unread
MOST_WORDED = 500  # at once, when somebody searches


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
    """`office`: why this person does nothing about it for the office; None: they may pin it and take it down."""

    one: OnBoard
    office: Forbidden | None


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
        return NoticeToRead(one=one, office=await why_not_about(work, self.person, found.gu, found.track))


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
