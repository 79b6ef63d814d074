"""The terms of an agreement as the consortium stands at this moment, and what still lacks for having any."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from programme.agreement import Gaps, Party, Terms, amounts
from programme.agreement_wording import NEWEST
from programme.consortium_size import size_of
from programme.own_share import OwnShare
from programme.subsidy import Grant
from services import chosen_call, pledges
from storage import owners, shops
from storage.consortia import Consortium, Split
from storage.seats import Seat
from storage.shops import Shop
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What the lead says when drawing the agreement up; everything else has been entered before."""

    fields: tuple[str, ...]
    ends_on: date


async def gaps_of(work: Work, consortium: Consortium, taken: Sequence[Seat]) -> Gaps:
    size = size_of(await chosen_call.call_of(work, consortium))
    found = await shops.of_ids(work.connection, [seat.shop for seat in taken])
    here = [found[seat.shop] for seat in taken]
    return Gaps(
        have=len(taken),
        needed=size.fewest,
        unconfirmed=tuple(shop.name for shop in here if not shop.is_confirmed or shop.removed_at is not None),
        cost_is_known=consortium.project_cost is not None,
    )


async def as_it_stands(work: Work, consortium: Consortium, taken: tuple[Seat, ...], chosen: Chosen) -> Terms | Gaps:
    gaps = await gaps_of(work, consortium, taken)
    if consortium.project_cost is None or not gaps.none:
        return gaps
    call = await chosen_call.call_of(work, consortium)
    money = await pledges.money_of(work, consortium, taken)
    grant = money.granted if isinstance(money.granted, Grant) else None
    divided, parties = amounts(money.share, by_share=consortium.split is Split.BY_SHARE)
    return Terms(
        wording=NEWEST,
        name=consortium.name,
        idea=consortium.idea,
        track=consortium.track,
        call=call.title if call is not None else None,
        fields=chosen.fields,
        ends_on=chosen.ends_on,
        cost=consortium.project_cost,
        subsidy=grant.amount if grant is not None else None,
        own=money.share.needed,
        divided=divided,
        parties=await _parties(work, taken, _by_seat(money.share, parties)),
    )


def _by_seat(share: OwnShare, brought: tuple[int | None, ...]) -> dict[int, int | None]:
    return {part.seat: amount for part, amount in zip(share.parts, brought, strict=True)}


async def _parties(work: Work, taken: Sequence[Seat], brought: dict[int, int | None]) -> tuple[Party, ...]:
    found = await shops.of_ids(work.connection, [seat.shop for seat in taken])
    return tuple([await _party(work, seat, found[seat.shop], brought[seat.id]) for seat in taken])


async def _party(work: Work, seat: Seat, shop: Shop, amount: int | None) -> Party:
    owner = await owners.find(work.connection, seat.person)
    return Party(
        seat=seat.id,
        shop=shop.name,
        representative=owner.name if owner is not None else "",
        number=await shops.number_of(work.connection, shop.id) or "",
        trade=shop.trade,
        trade_words=shop.trade_words,
        gu=shop.gu,
        role=seat.role.value,
        amount=amount,
    )
