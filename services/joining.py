"""Joining a consortium by its recruiting card."""

from dataclasses import dataclass

from programme import kinds
from services.letters import Letter, letter
from services.recruiting import RecruitingCard, card_of
from services.seats import NoSeat, PlacedElsewhere, Seated, placed, take_seat
from services.shops import mine as my_shop
from storage import consortia, join_wishes, membership, seats, shops
from storage.audit import AuditRow
from storage.consortia import Consortium
from storage.shops import Shop
from storage.work import Work


@letter("joined_by_card")
@dataclass(frozen=True, kw_only=True)
class ShopJoined:
    """To the lead."""

    consortium: int
    name: str
    shop: str
    joined: int
    needed: int


@letter("may_join_now", at_any_hour=True)
@dataclass(frozen=True, kw_only=True)
class MayJoinNow:
    """To somebody who came by a card, had no shop yet and has just registered one."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class NoSuchCard:
    pass


@dataclass(frozen=True, slots=True)
class NotRecruiting:
    name: str


@dataclass(frozen=True, slots=True)
class NotYourShop:
    """Removed meanwhile, or somebody else's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    consortium: int
    card: RecruitingCard
    shop: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenCard:
    """What a person who followed a card can do. `free`: own shops that may take a seat; `elsewhere`: those that sit somewhere already;
    `not_trading`: closed or suspended ones.
    """

    consortium: int
    track: str
    card: RecruitingCard
    is_member: bool
    was_removed: bool  # by the lead: then it takes an invitation
    free: tuple[Shop, ...]
    elsewhere: tuple[PlacedElsewhere, ...]
    not_trading: tuple[Shop, ...]
    wrong_kind: tuple[Shop, ...]


@dataclass(frozen=True, kw_only=True)
class LookAtCard:
    person: int
    code: str

    async def __call__(self, work: Work) -> SeenCard | NoSuchCard:
        consortium = await consortia.of_code(work.connection, self.code)
        if consortium is None:
            return NoSuchCard()
        mine = await shops.of_owner(work.connection, self.person)
        fitting = [shop for shop in mine if kinds.fits(shop.kind, consortium.track)]
        places = [await placed(work, shop, consortium.round) for shop in fitting]
        members = await seats.of_consortium(work.connection, consortium.id)
        unplaced = [shop for shop, place in zip(fitting, places, strict=True) if place is None]
        return SeenCard(
            consortium=consortium.id,
            track=consortium.track,
            card=await card_of(work, consortium),
            is_member=any(seat.person == self.person for seat in members),
            was_removed=await membership.was_removed(work.connection, consortium.id, self.person, consortium.round),
            free=tuple(shop for shop in unplaced if shop.is_trading),
            elsewhere=tuple(place for place in places if place is not None),
            not_trading=tuple(shop for shop in unplaced if not shop.is_trading),
            wrong_kind=tuple(shop for shop in mine if shop not in fitting),
        )


@dataclass(frozen=True, slots=True)
class TakenOut:
    """By the lead: the card does not lead back in, an invitation does."""


NotJoined = NoSuchCard | NotRecruiting | NotYourShop | TakenOut | NoSeat


@dataclass(frozen=True, kw_only=True)
class JoinByCard:
    by: int
    code: str
    shop: int

    async def __call__(self, work: Work) -> Joined | NotJoined:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="JoinByCard", on=f"shop:{self.shop}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Joined | NotJoined:
        found = await consortia.of_code(work.connection, self.code)
        # Locked before it is judged: the lead may be closing the doors at this very moment.
        consortium = await consortia.lock(work.connection, found.id) if found is not None else None
        if consortium is None:
            return NoSuchCard()
        shop = await my_shop(work, self.by, self.shop)
        if shop is None:
            return NotYourShop()
        if not consortium.recruits and consortium.dissolved_at is None:
            return NotRecruiting(consortium.name)
        if await membership.was_removed(work.connection, consortium.id, self.by, consortium.round):
            return TakenOut()
        seated = await take_seat(work, consortium, shop)
        return await self._joined(work, consortium, shop) if isinstance(seated, Seated) else seated

    async def _joined(self, work: Work, consortium: Consortium, shop: Shop) -> Joined:
        await join_wishes.forget(work.connection, self.by)
        card = await card_of(work, consortium)
        lead = await seats.lead_of(work.connection, consortium.id)
        if lead is not None:
            fact = ShopJoined(consortium=consortium.id, name=consortium.name, shop=shop.name, joined=card.joined, needed=card.needed)
            work.post(Letter(to=lead.person, fact=fact))
        return Joined(consortium=consortium.id, card=card, shop=shop.name)


@dataclass(frozen=True, slots=True)
class Wished:
    pass


@dataclass(frozen=True, kw_only=True)
class WishToJoin:
    """Remembers the card while its reader registers a shop."""

    by: int
    code: str

    async def __call__(self, work: Work) -> Wished | NoSuchCard:
        consortium = await consortia.of_code(work.connection, self.code)
        if consortium is None:
            return NoSuchCard()
        await join_wishes.keep(work.connection, self.by, consortium.id, work.now)
        work.note(AuditRow(who=self.by, did="WishToJoin", on=f"consortium:{consortium.id}", outcome="Wished"))
        return Wished()


async def shop_registered(work: Work, owner: int) -> None:
    """To be called when somebody has registered a shop: who came by a recruiting card is led back to it."""
    wished = await join_wishes.of_person(work.connection, owner)
    consortium = await consortia.find(work.connection, wished) if wished is not None else None
    if consortium is None:
        return
    await join_wishes.forget(work.connection, owner)
    if consortium.recruits and consortium.dissolved_at is None:
        work.post(Letter(to=owner, fact=MayJoinNow(code=consortium.code, name=consortium.name)))
