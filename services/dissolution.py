"""Dissolving a consortium: everybody hears, and every shop is free again."""

from dataclasses import dataclass

from services import handover_ending, seat_queue
from services.invitation_chasing import withdraw_all
from services.letters import Letter, letter
from services.members import Gathered, Refused, led, note
from services.pledges import promise_key
from services.recruiting import card_changed
from storage import membership
from storage.work import Work


@letter("dissolved")
@dataclass(frozen=True, kw_only=True)
class ConsortiumDissolved:
    """To every other member, and to everybody who waited for a seat."""

    name: str
    waited: bool


@dataclass(frozen=True, slots=True)
class Dissolved:
    name: str


@dataclass(frozen=True, kw_only=True)
class DissolveConsortium:
    by: int
    consortium: int

    async def __call__(self, work: Work) -> Dissolved | Refused:
        outcome = await self._outcome(work)
        note(work, self.by, "DissolveConsortium", self.consortium, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Dissolved | Refused:
        found = await led(work, self.consortium, self.by)
        if not isinstance(found, Gathered):
            return found
        await self._close_what_is_open(work, found)
        await membership.dissolve(work.connection, self.consortium, by=self.by, now=work.now)
        await card_changed(work, self.consortium)
        return Dissolved(found.consortium.name)

    async def _close_what_is_open(self, work: Work, found: Gathered) -> None:
        name = found.consortium.name
        await handover_ending.end_of_consortium(work, self.consortium)
        await withdraw_all(work, self.consortium, self.by)
        for seat in found.seats:
            await work.withdraw(promise_key(seat.id))
        for waited in await seat_queue.close_queue(work, self.consortium):
            work.post(Letter(to=waited, fact=ConsortiumDissolved(name=name, waited=True)))
        for seat in found.others:
            work.post(Letter(to=seat.person, fact=ConsortiumDissolved(name=name, waited=False)))
