"""Handing over the lead: the lead offers it, the other takes it within 72 hours, and both change places at once."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from services import agreements
from services.handover_ending import shop_of, withdrawn
from services.handover_letters import LeadAnswered, LeadChanged, LeadOffered, handover_key
from services.letters import Letter
from services.members import Gathered, NotAMember, Refused, SeatGone, consortium_of, led, locked, note
from storage import handovers, membership
from storage.audit import AuditRow
from storage.handovers import Answer, Handover
from storage.seats import Role, Seat
from storage.shops import Shop
from storage.work import Conflict, Work

OFFER_LASTS = timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class LeadIsOffered:
    consortium: int
    shop: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class OfferedAlready:
    """One offer at a time."""

    consortium: int


@dataclass(frozen=True, slots=True)
class LeadTaken:
    consortium: int
    name: str


@dataclass(frozen=True, slots=True)
class LeadDeclined:
    consortium: int
    name: str


@dataclass(frozen=True, slots=True)
class OfferWithdrawn:
    consortium: int


@dataclass(frozen=True, slots=True)
class NoOffer:
    """Answered, withdrawn or expired, or meant for somebody else."""


@dataclass(frozen=True, slots=True)
class CannotLead:
    """The shop that was to lead is closed or suspended."""

    consortium: int
    shop: Shop


@dataclass(frozen=True, kw_only=True)
class OfferLead:
    """The lead's half of the confirmation."""

    by: int
    seat: int

    async def __call__(self, work: Work) -> LeadIsOffered | OfferedAlready | CannotLead | SeatGone | Refused:
        number = await consortium_of(work, self.seat)
        outcome = await self._outcome(work, number)
        note(work, self.by, "OfferLead", number, outcome, f"seat:{self.seat}")
        return outcome

    async def _outcome(self, work: Work, number: int) -> LeadIsOffered | OfferedAlready | CannotLead | SeatGone | Refused:
        found = await led(work, number, self.by)
        if not isinstance(found, Gathered):
            return found
        seat = found.seat(self.seat)
        if seat is None or seat.id == found.mine.id:
            return SeatGone(number)
        shop = await shop_of(work, seat)
        if not shop.is_trading:
            return CannotLead(number, shop)
        try:
            return await self._offered(work, found, seat)
        except Conflict:
            return OfferedAlready(number)

    async def _offered(self, work: Work, found: Gathered, seat: Seat) -> LeadIsOffered:
        expires_at = work.now + OFFER_LASTS
        async with work.savepoint():
            number = await handovers.offer(
                work.connection,
                consortium=found.consortium.id,
                from_seat=found.mine.id,
                to_seat=seat.id,
                expires_at=expires_at,
                now=work.now,
            )
        fact = LeadOffered(
            handover=number,
            consortium=found.consortium.id,
            name=found.consortium.name,
            shop=(await shop_of(work, found.mine)).name,
            expires_at=expires_at,
        )
        work.post(Letter(to=seat.person, fact=fact, key=handover_key(number)))
        return LeadIsOffered(found.consortium.id, (await shop_of(work, seat)).name, expires_at)


@dataclass(frozen=True, kw_only=True)
class AnswerHandover:
    """The other half: only the one it was offered to."""

    by: int
    handover: int
    takes: bool

    async def __call__(self, work: Work) -> LeadTaken | LeadDeclined | NoOffer | CannotLead:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="AnswerHandover", on=f"handover:{self.handover}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> LeadTaken | LeadDeclined | NoOffer | CannotLead:
        known = await handovers.find(work.connection, self.handover)
        found = await locked(work, known.consortium, self.by) if known is not None else NotAMember()
        # Read again under the lock: it may have been withdrawn while we waited.
        offer = await handovers.find(work.connection, self.handover)
        if not isinstance(found, Gathered) or offer is None or offer.to_seat != found.mine.id or offer.expires_at <= work.now:
            return NoOffer()
        if found.lead.id != offer.from_seat:
            return NoOffer()
        return await self._answered(work, found, offer)

    async def _answered(self, work: Work, found: Gathered, offer: Handover) -> LeadTaken | LeadDeclined | NoOffer | CannotLead:
        mine = await shop_of(work, found.mine)
        if self.takes and not mine.is_trading:
            return CannotLead(found.consortium.id, mine)  # the offer stands: it may have opened again by then
        answer = Answer.TAKEN if self.takes else Answer.DECLINED
        if not await handovers.answer(work.connection, offer.id, answer, work.now):
            return NoOffer()
        await work.withdraw(handover_key(offer.id))
        shop, former = mine.name, found.lead
        fact = LeadAnswered(consortium=found.consortium.id, name=found.consortium.name, shop=shop, answer=answer)
        work.post(Letter(to=former.person, fact=fact))
        if not self.takes:
            return LeadDeclined(found.consortium.id, found.consortium.name)
        await membership.give_role(work.connection, former.id, Role.MEMBER)
        await membership.give_role(work.connection, found.mine.id, Role.LEAD)
        self._tell_the_others(work, found, former, shop)
        await agreements.void(work, found.consortium.id, by=self.by)
        return LeadTaken(found.consortium.id, found.consortium.name)

    def _tell_the_others(self, work: Work, found: Gathered, former: Seat, shop: str) -> None:
        fact = LeadChanged(consortium=found.consortium.id, name=found.consortium.name, shop=shop)
        for seat in found.others:
            if seat.id != former.id:
                work.post(Letter(to=seat.person, fact=fact))


@dataclass(frozen=True, kw_only=True)
class WithdrawOffer:
    """The lead thinks better of it."""

    by: int
    consortium: int

    async def __call__(self, work: Work) -> OfferWithdrawn | NoOffer | Refused:
        outcome = await self._outcome(work)
        note(work, self.by, "WithdrawOffer", self.consortium, outcome)
        return outcome

    async def _outcome(self, work: Work) -> OfferWithdrawn | NoOffer | Refused:
        found = await led(work, self.consortium, self.by)
        if not isinstance(found, Gathered):
            return found
        offer = await handovers.of_consortium(work.connection, self.consortium)
        if offer is None:
            return NoOffer()
        await withdrawn(work, offer)
        return OfferWithdrawn(self.consortium)
