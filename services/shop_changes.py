"""Correcting a line of a registered shop, and removing one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from programme.registration import BusinessNumber
from services import finder_ending, waiting_seats
from services.certificates import stop_watching_shop
from services.shop_seats import shop_changed
from services.shops import AlreadyYours, Free, NumberTaken, consortia_of, mine, standing_of
from storage import certificates, people, shop_register
from storage.audit import AuditRow
from storage.work import Conflict, Work

LINES = frozenset({"name", "trade", "trade_words", "gu", "opened_on", "employees", "founders", "cooperatives", "paper"})
# What the tax office compares beside the number: a confirmation holds for these as they were.
CHECKED_LINES = frozenset({"opened_on"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    shop: int
    checked_again: bool


@dataclass(frozen=True, slots=True)
class ShopGone:
    """Removed, or not theirs."""


@dataclass(frozen=True, slots=True)
class Removed:
    name: str


@dataclass(frozen=True, slots=True)
class SitsIn:
    """The shop has a seat in a consortium: it leaves there first."""

    shop: int
    consortium: int
    name: str


@dataclass(frozen=True, kw_only=True)
class CorrectShop:
    """`lines`: column → new value, of LINES only. Another number or opening date is checked again."""

    by: int
    shop: int
    lines: Mapping[str, Any]
    number: BusinessNumber | None = None

    def __post_init__(self) -> None:
        if unknown := self.lines.keys() - LINES:
            raise ValueError(f"an owner does not write {sorted(unknown)}")

    async def __call__(self, work: Work) -> Corrected | ShopGone | NumberTaken | AlreadyYours:
        await people.lock(work.connection, self.by)
        outcome = await self._outcome(work)
        why = " ".join(sorted([*self.lines, *(["number"] if self.number else [])]))
        work.note(AuditRow(who=self.by, did="CorrectShop", on=f"shop:{self.shop}", outcome=type(outcome).__name__, why=why))
        return outcome

    async def _outcome(self, work: Work) -> Corrected | ShopGone | NumberTaken | AlreadyYours:
        shop = await mine(work, self.by, self.shop)
        if shop is None:
            return ShopGone()
        if self.number is not None and (refused := await self._not_free(work, self.number)) is not None:
            return refused
        again = self.number is not None or bool(CHECKED_LINES & self.lines.keys())
        try:
            async with work.savepoint():
                await self._write(work, again=again)
        except Conflict:
            return NumberTaken()
        return Corrected(shop=self.shop, checked_again=again)

    async def _write(self, work: Work, *, again: bool) -> None:
        number = self.number.digits if self.number is not None else None
        await shop_register.correct(work.connection, self.shop, number=number, lines=self.lines, check_again=again, now=work.now)
        await shop_changed(work, self.shop, by=self.by)
        if "name" in self.lines:
            await certificates.rename_shop(work.connection, self.shop, self.lines["name"])

    async def _not_free(self, work: Work, number: BusinessNumber) -> NumberTaken | AlreadyYours | None:
        match await standing_of(work, self.by, number.digits):
            case Free() | AlreadyYours(shop=self.shop):
                return None
            case refused:
                return refused


@dataclass(frozen=True, kw_only=True)
class RemoveShop:
    by: int
    shop: int

    async def __call__(self, work: Work) -> Removed | SitsIn | ShopGone:
        await people.lock(work.connection, self.by)
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="RemoveShop", on=f"shop:{self.shop}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Removed | SitsIn | ShopGone:
        shop = await mine(work, self.by, self.shop)
        if shop is None:
            return ShopGone()
        for consortium in await consortia_of(work, shop):
            return SitsIn(shop=shop.id, consortium=consortium.id, name=consortium.name)
        await stop_watching_shop(work, shop.id)
        await finder_ending.forget_shops(work, [shop.id])
        await waiting_seats.stop_waiting_with(work, self.by, shop.id)
        await shop_register.remove(work.connection, shop.id, work.now)
        return Removed(shop.name)
