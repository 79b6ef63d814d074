"""Handing over the lead: the lead offers it, the other takes it within 72 hours, and both change places at once."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from services import agreements
from services.chores import chore, one_by_one
from services.letters import Letter, letter
from services.members import Gathered, NotAMember, Refused, SeatGone, consortium_of, led, locked, note
from services.office import Office
from storage import consortia, handovers, membership, seats, shops
from storage.audit import AuditRow
from storage.handovers import Answer, Handover
from storage.seats import Role, Seat
from storage.shops import Shop
from storage.work import Conflict, Work

OFFER_LASTS = timedelta(hours=72)
AT_ONCE = 50


@letter("lead_offered")
@dataclass(frozen=True, kw_only=True)
class LeadOffered:
    """To the one who shall lead. `shop`: whose lead it is now."""

    handover: int
    consortium: int
    name: str
    shop: str
    expires_at: datetime


@letter("lead_answered")
@dataclass(frozen=True, kw_only=True)
class LeadAnswered:
    """To the one who offered it. `shop`: who answered."""

    consortium: int
    name: str
    shop: str
    answer: Answer


@letter("lead_withdrawn")
@dataclass(frozen=True, kw_only=True)
class LeadOfferWithdrawn:
    """To the one it was offered to."""

    consortium: int
    name: str


@letter("lead_changed")
@dataclass(frozen=True, kw_only=True)
class LeadChanged:
    """To the other members. `shop`: who leads now."""

    consortium: int
    name: str
    shop: str


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


def handover_key(number: int) -> str:
    return f"handover:{number}"


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
        shop = await _shop(work, seat)
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
            shop=(await _shop(work, found.mine)).name,
            expires_at=expires_at,
        )
        work.post(Letter(to=seat.person, fact=fact, key=handover_key(number)))
        return LeadIsOffered(found.consortium.id, (await _shop(work, seat)).name, expires_at)


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
        mine = await _shop(work, found.mine)
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
        await _withdrawn(work, offer)
        return OfferWithdrawn(self.consortium)


@dataclass(frozen=True, kw_only=True)
class LapseHandover:
    """The office itself, when the 72 hours are over."""

    handover: int

    async def __call__(self, work: Work) -> None:
        known = await handovers.find(work.connection, self.handover)
        if known is None:
            return
        await consortia.lock(work.connection, known.consortium)
        if known.expires_at > work.now or not await handovers.answer(work.connection, known.id, Answer.EXPIRED, work.now):
            return
        await work.withdraw(handover_key(known.id))
        work.note(AuditRow(who=None, did="LapseHandover", on=f"handover:{known.id}", outcome="Expired"))
        await self._tell(work, known)

    async def _tell(self, work: Work, offer: Handover) -> None:
        consortium = await consortia.find(work.connection, offer.consortium)
        lead, other = await seats.find(work.connection, offer.from_seat), await seats.find(work.connection, offer.to_seat)
        if consortium is None or lead is None or other is None:
            return
        fact = LeadAnswered(consortium=consortium.id, name=consortium.name, shop=(await _shop(work, other)).name, answer=Answer.EXPIRED)
        work.post(Letter(to=lead.person, fact=fact))
        work.post(Letter(to=other.person, fact=LeadOfferWithdrawn(consortium=consortium.id, name=consortium.name)))


@chore(timedelta(minutes=5))
async def lapse_handovers(office: Office) -> None:
    async with office.store.reading() as connection:
        over = await handovers.due(connection, office.clock.now(), limit=AT_ONCE)
    await one_by_one(office, {f"handover:{offer.id}": LapseHandover(handover=offer.id) for offer in over})


async def end_of_seat(work: Work, seat: Seat) -> None:
    """To be called before a seat ends, under the lock of its consortium: nothing is offered from or to an empty seat."""
    offer = await handovers.of_seat(work.connection, seat.id)
    if offer is not None:
        await _withdrawn(work, offer, tell=offer.to_seat != seat.id)


async def end_of_consortium(work: Work, number: int) -> None:
    """Before it is dissolved; everybody hears of that instead."""
    offer = await handovers.of_consortium(work.connection, number)
    if offer is not None:
        await _withdrawn(work, offer, tell=False)


async def _withdrawn(work: Work, offer: Handover, *, tell: bool = True) -> None:
    await handovers.answer(work.connection, offer.id, Answer.WITHDRAWN, work.now)
    await work.withdraw(handover_key(offer.id))
    other = await seats.find(work.connection, offer.to_seat)
    consortium = await consortia.find(work.connection, offer.consortium)
    if tell and other is not None and consortium is not None:
        work.post(Letter(to=other.person, fact=LeadOfferWithdrawn(consortium=consortium.id, name=consortium.name)))


async def _shop(work: Work, seat: Seat) -> Shop:
    return (await shops.of_ids(work.connection, [seat.shop]))[seat.shop]
