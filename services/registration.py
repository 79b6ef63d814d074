"""Registering a shop, and its owner with the first one. The tax office is asked afterwards, by a chore."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from programme.consents import Purpose
from programme.districts import District
from programme.registration import BusinessNumber
from programme.trades import Trade
from services import consents, helping, invited, joining, owners
from services.certificates import WatchCertificate, Watched
from services.helping import LinkUsed
from services.owners import OwnerDetails
from services.shops import AlreadyYours, Free, NumberTaken, standing_of
from storage import people, shop_register
from storage.audit import AuditRow
from storage.owners import is_registered
from storage.shops import Kind
from storage.work import Conflict, Work

MOST_SHOPS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopLines:
    """What an owner tells of a shop. `paper`: photo or file of the registration certificate, as {kind, file_id, name, size}."""

    name: str
    kind: Kind
    number: BusinessNumber
    trade: Trade
    trade_words: str
    gu: District
    opened_on: date
    employees: int | None
    founders: int | None
    cooperatives: int | None
    paper: dict[str, Any] | None

    def columns(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "kind": self.kind.value,
            "trade": self.trade.value,
            "trade_words": self.trade_words,
            "gu": self.gu.value,
            "opened_on": self.opened_on,
            "employees": self.employees,
            "founders": self.founders,
            "cooperatives": self.cooperatives,
            "paper": self.paper,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    shop: int
    name: str
    watched: bool | None  # None: no last day was told; False: it could not be watched


@dataclass(frozen=True, slots=True)
class ConsentsMissing:
    purposes: tuple[Purpose, ...]


@dataclass(frozen=True, slots=True)
class DetailsMissing:
    """Somebody who is not registered yet has to say who they are."""


@dataclass(frozen=True, slots=True)
class TooManyShops:
    most: int


Refusal = ConsentsMissing | DetailsMissing | TooManyShops | NumberTaken | AlreadyYours | LinkUsed


@dataclass(frozen=True, kw_only=True)
class RegisterShop:
    """`details` only the first time. `helped`: the hash of the link under which a coordinator has filled it in."""

    by: int
    language: str
    agreed: tuple[Purpose, ...]
    details: OwnerDetails | None
    lines: ShopLines
    certificate_ends: date | None = None
    helped: str | None = None

    async def __call__(self, work: Work) -> Registered | Refusal:
        await people.lock(work.connection, self.by)
        try:
            # All or nothing: whoever is refused has neither agreed to anything nor left a name behind.
            async with work.savepoint():
                outcome = await self._registered(work)
        except _Refused as refused:
            outcome = refused.why
        except Conflict:
            outcome = await self._overtaken(work)
        if not isinstance(outcome, Registered):
            work.note(AuditRow(who=self.by, did="RegisterShop", outcome=type(outcome).__name__))
        return outcome

    async def _registered(self, work: Work) -> Registered | Refusal:
        await self._person(work)
        shop = await self._entered(work)
        helper = await self._helper(work, shop)
        work.note(
            AuditRow(who=self.by, did="RegisterShop", on=f"shop:{shop}", outcome="Registered", why=f"helped_by:{helper}" if helper else "")
        )
        # Who came to register because of a card or an invitation is led back to it.
        await joining.shop_registered(work, self.by)
        await invited.shop_registered(work, self.by)
        return Registered(shop=shop, name=self.lines.name, watched=await self._watched(work, shop))

    async def _person(self, work: Work) -> None:
        await consents.give(work, self.by, self.agreed, self.language)
        if missing := await consents.missing(work, self.by):
            raise _Refused(ConsentsMissing(missing))
        if await is_registered(work.connection, self.by):
            return
        if self.details is None:
            raise _Refused(DetailsMissing())
        await owners.register(work, self.by, self.details)

    async def _entered(self, work: Work) -> int:
        standing = await standing_of(work, self.by, self.lines.number.digits)
        if not isinstance(standing, Free):
            raise _Refused(standing)
        if await shop_register.count_of(work.connection, self.by) >= MOST_SHOPS:
            raise _Refused(TooManyShops(MOST_SHOPS))
        return await shop_register.enter(
            work.connection, owner=self.by, number=self.lines.number.digits, lines=self.lines.columns(), now=work.now
        )

    async def _helper(self, work: Work, shop: int) -> int | None:
        """The coordinator who typed it, written down with the shop."""
        if self.helped is None:
            return None
        helper = await helping.take(work, self.helped, person=self.by, shop=shop, name=self.lines.name)
        if helper is None:
            raise _Refused(LinkUsed())
        await shop_register.note_helper(work.connection, shop, helper)
        return helper

    async def _watched(self, work: Work, shop: int) -> bool | None:
        if self.certificate_ends is None:
            return None
        watch = WatchCertificate(by=self.by, shop=self.lines.name, shop_id=shop, expires=self.certificate_ends)
        return isinstance(await watch(work), Watched)

    async def _overtaken(self, work: Work) -> Refusal:
        """Somebody registered the number between the look and the entry; the database said no."""
        standing = await standing_of(work, self.by, self.lines.number.digits)
        return NumberTaken() if isinstance(standing, Free) else standing


class _Refused(Exception):
    """Leaves the savepoint, so that nothing of it stays."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(type(why).__name__)
        self.why = why
