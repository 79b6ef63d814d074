"""Two deeds at once: the first is done but not committed when the second begins."""

import asyncio
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text

from services.handovers import LeadIsOffered, OfferLead
from services.office import Deed, Office
from services.seats import NoSeat, Seated, take_seat
from storage import consortia, handovers, shops
from storage.seats import Role
from storage.work import Work
from tests.membership.circle import Circle


@dataclass(frozen=True)
class Join:
    """As an accepted invitation does it."""

    circle: Circle
    person: int

    async def __call__(self, work: Work) -> Seated | NoSeat:
        consortium = await consortia.find(work.connection, self.circle.number)
        shop = await shops.find(work.connection, self.circle.shops[self.person])
        assert consortium is not None
        assert shop is not None
        return await take_seat(work, consortium, shop)


async def offered(office: Office, circle: Circle, person: int) -> int:
    """The number of the hand-over."""
    seat = (await circle.seats(office))[person]
    assert isinstance(await office.do(OfferLead(by=circle.lead, seat=seat.id)), LeadIsOffered)
    async with office.store.reading() as connection:
        found = await handovers.of_consortium(connection, circle.number)
    assert found is not None
    return found.id


async def leads_of(office: Office, circle: Circle) -> list[int]:
    return [person for person, seat in (await circle.seats(office)).items() if seat.role is Role.LEAD]


async def side_by_side(office: Office, first: Deed[Any], second: Deed[Any]) -> tuple[Any, Any]:
    """PostgreSQL only: the second one runs until it has to wait for the first, or to its end."""
    async with office.work() as work:
        one = await first(work)
        other = asyncio.create_task(office.do(second))
        await waits_or_is_done(office, other)
    return one, await other


async def waits_or_is_done(office: Office, task: asyncio.Task[Any]) -> None:
    waiting = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")
    async with office.store.reading() as connection:
        while not task.done() and not await connection.scalar(waiting):
            await connection.execute(text("SELECT pg_stat_clear_snapshot()"))


def without_the_lock(monkeypatch) -> None:
    """A consortium is read, and anybody else may change it meanwhile."""
    monkeypatch.setattr(consortia, "lock", consortia.find)
