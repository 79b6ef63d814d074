"""The card of a consortium: everything its members see of it, and what still keeps it from applying."""

from dataclasses import dataclass
from datetime import date, datetime

from programme.call import Call
from programme.consortium import Agreement, Blocker, Body, Member, Rules, Standing, blockers, is_ready
from programme.consortium_size import Size, size_of
from programme.rights import Right
from programme.rules import Rule
from programme.seoul import seoul_day
from programme.tracks import Track
from programme.windows import CallState, Phase, state
from services import chosen_call
from services.consortium_reach import reaches
from services.coordinators import scopes
from services.members import NotAMember, consortium_of
from services.pledges import Money, money_of
from storage import agreements, attendance, certificates, consortia, handovers, membership, seats, shops, waiting_seats
from storage.attendance import Visit
from storage.certificates import Certificate
from storage.consortia import Consortium
from storage.handovers import Handover
from storage.seats import Role, Seat
from storage.shops import Check, Shop
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class CardMember:
    """`certificate`: of a micro enterprise, as far as it was told. `confirmed_at`: the agreement as it stands.

    `visit`: to a briefing of the call, where it wants one to have been attended.
    """

    seat: Seat
    shop: Shop
    certificate: Certificate | None
    confirmed_at: datetime | None
    visit: Visit | None = None

    @property
    def certificate_until(self) -> date | None:
        return None if self.certificate is None else self.certificate.expires


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """`mine`: the seat of whoever looks; None for a coordinator, who may look and no more."""

    consortium: Consortium
    call: Call | None
    stands: CallState | None
    size: Size
    members: tuple[CardMember, ...]
    mine: Seat | None
    money: Money
    agreement: Agreement
    blockers: tuple[Blocker, ...]
    handover: Handover | None
    waiting: int
    seen_at: datetime

    @property
    def i_lead(self) -> bool:
        return self.mine is not None and self.mine.role is Role.LEAD

    @property
    def is_ready(self) -> bool:
        return is_ready(self.blockers)

    @property
    def confirmed(self) -> int:
        return sum(one.shop.is_confirmed for one in self.members)

    def member(self, seat: int) -> CardMember | None:
        return next((one for one in self.members if one.seat.id == seat), None)


@dataclass(frozen=True, slots=True)
class WasDissolved:
    """Told to those who sat in it."""

    name: str


@dataclass(frozen=True, kw_only=True)
class ConsortiumCard:
    """For members; a coordinator whose role reaches it may look, too."""

    person: int
    consortium: int

    async def __call__(self, work: Work) -> Card | WasDissolved | NotAMember:
        consortium = await consortia.find(work.connection, self.consortium)
        if consortium is None:
            return NotAMember()
        taken = tuple(await seats.of_consortium(work.connection, consortium.id))
        mine = next((seat for seat in taken if seat.person == self.person), None)
        may_look = mine is not None or await reaches(work, await scopes(work, self.person, Right.COORDINATE), consortium, taken)
        if consortium.dissolved_at is not None:
            sat_there = may_look or await membership.sat_in(work.connection, consortium.id, self.person)
            return WasDissolved(consortium.name) if sat_there else NotAMember()
        return await card_of(work, consortium, taken, mine) if may_look else NotAMember()


@dataclass(frozen=True, kw_only=True)
class CardOfSeat:
    """The card of the consortium in which this seat is taken now."""

    person: int
    seat: int

    async def __call__(self, work: Work) -> Card | WasDissolved | NotAMember:
        return await ConsortiumCard(person=self.person, consortium=await consortium_of(work, self.seat))(work)


