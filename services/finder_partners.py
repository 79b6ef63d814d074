"""Those a shop has met through the finder, and how to reach one of them."""

from dataclasses import dataclass
from typing import TypeVar

from programme import kinds
from programme.consents import Purpose
from services import consents
from services.finder import NotYourShop
from services.invitations import Invited, InvitedAlready, InvitePerson, MemberAlready, NotLead, TooManyWaiting
from services.pages import within
from services.seats import NotTrading
from services.shops import mine
from storage import consortia, finder, finder_meetings, owners, seats, shops
from storage.audit import AuditRow
from storage.consortia import Consortium, Stage
from storage.finder_meetings import Met
from storage.seats import Role
from storage.shops import Shop
from storage.work import Work

PAGE = 6

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class NotMet:
    """Not both are interested, or one of the two is no longer here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Of a shop one has met. `phone` (digits): only a confirmed one whose owner lets it be told."""

    mine: int
    shop: Shop
    phone: str | None
    leads: tuple[Consortium, ...]  # those the reader leads and could invite the other into


@dataclass(frozen=True, slots=True, kw_only=True)
class MetPage:
    mine: int
    met: tuple[Met, ...]
    page: int  # from 0
    more: bool


@dataclass(frozen=True, kw_only=True)
class ContactOf:
    """Read anew each time: whatever the other takes back is gone at once."""

    person: int
    mine: int
    other: int

    async def __call__(self, work: Work) -> Contact | NotMet:
        here = await mine(work, self.person, self.mine)
        there = await shops.find(work.connection, self.other)
        if here is None or there is None or not await finder_meetings.have_met(work.connection, self.mine, self.other):
            return NotMet()
        if not await consents.has(work, there.owner, Purpose.FINDER):
            return NotMet()
        return Contact(mine=self.mine, shop=there, phone=await _phone(work, there), leads=await _led_by(work, self.person, there))


@dataclass(frozen=True, kw_only=True)
class PartnersOf:
    """Those a shop has met, the newest first."""

    person: int
    mine: int
    page: int = 0

    async def __call__(self, work: Work) -> MetPage | NotYourShop:
        if await mine(work, self.person, self.mine) is None:
            return NotYourShop()
        page = within(self.page, await finder_meetings.met_count(work.connection, self.mine), PAGE)
        found = await finder_meetings.met_by(work.connection, self.mine, limit=PAGE + 1, offset=page * PAGE)
        return MetPage(mine=self.mine, met=tuple(found[:PAGE]), page=page, more=len(found) > PAGE)


@dataclass(frozen=True, kw_only=True)
class InvitePartner:
    """Into a consortium the reader leads; the invitation is for the owner of the other shop alone."""

    by: int
    mine: int
    other: int
    consortium: int

    async def __call__(self, work: Work) -> Invited | NotLead | TooManyWaiting | MemberAlready | InvitedAlready | NotTrading | NotMet:
        contact = await ContactOf(person=self.by, mine=self.mine, other=self.other)(work)
        if isinstance(contact, NotMet):
            return self._refused(work, contact)
        shop = contact.shop
        if not shop.is_trading:
            return self._refused(work, NotTrading(shop))
        return await InvitePerson(by=self.by, consortium=self.consortium, invited=shop.owner, label=shop.name)(work)

    def _refused(self, work: Work, why: R) -> R:
        work.note(AuditRow(who=self.by, did="InvitePartner", on=f"shop:{self.other}", outcome=type(why).__name__))
        return why


async def _phone(work: Work, shop: Shop) -> str | None:
    card = await finder.find(work.connection, shop.id, work.now)
    if card is None or not card.tells_phone:
        return None
    owner = await owners.find(work.connection, shop.owner)
    return owner.phone if owner is not None and owner.phone_verified else None


async def _led_by(work: Work, person: int, guest: Shop) -> tuple[Consortium, ...]:
    leads = [seat.consortium for seat in await seats.of_person(work.connection, person) if seat.role is Role.LEAD]
    found = [await consortia.find(work.connection, number) for number in leads]
    return tuple(one for one in found if one is not None and one.stage is not Stage.DISSOLVED and kinds.fits(guest.kind, one.track))
