"""Who somebody is to an event: of which group, for which audience, with which shop."""

from programme.events import NotForYou, Who, not_for
from storage import consortia, seats, shops
from storage.events import Event
from storage.work import Work


async def who_is(work: Work, person: int) -> Who:
    own = await shops.of_owner(work.connection, person)
    sits = await seats.of_person(work.connection, person)
    known = await consortia.of_ids(work.connection, [seat.consortium for seat in sits])
    standing = [one for one in known.values() if one.dissolved_at is None]
    return Who(
        has_shop=bool(own),
        in_consortium=bool(standing),
        gus=frozenset(shop.gu for shop in own),
        tracks=frozenset(one.track for one in standing),
    )


def refusal(who: Who, event: Event) -> NotForYou | None:
    """None: the event is for them."""
    return not_for(who, event.audience, event.gus, event.track)
