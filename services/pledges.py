"""The own share of a consortium: what it needs, what falls to each member, and who has promised it."""

from dataclasses import dataclass
from enum import StrEnum

from programme.own_share import OwnShare, Sharer, own_share
from programme.own_share import Promise as Promised
from programme.subsidy import Estimate, Grant, estimate
from services import chosen_call
from services.letters import Letter, letter
from storage import consortia, pledges, seats
from storage.consortia import Consortium, Split
from storage.seats import Seat
from storage.work import Work


class Change(StrEnum):
    """Why a member's part is another one now."""

    COST = "cost"
    DIVISION = "division"
    MEMBERS = "members"
    CALL = "call"


@letter("share_changed")
@dataclass(frozen=True, kw_only=True)
class PartChanged:
    """To a member: promise again. `due`: their part now (None: open); `promised`: what they had promised. KRW."""

    consortium: int
    name: str
    why: Change
    due: int | None
    promised: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """`granted`: by the terms of the call; None while the cost or the call is missing."""

    cost: int | None
    granted: Estimate | None
    share: OwnShare
    split: Split


def promise_key(seat: int) -> str:
    """The letters that ask this seat for its promise."""
    return f"promise:{seat}"


async def money_of(work: Work, consortium: Consortium, taken: tuple[Seat, ...]) -> Money:
    call = await chosen_call.call_of(work, consortium)
    granted = None if call is None or consortium.project_cost is None else estimate(consortium.project_cost, call.terms)
    needed = granted.own if isinstance(granted, Grant) else None
    sharers = [Sharer(seat=seat.id, share=seat.share, promise=_promise(seat)) for seat in taken]
    share = own_share(needed, sharers, by_share=consortium.split is Split.BY_SHARE)
    return Money(cost=consortium.project_cost, granted=granted, share=share, split=consortium.split)


def _promise(seat: Seat) -> Promised | None:
    return None if seat.pledged is None else Promised(amount=seat.pledged, of=seat.pledged_of)


async def promise_as_written(work: Work, consortium: Consortium, taken: tuple[Seat, ...], *, seat: int, amount: int) -> None:
    """Who confirms the agreement that names their sum has promised that sum, whatever they had said before. KRW."""
    part = (await money_of(work, consortium, taken)).share.of_seat(seat)
    if part is not None and part.standing != amount:
        await pledges.promise(work.connection, seat, amount=amount, of=part.due, now=work.now)
        await work.withdraw(promise_key(seat))


async def settle(work: Work, number: int, *, by: int | None, why: Change, tell_all: bool = False) -> None:
    """After any change of cost, members or division: stale promises are dropped, and their members asked again.

    `tell_all`: who had promised nothing yet hears of the part, too. Whoever made the change sees it on the screen instead.
    """
    consortium = await consortia.find(work.connection, number)
    if consortium is None or consortium.dissolved_at is not None:
        return
    taken = tuple(await seats.of_consortium(work.connection, number))
    share = (await money_of(work, consortium, taken)).share
    for seat, part in zip(taken, share.parts, strict=True):
        if seat.person != by and (part.is_stale or (tell_all and part.due is not None and part.promise is None)):
            fact = PartChanged(consortium=number, name=consortium.name, why=why, due=part.due, promised=seat.pledged)
            work.post(Letter(to=seat.person, fact=fact, key=promise_key(seat.id)))
    await pledges.drop(work.connection, [part.seat for part in share.parts if part.is_stale])
