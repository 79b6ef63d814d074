"""Asking the tax office about a shop once more: because somebody needs a fresh answer, or because something was put right there."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from programme.rights import Right
from services.coordinators import Forbidden, why_not_in
from services.shop_checks import ANSWERS_HOLD
from services.shop_proofs import ShopGone
from storage import seats, shop_checks, shops, tax_office
from storage.audit import AuditRow
from storage.shops import Check, Shop
from storage.work import Work

BREATH = timedelta(minutes=10)  # between two questions about the same shop


@dataclass(frozen=True, slots=True)
class AskedAgain:
    pass


@dataclass(frozen=True, slots=True)
class FreshEnough:
    """Asked today already, or proven by a paper."""


@dataclass(frozen=True, slots=True)
class TooSoon:
    """The tax office has only just answered."""


@dataclass(frozen=True, slots=True)
class NobodyToAsk:
    """There is no key for the tax office: the coordinator decides."""


Outcome = AskedAgain | FreshEnough | TooSoon | NobodyToAsk | ShopGone | Forbidden


@dataclass(frozen=True, kw_only=True)
class CheckAgain:
    """The tax office is asked once more. A confirmed shop stays confirmed until it has answered, and is asked about once a day.

    May: the owner, whoever sits in a consortium with the shop, coordinators.
    """

    by: int
    shop: int

    async def __call__(self, work: Work) -> Outcome:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="CheckAgain", on=f"shop:{self.shop}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Outcome:
        shop = await shops.find(work.connection, self.shop)
        if shop is None:
            return ShopGone()
        if not await self._may(work, shop):
            return Forbidden()
        refusal = await self._need_not(work, shop)
        if refusal is None:
            await self._ask(work, shop)
        return refusal or AskedAgain()

    async def _may(self, work: Work, shop: Shop) -> bool:
        return shop.owner == self.by or await self._of_the_office(work, shop) or await _sit_together(work, self.by, shop)

    async def _of_the_office(self, work: Work, shop: Shop) -> bool:
        return await why_not_in(work, self.by, Right.COORDINATE, shop.gu) is None

    async def _need_not(self, work: Work, shop: Shop) -> AskedAgain | FreshEnough | TooSoon | NobodyToAsk | None:
        if _is_fresh(shop, work.now):
            return FreshEnough()
        if shop.owner != self.by and await self._of_the_office(work, shop):
            return None if work.house.asks_tax_office else NobodyToAsk()
        if shop.check_due is not None:
            return AskedAgain()  # its turn comes by itself
        just_now = shop.checked_at is not None and work.now - shop.checked_at < BREATH
        return TooSoon() if just_now else None

    async def _ask(self, work: Work, shop: Shop) -> None:
        await _forget_answer(work, shop.id)
        state = shop.check_state if shop.is_confirmed else Check.WAITING
        await shop_checks.ask_again(work.connection, shop.id, state, by_owner=shop.owner == self.by, now=work.now)


def _is_fresh(shop: Shop, now: datetime) -> bool:
    if shop.check_state is Check.PROVEN:
        return True
    return shop.is_confirmed and shop.checked_at is not None and now - shop.checked_at < ANSWERS_HOLD


async def _forget_answer(work: Work, shop: int) -> None:
    found = await shop_checks.find(work.connection, shop)
    if found is not None:
        asked = tax_office.question(work.connection, number=found.number, opened_on=found.shop.opened_on, name=found.representative)
        await tax_office.drop(work.connection, asked)


async def _sit_together(work: Work, person: int, shop: Shop) -> bool:
    mine = {seat.consortium for seat in await seats.of_person(work.connection, person)}
    theirs = {seat.consortium for seat in await seats.of_person(work.connection, shop.owner) if seat.shop == shop.id}
    return bool(mine & theirs)
