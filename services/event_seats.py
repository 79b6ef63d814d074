"""The one way to a seat of an event and the one way out of it. Both under the event's lock (`storage.events.lock`)."""

from programme.events import Group, dealt, room
from storage import event_seats
from storage.registrations import Registration
from storage.work import Work


async def take_seats(work: Work, registration: Registration, group: Group, party: int) -> bool:
    """All the seats of the party, or none. Inside `work.savepoint()`: a constraint may say that somebody was faster."""
    pools = await event_seats.pools_of(work.connection, registration.event)
    taken = await event_seats.taken(work.connection, [registration.event])
    given = dealt(party, group, pools, taken[registration.event])
    if given is None:
        return False
    await event_seats.take(work.connection, registration.event, registration.id, given)
    return True


async def free_seats(work: Work, registration: Registration) -> int:
    """How many that gave back. Whoever calls it then offers them to those who wait."""
    return await event_seats.free(work.connection, registration.id)


async def seats_left(work: Work, event: int, group: Group) -> int | None:
    """For somebody of this group; None: there is no end."""
    pools = await event_seats.pools_of(work.connection, event)
    taken = await event_seats.taken(work.connection, [event])
    return room(group, pools, taken[event])
