"""What a change of a shop, or of its owner's name, means for the consortia it sits in: their agreements and their recruiting cards."""

from collections.abc import Iterable

from services.agreements import void
from services.recruiting import card_changed
from storage import consortia, seats, shops
from storage.work import Work


async def shop_changed(work: Work, shop: int, *, by: int | None = None) -> None:
    """To be called after a line of it was corrected, and when it is confirmed, or no longer."""
    found = await shops.find(work.connection, shop)
    taken = await seats.of_person(work.connection, found.owner) if found is not None else []
    await _follow(work, (seat.consortium for seat in taken if seat.shop == shop), by)


async def owner_changed(work: Work, person: int) -> None:
    """To be called after their name was corrected: it stands in every agreement of theirs, and their shops are checked again."""
    await _follow(work, (seat.consortium for seat in await seats.of_person(work.connection, person)), person)


async def _follow(work: Work, numbers: Iterable[int], by: int | None) -> None:
    """In the order in which consortia are locked. A member who comes at this moment is counted, too."""
    for number in sorted(set(numbers)):
        await consortia.lock(work.connection, number)
        await void(work, number, by=by)
        await card_changed(work, number)
