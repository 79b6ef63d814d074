"""What is missing from each member of a consortium, and the lead's reminder of it: at most once a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from programme.consortium import Trouble
from services.consortium_card import Card, card_of
from services.letters import Letter, letter
from services.members import Gathered, Refused, led, note
from storage import pledges
from storage.work import Work

REST = timedelta(days=1)


class Gap(StrEnum):
    """What a member can do something about."""

    SHOP = "shop"
    FOUNDERS = "founders"
    CERTIFICATE = "certificate"
    PROMISE = "promise"
    AGREEMENT = "agreement"
    BRIEFING = "briefing"


_GAPS = {
    Trouble.CLOSED: Gap.SHOP,
    Trouble.SUSPENDED: Gap.SHOP,
    Trouble.NOT_FOUND: Gap.SHOP,
    Trouble.TOO_FEW_FOUNDERS: Gap.FOUNDERS,
    Trouble.TOO_FEW_COOPERATIVES: Gap.FOUNDERS,
    Trouble.CERTIFICATE_NOT_TOLD: Gap.CERTIFICATE,
    Trouble.CERTIFICATE_ENDS_EARLY: Gap.CERTIFICATE,
    Trouble.PROMISES_MISSING: Gap.PROMISE,
    Trouble.NOT_CONFIRMED: Gap.AGREEMENT,
    Trouble.NOBODY_AT_BRIEFING: Gap.BRIEFING,
}


@letter("gaps")
@dataclass(frozen=True, kw_only=True)
class MissingFromYou:
    """To a member: their own gaps, nobody else's."""

    consortium: int
    name: str
    shop: int
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Reminded:
    consortium: int
    members: int


@dataclass(frozen=True, slots=True)
class NothingMissing:
    """Nothing that another member could do."""

    consortium: int


@dataclass(frozen=True, slots=True)
class RemindedAlready:
    consortium: int
    again_at: datetime


@dataclass(frozen=True, kw_only=True)
class RemindMembers:
    by: int
    consortium: int

    async def __call__(self, work: Work) -> Reminded | NothingMissing | RemindedAlready | Refused:
        outcome = await self._outcome(work)
        note(work, self.by, "RemindMembers", self.consortium, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Reminded | NothingMissing | RemindedAlready | Refused:
        found = await led(work, self.consortium, self.by)
        if not isinstance(found, Gathered):
            return found
        last = found.consortium.reminded_at
        if last is not None and last + REST > work.now:
            return RemindedAlready(self.consortium, last + REST)
        card = await card_of(work, found.consortium, found.seats, found.mine)
        missing = {seat: gaps for seat in found.others if (gaps := gaps_of(card, seat.id))}
        if not missing:
            return NothingMissing(self.consortium)
        for seat, gaps in missing.items():
            fact = MissingFromYou(consortium=self.consortium, name=found.consortium.name, shop=seat.shop, gaps=gaps)
            work.post(Letter(to=seat.person, fact=fact, key=f"gaps:{seat.id}"))
        await pledges.mark_reminded(work.connection, self.consortium, work.now)
        return Reminded(self.consortium, len(missing))


def gaps_of(card: Card, seat: int) -> tuple[Gap, ...]:
    """In the order of `Gap`, each once."""
    found = {_GAPS[one.trouble] for one in card.blockers if one.trouble in _GAPS and seat in one.seats}
    return _in_order(found)


def others_have_gaps(card: Card) -> bool:
    return any(gaps_of(card, one.seat.id) for one in card.members if card.mine is None or one.seat.id != card.mine.id)


def _in_order(found: Iterable[Gap]) -> tuple[Gap, ...]:
    kept = set(found)
    return tuple(gap for gap in Gap if gap in kept)
