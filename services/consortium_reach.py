"""How far the office's roles reach among consortia: one is in a gu where all its shops are, and in the track it was opened for."""

from collections.abc import Collection

from programme.rights import Scope
from storage import seats, shops
from storage.consortia import Consortium
from storage.seats import Seat
from storage.work import Work


async def reaches(work: Work, held: Collection[Scope], consortium: Consortium, taken: Collection[Seat] | None = None) -> bool:
    """`taken`: its seats, where they are known."""
    if any(not (scope.gus or scope.tracks) for scope in held):
        return True
    if taken is None:
        taken = await seats.of_consortium(work.connection, consortium.id)
    known = await shops.of_ids(work.connection, [seat.shop for seat in taken])
    gus = {shop.gu for shop in known.values()}
    return any(scope.covers(gus=gus, tracks=(consortium.track,)) for scope in held)
