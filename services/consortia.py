"""Opening a consortium, and the consortia one sits in."""

import secrets
from dataclasses import dataclass

from programme import consortium_names
from programme.call import Call
from programme.consortium_size import Size
from programme.tracks import Track
from services import chosen_call
from services.pages import within
from services.preparing import CallsToPrepareFor, NameIsTaken, NameTaken, round_of
from services.seats import AlreadyHere, Full, NotForming, NotTrading, PlacedElsewhere, Seated, WrongKind, placed, take_seat
from services.shops import mine as my_shop
from storage import consortia, seats, shops
from storage.audit import AuditRow
from storage.consortia import Consortium, NewConsortium
from storage.seats import Role
from storage.shops import Shop
from storage.work import Conflict, Work

CODE_ALPHABET, CODE_LENGTH = "23456789abcdefghjkmnpqrstuvwxyz", 8
PAGE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    number: int
    name: str
    shop: str
    size: Size


@dataclass(frozen=True, slots=True)
class ShopGone:
    """Removed meanwhile, or somebody else's."""


@dataclass(frozen=True, slots=True)
class CallOver:
    """Closed meanwhile, replaced by a newer version, or of the other track."""


@dataclass(frozen=True, kw_only=True)
class OpenConsortium:
    """`call`: "key@version"; None prepares for the next call of the track."""

    by: int
    shop: int
    track: Track
    call: str | None
    name: str
    idea: str

    async def __call__(self, work: Work) -> Opened | NameTaken | PlacedElsewhere | WrongKind | NotTrading | ShopGone | CallOver:
        outcome = await self._outcome(work)
        on = f"consortium:{outcome.number}" if isinstance(outcome, Opened) else f"shop:{self.shop}"
        work.note(AuditRow(who=self.by, did="OpenConsortium", on=on, outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Opened | NameTaken | PlacedElsewhere | WrongKind | NotTrading | ShopGone | CallOver:
        shop = await my_shop(work, self.by, self.shop)
        if shop is None:
            return ShopGone()
        call = await self._call(work)
        if isinstance(call, CallOver):
            return call
        round_ = round_of(self.track, call)
        if (elsewhere := await placed(work, shop, round_)) is not None:
            return elsewhere
        number = await self._kept(work, round_)
        return number if isinstance(number, NameTaken) else await self._led_by(work, shop, number)

    async def _call(self, work: Work) -> Call | CallOver | None:
        if self.call is None:
            return None
        found = [call for call in await CallsToPrepareFor(self.track)(work) if chosen_call.reference(call) == self.call]
        return found[0] if found else CallOver()

    async def _kept(self, work: Work, round_: str) -> int | NameTaken:
        name = consortium_names.tidy(self.name)
        code = "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))
        new = NewConsortium(name=name, track=self.track.value, round=round_, call=self.call, idea=self.idea, code=code)
        try:
            async with work.savepoint():
                return await consortia.keep(work.connection, new, work.now)
        except Conflict:
            taken = await NameIsTaken(round=round_, name=name)(work)
            if taken is None:
                raise
            return taken

    async def _led_by(self, work: Work, shop: Shop, number: int) -> Opened | PlacedElsewhere | WrongKind | NotTrading:
        consortium = await consortia.find(work.connection, number)
        assert consortium is not None
        match await take_seat(work, consortium, shop, Role.LEAD):
            case Seated():
                size = await chosen_call.size(work, consortium)
                return Opened(number=number, name=consortium.name, shop=shop.name, size=size)
            case PlacedElsewhere() | WrongKind() | NotTrading() as refused:
                await consortia.drop(work.connection, number)  # nobody has seen it
                return refused
            case Full() | AlreadyHere() | NotForming() as impossible:
                raise AssertionError(f"a consortium without members answered {type(impossible).__name__}")


@dataclass(frozen=True, slots=True, kw_only=True)
class MyConsortium:
    consortium: Consortium
    role: Role
    shop: str
    members: int
    size: Size


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsortiumPage:
    consortia: tuple[MyConsortium, ...]
    page: int  # from 0
    more: bool


@dataclass(frozen=True, kw_only=True)
class MyConsortia:
    """The newest seat first."""

    person: int
    page: int = 0

    async def __call__(self, work: Work) -> ConsortiumPage:
        mine = await seats.of_person(work.connection, self.person)
        page = within(self.page, len(mine), PAGE)
        shown = mine[page * PAGE : (page + 1) * PAGE]
        numbers = [seat.consortium for seat in shown]
        found = await consortia.of_ids(work.connection, numbers)
        members = await seats.of_consortia(work.connection, numbers)
        names = await shops.of_ids(work.connection, [seat.shop for seat in shown])
        listed = [
            MyConsortium(
                consortium=found[seat.consortium],
                role=seat.role,
                shop=names[seat.shop].name,
                members=len(members[seat.consortium]),
                size=await chosen_call.size(work, found[seat.consortium]),
            )
            for seat in shown
        ]
        return ConsortiumPage(consortia=tuple(listed), page=page, more=len(mine) > (page + 1) * PAGE)
