"""Somebody who answered events is forgotten: what they answered goes, their seats are offered to those who wait."""

from programme.events import HOLD_SEATS, Answer
from services.event_queue import forget_offer, offer_freed
from services.event_reminders import calm
from storage import event_traces, events, registrations
from storage.work import Work


async def forget_registrations(work: Work, person: int) -> None:
    """Events in the order of their numbers, so that two who are forgotten at once do not block each other."""
    for number in sorted(one.event for one in await registrations.all_of_person(work.connection, person, tuple(Answer))):
        await events.lock(work.connection, number)
        mine = await registrations.of_person(work.connection, number, person)
        if mine is None:
            continue
        await calm(work, mine)
        await forget_offer(work, mine)
        await registrations.forget(work.connection, mine.id)
        if mine.answer in HOLD_SEATS:
            await offer_freed(work, number)
    await event_traces.unname(work.connection, person)
