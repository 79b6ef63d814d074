"""Keeping a time of a consultant for somebody, for a while: the checks and the taking, whoever asks for it.

Everything is looked at under the locks (people, consortium, consultant); the cells of `session_times` have the last word.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import uuid4

from programme.cells import CELL, cells, up
from programme.slots import Terms
from services.calendars import gives
from services.hold_checks import gone, held_too_often, just_taken, number_refusal, session_to_move
from services.hold_wishes import Held, NotHeldFor, NotOffered, Wish, wish_of
from services.nearest_times import forget_free
from services.session_ends import end_session
from services.session_members import Member, NoShop, member_of
from storage import consortia, consultants, people, session_times, sessions
from storage.consultants import Consultant
from storage.session_times import Side
from storage.sessions import OCCUPIES, NewSession, Session, State
from storage.work import Conflict, Work


async def hold_for(work: Work, wish: Wish, until: datetime, *, to_book: bool = False) -> Held | NotHeldFor:
    """Keeps the time until then. Whoever holds another one gives that up, once this one is theirs; `to_book`: it is booked at once.

    Of many who come at once all but one are told by a look before the locks: they neither wait for the one nor keep others waiting.
    """
    if await sessions.holder_of(work.connection, wish.consultant, _first_cell(wish)) not in {None, wish.person}:
        return await just_taken(work, wish)
    await people.lock(work.connection, wish.person)
    await session_times.one_at_a_time(work.connection)
    often = None if to_book else await held_too_often(work, wish)
    if often is not None:
        return often
    member = await member_of(work, wish.person)
    if isinstance(member, NoShop):
        return member
    if member.consortium is not None:
        await consortia.lock(work.connection, member.consortium)
    consultant = (await lock_givers(work, wish.consultant, wish.moves, wish.person)).get(wish.consultant)
    if consultant is None or not await gives(work, consultant, to=wish.person, topic=wish.topic, way=wish.way):
        return NotOffered(None)
    return await hold_checked(work, wish, member, consultant, until, offered=False)


def _first_cell(wish: Wish) -> int:
    return cells(wish.starts_at, wish.starts_at + CELL).start


async def lock_givers(work: Work, consultant: int, moves: int | None, *also: int) -> dict[int, Consultant]:
    """Who gives the session, and whose session it is to replace: that one may be cancelling it now.

    `also`: its member, who may give sessions themselves and is not to be booked for the same time meanwhile.
    """
    moved = await sessions.find(work.connection, moves) if moves is not None else None
    return await consultants.lock_all(work.connection, {consultant, moved.consultant if moved is not None else consultant, *also})


async def hold_checked(
    work: Work, wish: Wish, member: Member, consultant: Consultant, until: datetime, *, offered: bool
) -> Held | NotHeldFor:
    """What `hold_for` does under its locks. For an offer the consultant's is enough: numbers are looked at again when it is booked."""
    moved = await session_to_move(work, wish)
    if not isinstance(moved, Session | None):
        return moved
    standing = await sessions.of_person(work.connection, wish.person, since=work.now, states=OCCUPIES)
    mine = [one for one in standing if one.state is State.HELD and not one.offered]
    same = next((one for one in mine if wish_of(one) == wish and one.held_until is not None and one.held_until > work.now), None)
    if same is not None and not offered:
        return Held(same)  # a second tap, another window: the clock does not begin anew
    ahead = [one for one in standing if one.state is State.BOOKED]
    refused = await number_refusal(work, wish, member, consultant.profile.calling, moved=moved, ahead=ahead)
    if refused is not None:
        return refused
    lost = await gone(work, wish, consultant, [one.id for one in (*mine, moved) if one is not None])
    if lost is not None:
        return lost
    new = _new(wish, member, consultant, moved, until, offered=offered)
    number = await _taken(work, new, consultant.terms, [] if offered else mine)
    return await just_taken(work, wish) if number is None else Held(sessions.as_held(new, number, work.now))


async def found_again(work: Work, number: int) -> Session:
    session = await sessions.find(work.connection, number)
    assert session is not None
    return session


def _new(wish: Wish, member: Member, consultant: Consultant, moved: Session | None, until: datetime, *, offered: bool) -> NewSession:
    """Who moves at the wish of the consultant has not used up a move of their own."""
    own_wish = moved is not None and moved.to_move_by is None
    return NewSession(
        uid=moved.uid if moved is not None else uuid4().hex,
        sequence=moved.sequence + 1 if moved is not None else 0,
        consultant=wish.consultant,
        calling=consultant.profile.calling.value,
        person=wish.person,
        shop=member.shop,
        consortium=member.consortium,
        topic=wish.topic.value,
        way=wish.way.value,
        starts_at=wish.starts_at,
        ends_at=wish.starts_at + timedelta(minutes=consultant.terms.slot),
        year=wish.year,
        confidential=wish.is_confidential,
        held_until=until,
        moves=wish.moves,
        moved_times=moved.moved_times + own_wish if moved is not None else 0,
        offered=offered,
    )


async def _taken(work: Work, new: NewSession, terms: Terms, given: Collection[Session]) -> int | None:
    """Its number; None when a constraint says that somebody was faster: then all is as it was.

    Cells of the session that is moved stay with it for now: `session_times.pass_on` hands them over.
    """
    try:
        async with work.savepoint():
            for one in given:
                await end_session(work, one, State.LAPSED, by=new.person, why="another")
            number = await sessions.hold(work.connection, new, work.now)
            later = await session_times.of_session(work.connection, new.moves) if new.moves is not None else set()
            wanted = {(side, person, cell) for side, person, which in time_of(new, terms) for cell in which}
            await session_times.take(work.connection, sorted(wanted - later), number)
    except Conflict:
        return None
    forget_free(work)
    return number


def time_of(new: NewSession | Session, terms: Terms) -> tuple[tuple[Side, int, range], ...]:
    """The consultant's cells, buffers included, and the member's."""
    own = cells(new.starts_at, new.ends_at)
    wide = range(own.start - up(terms.before), own.stop + up(terms.after))
    return (Side.CONSULTANT, new.consultant, wide), (Side.MEMBER, new.person, own)
