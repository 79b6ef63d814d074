"""Every member confirms the agreement; with the last of them the consortium has agreed."""

from dataclasses import dataclass

from programme.agreement import read
from services import pledges
from services.agreements import agreed_key, void
from services.letters import Letter, letter
from services.members import Gathered, NotAMember, locked, note
from storage import agreements
from storage.agreements import Agreement
from storage.seats import Role
from storage.work import Work


@letter("agreement_agreed")
@dataclass(frozen=True, kw_only=True)
class AllAgreed:
    """To every member."""

    consortium: int
    name: str
    version: int
    lead: bool


@dataclass(frozen=True, slots=True)
class Confirmed:
    consortium: int
    waiting: int  # members who have not confirmed yet


@dataclass(frozen=True, slots=True)
class Agreed:
    """This was the last one."""

    consortium: int


@dataclass(frozen=True, slots=True)
class ConfirmedAlready:
    consortium: int


@dataclass(frozen=True, slots=True)
class NewerVersion:
    consortium: int
    version: int


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Something it says has changed, and there is no newer version yet."""

    consortium: int


ConfirmOutcome = Confirmed | Agreed | ConfirmedAlready | NewerVersion | Overtaken | NotAMember


@dataclass(frozen=True, kw_only=True)
class ConfirmAgreement:
    """A member confirms the version they were shown, as long as it still says how things are."""

    by: int
    consortium: int
    version: int

    async def __call__(self, work: Work) -> ConfirmOutcome:
        outcome = await self._outcome(work)
        note(work, self.by, "ConfirmAgreement", self.consortium, outcome, f"version:{self.version}")
        return outcome

    async def _outcome(self, work: Work) -> ConfirmOutcome:
        found = await locked(work, self.consortium, self.by)
        if isinstance(found, NotAMember):
            return found
        standing = await agreements.latest(work.connection, self.consortium)
        # Whoever changes something makes it void; looking once more costs little, and nobody confirms what is no longer so.
        if standing is None or standing.void_at is not None or await void(work, self.consortium):
            return Overtaken(self.consortium)
        if standing.version != self.version:
            return NewerVersion(self.consortium, standing.version)
        if not await agreements.confirm(work.connection, standing.id, seat=found.mine.id, person=self.by, now=work.now):
            return ConfirmedAlready(self.consortium)
        await self._promise(work, found, standing)
        # With this promise, others that were made meanwhile may add up to another division than the paper's.
        return Overtaken(self.consortium) if await void(work, self.consortium, by=self.by) else await self._after(work, found, standing)

    async def _promise(self, work: Work, found: Gathered, standing: Agreement) -> None:
        said = await agreements.terms_of(work.connection, standing.id)
        parties = read(said).parties if said is not None else ()
        amount = next((party.amount for party in parties if party.seat == found.mine.id), None)
        if amount is not None:
            await pledges.promise_as_written(work, found.consortium, found.seats, seat=found.mine.id, amount=amount)

    async def _after(self, work: Work, found: Gathered, standing: Agreement) -> Confirmed | Agreed:
        confirmed = await agreements.confirmed(work.connection, standing.id)
        waiting = [seat for seat in found.seats if seat.id not in confirmed]
        if waiting:
            return Confirmed(self.consortium, len(waiting))
        if await agreements.mark_agreed(work.connection, self.consortium, work.now):
            for seat in found.seats:
                fact = AllAgreed(
                    consortium=self.consortium,
                    name=found.consortium.name,
                    version=standing.version,
                    lead=seat.role is Role.LEAD,
                )
                work.post(Letter(to=seat.person, fact=fact, key=agreed_key(self.consortium)))
        return Agreed(self.consortium)
