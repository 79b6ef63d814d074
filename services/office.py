"""The office: carries out deeds and looks. A deed sees neither a commit nor the clock nor Telegram."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Protocol, TypeVar

from services.clock import Clock
from services.tax_office import TaxOffice
from storage.engine import Store
from storage.work import House, Work

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")


class Deed(Protocol[T_co]):
    """A frozen, keyword-only dataclass that changes something; expected outcomes are returned, not raised."""

    async def __call__(self, work: Work, /) -> T_co: ...


class Look(Protocol[T_co]):
    """The same, but it only reads."""

    async def __call__(self, work: Work, /) -> T_co: ...


class LookWrote(AssertionError):
    """A look tried to change something: a bug."""


class Office:
    """`tax_office`: None when nobody gave a key for it; then coordinators confirm shops by hand."""

    def __init__(self, store: Store, clock: Clock, *, house: House | None = None, tax_office: TaxOffice | None = None) -> None:
        self.store = store
        self.clock = clock
        self.house = house or House()
        self.tax_office = tax_office

    def _house(self) -> House:
        return replace(self.house, asks_tax_office=True) if self.tax_office is not None else self.house

    async def do(self, deed: Deed[T]) -> T:
        """One deed, one transaction. Raises StoreUnavailable; then nothing was done."""
        async with self.work() as work:
            return await deed(work)

    async def look(self, look: Look[T]) -> T:
        async with self.store.reading() as connection:
            work = Work(connection, self.clock.now(), self._house())
            try:
                seen = await look(work)
            finally:
                await work.close()
        if not work.is_clean:
            raise LookWrote(f"{type(look).__name__} posted, noted or saved something")
        return seen

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """A unit of work for several deeds at once; flushed and committed at the end, undone on an exception."""
        async with self.store.transaction() as connection:
            work = Work(connection, self.clock.now(), self._house())
            try:
                yield work
                await work.flush()
            finally:
                await work.close()