async def card_of(work: Work, consortium: Consortium, taken: tuple[Seat, ...], mine: Seat | None) -> Card:
    call = await chosen_call.call_of(work, consortium)
    money = await money_of(work, consortium, taken)
    confirmed = await _confirmed(work, consortium)
    members = await _members(work, taken, confirmed or {}, await _visits(work, call, taken))
    agreement = _agreement(consortium, drawn_up=confirmed is not None)
    stands = None if call is None else state(call, work.now)
    found = blockers(tuple(map(_judged, members)), _rules(consortium, call, stands), consortium.project_cost, money.share, agreement)
    return Card(
        consortium=consortium,
        call=call,
        stands=stands,
        size=size_of(call),
        members=members,
        mine=mine,
        money=money,
        agreement=agreement,
        blockers=found,
        handover=await handovers.of_consortium(work.connection, consortium.id),
        waiting=len(await waiting_seats.of_consortium(work.connection, consortium.id)),
        seen_at=work.now,
    )


async def _confirmed(work: Work, consortium: Consortium) -> dict[int, datetime] | None:
    """Which seats confirmed the agreement when; None while none is drawn up, or the last one is void."""
    latest = await agreements.latest(work.connection, consortium.id)
    if latest is None or latest.void_at is not None:
        return None
    return await agreements.confirmed(work.connection, latest.id)


async def _visits(work: Work, call: Call | None, taken: tuple[Seat, ...]) -> dict[int, Visit]:
    """To briefings, by person; none where the call wants none."""
    if call is None or not _needs_briefing(call):
        return {}
    return await attendance.visits(work.connection, [seat.person for seat in taken], call=call.key)


def _needs_briefing(call: Call) -> bool:
    return Rule.BRIEFING in {rule for rule, _ in call.rules}


async def _members(work: Work, taken: tuple[Seat, ...], confirmed: dict[int, datetime], visits: dict[int, Visit]) -> tuple[CardMember, ...]:
    known = await shops.of_ids(work.connection, [seat.shop for seat in taken])
    papers = await certificates.of_shops(work.connection, [seat.shop for seat in taken])
    return tuple(
        CardMember(
            seat=seat,
            shop=known[seat.shop],
            certificate=papers.get(seat.shop),
            confirmed_at=confirmed.get(seat.id),
            visit=visits.get(seat.person),
        )
        for seat in taken
    )


def _agreement(consortium: Consortium, *, drawn_up: bool) -> Agreement:
    if not drawn_up:
        return Agreement.NONE
    return Agreement.DRAWN_UP if consortium.agreed_at is None else Agreement.CONFIRMED


def _rules(consortium: Consortium, call: Call | None, stands: CallState | None) -> Rules:
    size = size_of(call)
    track = Track(consortium.track)
    if call is None:
        return Rules(track=track, fewest=size.fewest, most=size.most)
    closes = stands.round.closes if stands is not None and stands.round is not None else None
    return Rules(
        track=track,
        fewest=size.fewest,
        most=size.most,
        one_trade=call.same_trade.value,
        needs_certificate=Rule.CERTIFICATE in {rule for rule, _ in call.rules},
        needs_briefing=_needs_briefing(call),
        closes=None if closes is None else seoul_day(closes),
        is_chosen=True,
        is_open=stands is not None and stands.phase is Phase.OPEN,
    )


def _judged(one: CardMember) -> Member:
    shop = one.shop
    return Member(
        seat=one.seat.id,
        body=Body(shop.kind.value),
        standing=_STANDINGS[shop.check_state],
        trade=f"{shop.trade} {shop.trade_words}".strip(),
        founders=shop.founders,
        cooperatives=shop.cooperatives,
        certificate_until=one.certificate_until,
        has_confirmed=one.confirmed_at is not None,
        keeps_the_books=one.seat.role is Role.ACCOUNTANT,
        was_at_briefing=one.visit is not None,
    )


_STANDINGS = {
    Check.WAITING: Standing.WAITING,
    Check.BY_HAND: Standing.WAITING,
    Check.ACTIVE: Standing.CONFIRMED,
    Check.PROVEN: Standing.CONFIRMED,
    Check.SUSPENDED: Standing.SUSPENDED,
    Check.CLOSED: Standing.CLOSED,
    Check.UNKNOWN: Standing.NOT_FOUND,
    Check.MISMATCH: Standing.NOT_FOUND,
    Check.REFUSED: Standing.NOT_FOUND,
}
