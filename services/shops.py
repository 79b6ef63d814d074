"""Shops, seen by their owner: the list, one of them, its number, whether a number is free."""

from dataclasses import dataclass

from storage import certificates, consortia, seats, shop_register, shops
from storage.certificates import Certificate
from storage.consortia import Consortium
from storage.shops import Shop
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeShop:
    shop: Shop
    number: str  # ten digits; the screen masks them
    certificate: Certificate | None
    consortia: tuple[Consortium, ...]  # where it sits now, the newest first


@dataclass(frozen=True, slots=True)
class Free:
    """Nobody has registered this number."""


@dataclass(frozen=True, slots=True)
class AlreadyYours:
    shop: int


@dataclass(frozen=True, slots=True)
class NumberTaken:
    """By somebody else; nobody is told by whom."""


async def standing_of(work: Work, person: int, number: str) -> Free | AlreadyYours | NumberTaken:
    holder = await shop_register.holder(work.connection, number)
    if holder is None:
        return Free()
    shop, owner = holder
    return AlreadyYours(shop) if owner == person else NumberTaken()


async def consortia_of(work: Work, shop: Shop) -> tuple[Consortium, ...]:
    sits_in = [seat.consortium for seat in await seats.of_person(work.connection, shop.owner) if seat.shop == shop.id]
    found = [await consortia.find(work.connection, number) for number in sits_in]
    return tuple(one for one in found if one is not None and one.dissolved_at is None)


async def mine(work: Work, person: int, number: int) -> Shop | None:
    """None when it is not this person's, or removed."""
    found = await shops.find(work.connection, number)
    return found if found is not None and found.owner == person else None


@dataclass(frozen=True, kw_only=True)
class NumberStanding:
    person: int
    number: str

    async def __call__(self, work: Work) -> Free | AlreadyYours | NumberTaken:
        return await standing_of(work, self.person, self.number)


@dataclass(frozen=True, kw_only=True)
class MyShops:
    """In the order they were registered."""

    person: int

    async def __call__(self, work: Work) -> tuple[Shop, ...]:
        return tuple(await shops.of_owner(work.connection, self.person))


@dataclass(frozen=True, kw_only=True)
class MyShop:
    person: int
    number: int | None

    async def __call__(self, work: Work) -> Shop | None:
        return await mine(work, self.person, self.number) if self.number is not None else None


@dataclass(frozen=True, kw_only=True)
class MyWholeShop:
    person: int
    number: int

    async def __call__(self, work: Work) -> WholeShop | None:
        shop = await mine(work, self.person, self.number)
        if shop is None:
            return None
        watched = await certificates.of_shops(work.connection, [shop.id])
        return WholeShop(
            shop=shop,
            number=await shops.number_of(work.connection, shop.id) or "",
            certificate=watched.get(shop.id),
            consortia=await consortia_of(work, shop),
        )
