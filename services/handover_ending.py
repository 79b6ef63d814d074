"""The end of an offered lead that nobody has answered: its time is over, it is taken back, or a seat it stands on ends."""

from dataclasses import dataclass
from datetime import timedelta

from services.chores import chore, one_by_one
from services.handover_letters import LeadAnswered, LeadOfferWithdrawn, handover_key
from services.letters import Letter
from services.office import Office
from storage import consortia, handovers, seats, shops
from storage.audit import AuditRow
from storage.handovers import Answer, Handover
from storage.seats import Seat
from storage.shops import Shop
from storage.work import Work

AT_ONCE = 50


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
        fact = LeadAnswered(consortium=consortium.id, name=consortium.name, shop=(await shop_of(work, other)).name, answer=Answer.EXPIRED)
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
        await withdrawn(work, offer, tell=offer.to_seat != seat.id)


async def end_of_consortium(work: Work, number: int) -> None:
    """Before it is dissolved; everybody hears of that instead."""
    offer = await handovers.of_consortium(work.connection, number)
    if offer is not None:
        await withdrawn(work, offer, tell=False)


async def withdrawn(work: Work, offer: Handover, *, tell: bool = True) -> None:
    await handovers.answer(work.connection, offer.id, Answer.WITHDRAWN, work.now)
    await work.withdraw(handover_key(offer.id))
    other = await seats.find(work.connection, offer.to_seat)
    consortium = await consortia.find(work.connection, offer.consortium)
    if tell and other is not None and consortium is not None:
        work.post(Letter(to=other.person, fact=LeadOfferWithdrawn(consortium=consortium.id, name=consortium.name)))


async def shop_of(work: Work, seat: Seat) -> Shop:
    return (await shops.of_ids(work.connection, [seat.shop]))[seat.shop]
