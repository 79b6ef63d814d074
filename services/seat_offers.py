"""The offer of a seat to whoever waits first: its letters, and how it ends."""

from dataclasses import dataclass
from datetime import datetime

from services.letters import letter
from storage import waiting_seats
from storage.waiting_seats import Ended, WaitingSeat
from storage.work import Work


@letter("seat_offered")
@dataclass(frozen=True, kw_only=True)
class SeatOffered:
    """To the owner of the shop whose turn it is."""

    waiting: int
    name: str
    shop: str
    ends_at: datetime


@letter("seat_offer_ends")
@dataclass(frozen=True, kw_only=True)
class SeatOfferEndsSoon:
    waiting: int
    name: str
    ends_at: datetime


@letter("seat_offer_lapsed")
@dataclass(frozen=True, kw_only=True)
class SeatOfferLapsed:
    """`consortium`: to stand in the queue again."""

    consortium: int
    name: str


@letter("seat_passed")
@dataclass(frozen=True, kw_only=True)
class SeatPassed:
    """Their turn has come, and the shop could take no seat. `elsewhere`: the consortium it sits in; None: it is closed or suspended."""

    consortium: int
    name: str
    shop: str
    elsewhere: str | None


def offer_key(waiting: int) -> str:
    return f"seat_offer:{waiting}"


def ending_key(waiting: int) -> str:
    return f"seat_offer_ends:{waiting}"


async def finish(work: Work, waiting: WaitingSeat, how: Ended) -> None:
    """Out of the queue; what was said about an offer is taken back where it is still on its way."""
    await waiting_seats.end(work.connection, waiting.id, how, work.now)
    await work.withdraw(offer_key(waiting.id))
    await work.withdraw(ending_key(waiting.id))


async def seated(work: Work, consortium: int, person: int) -> None:
    """Who has a seat waits no longer, whichever way it was taken."""
    for waiting in await waiting_seats.of_consortium(work.connection, consortium):
        if waiting.person == person:
            await finish(work, waiting, Ended.SEATED)
