"""What one has to know before opening a consortium: which calls there are, which shops are free, which names are taken."""

from dataclasses import dataclass

from programme import consortium_names, kinds
from programme.call import Call
from programme.tracks import Track
from programme.windows import Phase, state
from services.calls import AllCalls
from services.seats import PlacedElsewhere
from storage import consortia, seats, shops
from storage.shops import Shop
from storage.work import Work

SOON = {Phase.OPEN: 0, Phase.NOT_YET_OPEN: 1, Phase.NOT_DATED: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTaken:
    """In this round. `free`: a name close to it that nobody has."""

    name: str
    free: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MyShopsInRound:
    """One's own shops of a track: those that are free in the round, where others sit, and those that are closed or suspended."""

    free: tuple[Shop, ...]
    placed: tuple[PlacedElsewhere, ...]
    not_trading: tuple[Shop, ...]


def round_of(track: Track, call: Call | None) -> str:
    """What names and shops are unique within: the call, or the track while no call is chosen."""
    return call.key if call is not None else track.value


@dataclass(frozen=True)
class CallsToPrepareFor:
    """The calls of a track that are open or still to come, the most urgent first."""

    track: Track

    async def __call__(self, work: Work) -> tuple[Call, ...]:
        found = [(state(call, work.now), call) for call in await AllCalls()(work) if call.track is self.track]
        soon = [(SOON[stands.phase], stands.days or 0, call.key, call) for stands, call in found if stands.phase in SOON]
        return tuple(call for _, _, _, call in sorted(soon, key=lambda row: row[:3]))


@dataclass(frozen=True, kw_only=True)
class NameIsTaken:
    """None when nobody has it in this round."""

    round: str
    name: str

    async def __call__(self, work: Work) -> NameTaken | None:
        name = consortium_names.tidy(self.name)
        wanted = consortium_names.key(name)
        keys = await consortia.name_keys(work.connection, self.round, wanted[: consortium_names.LONGEST // 2])
        return NameTaken(name=name, free=consortium_names.variation(name, keys)) if wanted in keys else None


@dataclass(frozen=True, kw_only=True)
class ShopsForRound:
    person: int
    track: Track
    round: str

    async def __call__(self, work: Work) -> MyShopsInRound:
        mine = [shop for shop in await shops.of_owner(work.connection, self.person) if kinds.track_of(shop.kind) is self.track]
        sits = await seats.of_shops(work.connection, [shop.id for shop in mine], self.round)
        where = await consortia.of_ids(work.connection, [seat.consortium for seat in sits.values()])
        return MyShopsInRound(
            free=tuple(shop for shop in mine if shop.id not in sits and shop.is_trading),
            placed=tuple(PlacedElsewhere(shop, where[sits[shop.id].consortium]) for shop in mine if shop.id in sits),
            not_trading=tuple(shop for shop in mine if shop.id not in sits and not shop.is_trading),
        )


@dataclass(frozen=True)
class TracksOfMyShops:
    """For which tracks a person's shops are of the right kind; none without a shop."""

    person: int

    async def __call__(self, work: Work) -> tuple[Track, ...]:
        found = {kinds.track_of(shop.kind) for shop in await shops.of_owner(work.connection, self.person)}
        return tuple(track for track in Track if track in found)
