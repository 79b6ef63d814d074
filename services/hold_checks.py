"""What is looked at before a time is kept for somebody: whether they may have it, and whether it can be had."""

from collections.abc import Collection

from programme.seoul import seoul_day
from programme.session_changes import Change
from programme.slots import WhyNone, times_on, why_not
from services.calendars import calendar_of
from services.hold_wishes import CannotMove, HeldTooOften, JustTaken, NotOffered, TooManyAhead, Wish, YearUsed
from services.nearest_times import nearest
from services.session_limits import MayChange, NotMine, OverAlready, verdict_on
from services.session_members import Member, used_of
from storage import sessions
from storage.consultants import Calling, Consultant
from storage.sessions import Session, State
from storage.work import Work


async def held_too_often(work: Work, wish: Wish) -> HeldTooOften | None:
    """Whoever lets a time lapse and taps it again keeps it from others without ever booking it."""
    terms = work.house.booking
    before = await sessions.held_before(work.connection, wish.person, wish.consultant, wish.starts_at, work.now - terms.holds_within)
    if len(before) < terms.most_holds:
        return None
    return HeldTooOften(times=len(before), until=before[terms.most_holds - 1] + terms.holds_within)


async def just_taken(work: Work, wish: Wish) -> JustTaken:
    found = await nearest(
        work,
        person=wish.person,
        topic=wish.topic,
        consultant=wish.consultant,
        way=wish.way,
        around=wish.starts_at,
        moving=wish.moves,
    )
    return JustTaken(found)


async def session_to_move(work: Work, wish: Wish) -> Session | CannotMove | None:
    if wish.moves is None:
        return None
    session = await sessions.find(work.connection, wish.moves)
    if session is None or session.person != wish.person:
        return NotMine()
    if session.state is not State.BOOKED:
        return OverAlready(session)
    verdict = verdict_on(work, session, Change.MOVE)
    return session if isinstance(verdict, MayChange) else verdict


async def number_refusal(
    work: Work, wish: Wish, member: Member, calling: Calling, *, moved: Session | None, ahead: Collection[Session]
) -> YearUsed | TooManyAhead | None:
    """Whether the member has booked as much as they may: `ahead`. One that is moved counts once; a mediation not at all in the year."""
    most = work.house.booking.most_ahead
    if sum(moved is None or one.id != moved.id for one in ahead) >= most:
        return TooManyAhead(most)
    if wish.is_confidential:
        return None
    number = await used_of(work, member, calling, wish.year, but=moved.id if moved is not None else None)
    return YearUsed(number.used, number.of, number.calling, number.year) if number.is_up else None


async def gone(work: Work, wish: Wish, consultant: Consultant, but: Collection[int]) -> JustTaken | NotOffered | None:
    """Whether the time is one of its day's, by now. `but`: sessions of theirs that give their time up for it."""
    day = seoul_day(wish.starts_at)
    one = await calendar_of(work, consultant, day, day, member=wish.person, but=but)
    found = times_on(one.plan, one.diary, day, work.now)
    if isinstance(found, tuple) and wish.starts_at in found:
        return None
    why = why_not(one.plan, one.diary, wish.starts_at, work.now)
    return await just_taken(work, wish) if why is WhyNone.TAKEN else NotOffered(why)
