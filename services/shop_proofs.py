"""Shops that a coordinator confirms from a paper, or cannot confirm."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from programme.rights import Right, gus_of
from services.coordinators import Forbidden, may_answer, scopes, why_not_in
from services.letters import Letter, letter
from services.pages import within
from services.shop_checks import office_key, owner_key, tell_owner
from services.shop_seats import shop_changed
from storage import shop_checks, shops
from storage.audit import AuditRow
from storage.shop_checks import ShopToConfirm
from storage.shops import ENDED, Check, Shop
from storage.work import Work

PAGE = 6


class Proof(StrEnum):
    """Which paper shows that the business is what its owner says."""

    CERTIFICATE = "certificate"  # a photo or file of the registration certificate, sent here
    ORIGINAL = "original"  # seen at the office
    EXTRACT = "extract"  # 사업자등록증명원, as Hometax and Government24 issue it
    LOOKED_UP = "looked_up"  # a coordinator looked the number up at Hometax


class WhyNot(StrEnum):
    NO_PAPER = "no_paper"
    UNREADABLE = "unreadable"
    OTHER_LINES = "other_lines"  # name, number or opening date on the paper are others
    ENDED = ENDED  # closed or suspended


@letter("shop_refused")
@dataclass(frozen=True, kw_only=True)
class ShopRefused:
    """To the owner: a coordinator could not confirm the shop."""

    shop: int
    name: str
    why: WhyNot


@dataclass(frozen=True, slots=True)
class Proven:
    name: str


@dataclass(frozen=True, slots=True)
class Refused:
    name: str


@dataclass(frozen=True, slots=True)
class ChangedMeanwhile:
    """A colleague was faster, the tax office answered, or the owner corrected a line."""


@dataclass(frozen=True, slots=True)
class ShopGone:
    """Removed, or never there."""


@dataclass(frozen=True, slots=True)
class OwnShop:
    """Nobody confirms their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPage:
    shops: Sequence[ShopToConfirm]
    page: int  # from 0
    more: bool


Undecided = ChangedMeanwhile | ShopGone | OwnShop | Forbidden


@dataclass(frozen=True, kw_only=True)
class RecordProof:
    """`seen`: `changed_at` of the shop as the coordinator saw it."""

    by: int
    shop: int
    proof: Proof
    seen: datetime

    async def __call__(self, work: Work) -> Proven | Undecided:
        outcome = await self._outcome(work)
        note = AuditRow(who=self.by, did="RecordProof", on=f"shop:{self.shop}", outcome=type(outcome).__name__, why=self.proof.value)
        work.note(note)
        return outcome

    async def _outcome(self, work: Work) -> Proven | Undecided:
        decided = await _decided(work, self, Check.PROVEN, self.proof)
        if not isinstance(decided, Shop):
            return decided
        tell_owner(work, decided)
        await shop_changed(work, decided.id)
        return Proven(decided.name)


@dataclass(frozen=True, kw_only=True)
class RefuseShop:
    """It stays unconfirmed; the owner hears why and what to do."""

    by: int
    shop: int
    why: WhyNot
    seen: datetime

    async def __call__(self, work: Work) -> Refused | Undecided:
        outcome = await self._outcome(work)
        note = AuditRow(who=self.by, did="RefuseShop", on=f"shop:{self.shop}", outcome=type(outcome).__name__, why=self.why.value)
        work.note(note)
        return outcome

    async def _outcome(self, work: Work) -> Refused | Undecided:
        decided = await _decided(work, self, Check.REFUSED, self.why)
        if not isinstance(decided, Shop):
            return decided
        fact = ShopRefused(shop=decided.id, name=decided.name, why=self.why)
        work.post(Letter(to=decided.owner, fact=fact, key=owner_key(decided.id)))
        await shop_changed(work, decided.id)
        return Refused(decided.name)


async def _decided(work: Work, deed: RecordProof | RefuseShop, state: Check, why: Proof | WhyNot) -> Shop | Undecided:
    """The shop as it stands then."""
    shop = await shops.find(work.connection, deed.shop)
    if shop is None:
        return ShopGone() if await may_answer(work, deed.by) else Forbidden()
    if (refused := await why_not_in(work, deed.by, Right.COORDINATE, shop.gu)) is not None:
        return refused
    if shop.owner == deed.by:
        return OwnShop()
    # What was seen is compared by the statement that changes it, so of two coordinators at once one is second.
    if not await shop_checks.decide(work.connection, shop.id, state, by=deed.by, why=why.value, seen=deed.seen, now=work.now):
        return ChangedMeanwhile()
    await work.withdraw(office_key(shop.id))
    return replace(shop, check_state=state, checked_at=work.now, check_why=why.value, ended_on=None)


@dataclass(frozen=True, kw_only=True)
class ShopsToConfirm:
    """In the gu that the role reaches; those that wait for a person first."""

    by: int
    page: int = 0

    async def __call__(self, work: Work) -> CheckPage | Forbidden:
        held = await scopes(work, self.by, Right.COORDINATE)
        if not held:
            return Forbidden()
        gus = gus_of(held)
        page = within(self.page, await shop_checks.unconfirmed_count(work.connection, gus), PAGE)
        found = await shop_checks.unconfirmed(work.connection, gus, limit=PAGE + 1, offset=page * PAGE)
        return CheckPage(shops=found[:PAGE], page=page, more=len(found) > PAGE)


@dataclass(frozen=True, kw_only=True)
class ShopForOffice:
    by: int
    shop: int

    async def __call__(self, work: Work) -> ShopToConfirm | ShopGone | Forbidden:
        found = await shop_checks.find(work.connection, self.shop)
        if found is None:
            return ShopGone() if await may_answer(work, self.by) else Forbidden()
        return await why_not_in(work, self.by, Right.COORDINATE, found.shop.gu) or found
