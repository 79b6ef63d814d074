"""A member promises a part of the own share."""

from dataclasses import dataclass

from services import agreements
from services.letters import Letter, letter
from services.members import Gathered, NotAMember, locked, note, seen
from services.pledges import Money, money_of, promise_key
from storage import consortia, pledges, seats
from storage.work import Work


@letter("promises_complete")
@dataclass(frozen=True, kw_only=True)
class PromisesComplete:
    """To the lead: everybody has promised. `needed`: None where the call sets it. KRW."""

    consortium: int
    name: str
    promised: int
    needed: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """`short`: what all promises together still lack; only told when nobody is missing any more. KRW."""

    consortium: int
    amount: int
    missing: int  # members who have not promised yet
    short: int


@dataclass(frozen=True, slots=True)
class PartIsAnother:
    """The part has changed since it was shown."""

    consortium: int


@dataclass(frozen=True, kw_only=True)
class PromisePart:
    """`of`: the part as it was shown (None: it was open); so nobody promises for a sum they have not seen. KRW."""

    by: int
    consortium: int
    amount: int
    of: int | None

    async def __call__(self, work: Work) -> Promised | PartIsAnother | NotAMember:
        outcome = await self._outcome(work)
        note(work, self.by, "PromisePart", self.consortium, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Promised | PartIsAnother | NotAMember:
        if self.amount < 0:
            raise ValueError(f"a promise of {self.amount} won")
        found = await locked(work, self.consortium, self.by)
        if not isinstance(found, Gathered):
            return found
        before = await money_of(work, found.consortium, found.seats)
        part = before.share.of_seat(found.mine.id)
        if part is None or part.due != self.of:
            return PartIsAnother(self.consortium)
        if part.standing != self.amount:
            await self._keep(work, found)
        after = await self._money(work)
        if before.share.missing_from and not after.share.missing_from:
            self._tell_the_lead(work, found, after)
        missing = len(after.share.missing_from)
        return Promised(consortium=self.consortium, amount=self.amount, missing=missing, short=0 if missing else max(after.share.short, 0))

    async def _keep(self, work: Work, found: Gathered) -> None:
        await pledges.promise(work.connection, found.mine.id, amount=self.amount, of=self.of, now=work.now)
        await work.withdraw(promise_key(found.mine.id))
        await agreements.void(work, self.consortium, by=self.by)

    async def _money(self, work: Work) -> Money:
        consortium = await consortia.find(work.connection, self.consortium)
        assert consortium is not None
        return await money_of(work, consortium, tuple(await seats.of_consortium(work.connection, self.consortium)))

    def _tell_the_lead(self, work: Work, found: Gathered, money: Money) -> None:
        if found.lead.person == self.by:
            return
        fact = PromisesComplete(
            consortium=self.consortium, name=found.consortium.name, promised=money.share.promised, needed=money.share.needed
        )
        work.post(Letter(to=found.lead.person, fact=fact, key=f"promises:{self.consortium}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class MyPart:
    """`due`: None while it is open. KRW."""

    consortium: int
    name: str
    due: int | None
    standing: int | None


@dataclass(frozen=True, kw_only=True)
class WhatFallsToMe:
    person: int
    consortium: int

    async def __call__(self, work: Work) -> MyPart | NotAMember:
        found = await seen(work, self.consortium, self.person)
        if not isinstance(found, Gathered):
            return found
        part = (await money_of(work, found.consortium, found.seats)).share.of_seat(found.mine.id)
        assert part is not None
        return MyPart(consortium=self.consortium, name=found.consortium.name, due=part.due, standing=part.standing)
