"""What somebody who waited does with the time that is held for them: takes it, or lets the next one have it."""

from dataclasses import dataclass

from services.hold_wishes import NotHeldFor
from services.session_hold_ends import NotHeld
from services.session_waits import NotWaiting, Waiting, give_back, locked_wait, offer_of, waiting_of
from services.sessions import AlreadyBooked, Booked, BookSession
from storage import session_waits
from storage.audit import AuditRow
from storage.work import Work


@dataclass(frozen=True, slots=True)
class NothingOffered:
    """No time is held for them now: it went to the next, or they let it go."""


@dataclass(frozen=True, slots=True)
class PassedOn:
    """The time goes to the next; they wait on."""

    waiting: Waiting


@dataclass(frozen=True, kw_only=True)
class TakeOffer:
    """Books the time that is held for them. What it is about can be said afterwards."""

    by: int
    wait: int

    async def __call__(self, work: Work) -> Booked | AlreadyBooked | NotHeld | NotHeldFor | NothingOffered | NotWaiting:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="TakeOffer", on=f"session_wait:{self.wait}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Booked | AlreadyBooked | NotHeld | NotHeldFor | NothingOffered | NotWaiting:
        wait = await session_waits.find(work.connection, self.wait)
        if wait is None or wait.person != self.by:
            taken = await session_waits.booked_by(work.connection, self.wait, self.by)
            return NotWaiting() if taken is None else await BookSession(by=self.by, session=taken)(work)
        offer = await offer_of(work, wait)
        if offer is None:
            return NothingOffered()
        return await BookSession(by=self.by, session=offer.id)(work)


@dataclass(frozen=True, kw_only=True)
class PassOffer:
    """Not this time. The next in the queue gets it at once, and they wait on for another."""

    by: int
    wait: int

    async def __call__(self, work: Work) -> PassedOn | NothingOffered | NotWaiting:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="PassOffer", on=f"session_wait:{self.wait}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> PassedOn | NothingOffered | NotWaiting:
        wait = await locked_wait(work, self.wait, self.by)
        if isinstance(wait, NotWaiting):
            return wait
        offer = await offer_of(work, wait)
        if offer is None:
            return NothingOffered()
        await give_back(work, offer)
        after = await session_waits.find(work.connection, wait.id)
        assert after is not None
        return PassedOn(await waiting_of(work, after))
