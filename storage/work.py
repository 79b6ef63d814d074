"""One unit of work: a transaction, its time, and what is written in bulk when it closes."""

from collections.abc import AsyncIterator, Collection, Hashable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from programme.announcements import LARGE
from programme.booking import BookingTerms
from storage import audit, drafts, hints, letters, people
from storage.audit import AuditRow
from storage.drafts import Draft
from storage.letters import NewLetter
from storage.people import Person


class Conflict(Exception):
    """The database refused what was done inside `work.savepoint()`: somebody else has it already."""


class Postable(Protocol):
    """Anything that can be written down as a letter."""

    def written(self, now: datetime) -> NewLetter: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What the operator decided for this house. It travels with each unit of work, so that deeds, looks and stories read no settings."""

    accepts_test_numbers: bool = False  # business numbers that are never issued (001–100), for tests and the demo
    asks_tax_office: bool = False  # there is a key for it; else coordinators confirm every shop
    booking: BookingTerms = field(default_factory=BookingTerms)
    quiet_nights: bool = True  # announcements rest by night
    large_audience: int = LARGE  # people; from here on a second of the office approves an announcement


class Work:
    """Given to every deed and look. Whoever opened it flushes and commits; a deed only fills it."""

    def __init__(self, connection: AsyncConnection, now: datetime, house: House | None = None) -> None:
        self.connection = connection
        self.now = now  # aware, UTC
        self.house = house or House()
        self.shared: dict[Hashable, Any] = {}  # what looks of this unit of work found and others may use; never what decides
        self._session: AsyncSession | None = None
        self._letters: list[NewLetter] = []
        self._rows: list[AuditRow] = []
        self._drafts: dict[str, Draft | None] = {}
        self._people: dict[int, Person] = {}

    @property
    def session(self) -> AsyncSession:
        """For what reads better with objects; on the same transaction. Never commit it."""
        if self._session is None:
            self._session = AsyncSession(self.connection, expire_on_commit=False)
        return self._session

    def post(self, letter: Postable) -> None:
        """Without a due time it goes out right after the commit."""
        self._letters.append(letter.written(self.now))

    def note(self, row: AuditRow) -> None:
        self._rows.append(row)

    def save_draft(self, draft: Draft) -> None:
        """The last version of each draft is written, with this work's time as the time of saving."""
        self._drafts[draft.id] = draft

    def drop_draft(self, draft: Draft) -> None:
        self._drafts[draft.id] = None

    def save_person(self, person: Person) -> None:
        self._people[person.id] = person

    async def withdraw(self, key: str, *, to: int | None = None) -> int:
        """Takes back every letter under this key that has not been sent; how many. Later posts are not touched.

        `to`: those to this chat alone.
        """
        kept = [letter for letter in self._letters if letter.key != key or to not in {None, letter.to}]
        dropped = len(self._letters) - len(kept)
        self._letters = kept
        return dropped + await letters.withdraw(self.connection, key, self.now, to=to)

    async def withdraw_from(self, key: str, chats: Collection[int]) -> None:
        """As `withdraw`, from all of these at a stroke."""
        self._letters = [letter for letter in self._letters if letter.key != key or letter.to not in chats]
        await letters.withdraw_from(self.connection, key, sorted(chats), self.now)

    async def move(self, key: str, due: datetime) -> set[int]:
        """Every letter under this key that waits goes at that time instead; to which chats."""
        self._letters = [replace(letter, due=due) if letter.key == key else letter for letter in self._letters]
        gathered = {letter.to for letter in self._letters if letter.key == key}
        return gathered | await letters.move(self.connection, key, due, self.now)

    async def flush(self) -> list[int]:
        """Writes what was gathered, in bulk; the ids of the letters posted since the last flush, in their order."""
        if self._session is not None:
            await self._session.flush()
        await people.save_all(self.connection, list(self._people.values()))
        # What goes, goes first: a fresh draft may take the place of one on the same subject.
        await drafts.drop_all(self.connection, [id for id, draft in self._drafts.items() if draft is None])  # noqa: A001
        await drafts.save_all(self.connection, [draft for draft in self._drafts.values() if draft], self.now)
        await audit.append(self.connection, self._rows, self.now)
        ids = await self._send_off()
        self._people, self._drafts, self._rows = {}, {}, []
        return ids

    async def _send_off(self) -> list[int]:
        posted, self._letters = self._letters, []
        if any(letter.leased_until is None and letter.due <= self.now for letter in posted):
            await hints.letters_waiting(self.connection)
        return await letters.post(self.connection, posted, self.now)

    @property
    def is_clean(self) -> bool:
        """Nothing is waiting to be written."""
        return not (self._letters or self._rows or self._drafts or self._people)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """What is done inside is undone alone, and Conflict raised, when a constraint says no. Statements first: buffers do not run."""
        before = (list(self._letters), list(self._rows), dict(self._drafts), dict(self._people))
        try:
            async with self.session.begin_nested():
                await self.session.connection()  # a session sets its savepoint only when it touches the connection
                yield
                await self.session.flush()
        except BaseException as error:  # cancelled, too, it undoes what was gathered; then it is raised again
            self._letters, self._rows, self._drafts, self._people = before
            if isinstance(error, IntegrityError):
                raise Conflict from error
            raise

    async def close(self) -> None:
        """Lets go of the session; the transaction is not ours to end."""
        if self._session is not None:
            await self._session.close()
