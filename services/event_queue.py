"""The waiting list of an event: seats that are free are held, one after the other, for whoever waits longest and fits.

A party larger than what is free keeps its place; the next that fits may pass it, and the audit says so. It is worked off under the lock
of the event: at once by whatever frees seats, and by a chore that looks again.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from programme.event_offers import held_until
from programme.events import Answer, EventState, Group, dealt, left, pools_of, room
from services.chores import chore, one_by_one
from services.event_offer_letters import offer_key, tell_lapsed, tell_offered
from services.event_reminders import waiting_key
from services.event_seats import free_seats
from services.office import Office
from storage import event_seats, events, registrations
from storage.audit import AuditRow
from storage.events import Event
from storage.registrations import Registration
from storage.work import Conflict, Work

AT_ONCE = 100
ALL = 10_000
PARTY_TOO_LARGE = "party_too_large"  # why somebody may pass another
UNHEARD = "unheard"  # why it is offered to the same one again


async def offer_freed(work: Work, event_id: int) -> None:
    """To be called once seats are free, or there are more of them."""
    event = await events.lock(work.connection, event_id)
    if event is None or event.state is not EventState.PUBLISHED:
        return
    until = held_until(work.now, event.starts_at)
    if until is not None and await _any_room(work, event.id):
        await _work_off(work, event, until)


@dataclass(frozen=True, slots=True)
class _Turn:
    """Whose turn it is, with which seats; `why` they pass others."""

    one: Registration
    given: Mapping[Group, int]
    why: str


async def _work_off(work: Work, event: Event, until: datetime) -> None:
    """All of them at a stroke, be they hundreds. Where somebody took one of these seats without the lock, the chore looks again."""
    queue = await registrations.waiting(work.connection, event.id, limit=ALL)
    turns = _in_turn(queue, *await _pools(work, event.id))
    if not turns:
        return
    try:
        async with work.savepoint():
            await event_seats.take_all(work.connection, event.id, {turn.one.id: turn.given for turn in turns})
    except Conflict:
        return
    await _offer(work, event, turns, until)


def _in_turn(queue: Sequence[Registration], pools: Mapping[Group, int | None], taken: Mapping[Group, int]) -> list[_Turn]:
    turns, passed, gone = list[_Turn](), set[Group](), Counter(taken)
    for one in queue:
        if not any(room(group, pools, gone) != 0 for group in Group):
            break
        given = dealt(one.party, one.group, pools, gone)
        if given is None:
            passed.add(one.group)
            continue
        turns.append(_Turn(one, given, passed_by(one.group, passed, pools)))
        gone.update(given)
    return turns


async def _any_room(work: Work, event: int) -> bool:
    pools, taken = await _pools(work, event)
    return any(left(seats, taken.get(group, 0)) != 0 for group, seats in pools.items())


def passed_by(group: Group, earlier: Collection[Group], pools: Mapping[Group, int | None]) -> str:
    """Why they get their seats although others (`earlier`: their groups) wait longer for seats of the same pool; "" where nobody does."""
    own = set(pools_of(group, pools))
    return PARTY_TOO_LARGE if any(own & set(pools_of(before, pools)) for before in earlier) else ""


async def _pools(work: Work, event: int) -> tuple[dict[Group, int | None], dict[Group, int]]:
    taken = await event_seats.taken(work.connection, [event])
    return await event_seats.pools_of(work.connection, event), taken[event]


async def _offer(work: Work, event: Event, turns: Sequence[_Turn], until: datetime) -> None:
    """Of who waits no other letter is on its way than the one that none is free yet."""
    await registrations.offer(work.connection, [turn.one.id for turn in turns], until, work.now)
    await work.withdraw_from(waiting_key(event.id), {turn.one.person for turn in turns})
    for turn in turns:
        tell_offered(work, event, turn.one, until)
        work.note(AuditRow(who=None, did="OfferSeats", on=f"registration:{turn.one.id}", outcome="Offered", why=turn.why))


async def lapse(work: Work, event: Event, one: Registration, *, tell: bool = True) -> None:
    """Under the event's lock: their time is up. The seats are for the next; whoever calls it then offers them.

    `tell`: by a letter; who has just asked for them is told at once.
    """
    await free_seats(work, one)
    await registrations.change(
        work.connection, one.id, answer=Answer.LAPSED, held_until=None, waiting_since=None, ahead=0, changed_at=work.now
    )
    await tell_lapsed(work, event, one) if tell else await forget_offer(work, one)
    work.note(AuditRow(who=None, did="LapseSeats", on=f"registration:{one.id}", outcome="Lapsed"))


async def offer_afresh(work: Work, event: Event, one: Registration) -> bool:
    """Under the event's lock: where their letter never left the house until the time was up, since the bot was away, the seats are held
    anew, counted from now. Too late for that, they wait on in their place, and nobody tells them of it. False: it went.
    """
    if not await work.withdraw(offer_key(one.id)):
        return False
    until = held_until(work.now, event.starts_at)
    if until is None:
        await free_seats(work, one)
        await registrations.change(work.connection, one.id, answer=Answer.WAITING, held_until=None, changed_at=work.now)
    else:
        await registrations.offer(work.connection, [one.id], until, work.now)
        tell_offered(work, event, one, until)
    outcome = "Waits" if until is None else "Offered"
    work.note(AuditRow(who=None, did="OfferSeats", on=f"registration:{one.id}", outcome=outcome, why=UNHEARD))
    return True


async def forget_offer(work: Work, one: Registration) -> None:
    """The letter that tells of it, or that its time was up, once they have answered anew."""
    await work.withdraw(offer_key(one.id))


@dataclass(frozen=True, kw_only=True)
class LapseSeats:
    """The office itself, when the time of an offer is over."""

    registration: int

    async def __call__(self, work: Work) -> None:
        known = await registrations.find(work.connection, self.registration)
        event = await events.lock(work.connection, known.event) if known is not None else None
        one = await registrations.find(work.connection, self.registration)
        if event is None or one is None or one.answer is not Answer.OFFERED or one.held_until is None or one.held_until > work.now:
            return
        if not await offer_afresh(work, event, one):
            await lapse(work, event, one)
            await offer_freed(work, event.id)


@dataclass(frozen=True, kw_only=True)
class OfferFreeSeats:
    """The office itself: once more what may have become free without anybody saying so."""

    event: int

    async def __call__(self, work: Work) -> None:
        await offer_freed(work, self.event)


@chore(timedelta(minutes=1))
async def lapse_seats(office: Office) -> None:
    async with office.store.reading() as connection:
        over = await registrations.held_over(connection, office.clock.now(), limit=AT_ONCE)
    await one_by_one(office, {f"registration:{number}": LapseSeats(registration=number) for number in over})


@chore(timedelta(minutes=10))
async def offer_free_seats(office: Office) -> None:
    async with office.store.reading() as connection:
        waited_for = await registrations.waited_for(connection, office.clock.now())
    await one_by_one(office, {f"event:{number}": OfferFreeSeats(event=number) for number in waited_for})
