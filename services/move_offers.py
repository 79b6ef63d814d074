"""Another time for sessions that a change of hours has left outside: each member chooses, and silence is told to those who can call."""

from dataclasses import dataclass
from datetime import timedelta

from programme.cells import cells
from programme.move_offers import answer_by
from programme.seoul import seoul_day
from programme.slots import why_outside
from programme.topics import Topic, Way
from services.calendars import plans_of
from services.chores import chore, one_by_one
from services.coordinators import coordinators_in
from services.hours_letters import TO_MOVE, MoveUnanswered, SessionOutsideHours
from services.letters import Letter
from services.nearest_times import nearest
from services.office import Office
from services.session_parties import gu_of, name_of, shop_of
from services.session_reminders import key
from storage import consultants, move_offers, sessions
from storage.audit import AuditRow
from storage.sessions import Session, State
from storage.work import Work

AT_ONCE = 50


async def offer_to_move(work: Work, session: Session) -> bool:
    """The session stands until its member chooses another time or cancels. After the change of hours is written.

    False: it begins before its member can be written to.
    """
    until = answer_by(work.now, session.starts_at)
    if until is None:
        return False
    await sessions.ask_to_move(work.connection, session.id, until)
    near = await nearest(
        work,
        person=session.person,
        topic=session.topic,
        consultant=session.consultant,
        way=session.way,
        around=session.starts_at,
        moving=session.id,
    )
    fact = SessionOutsideHours(
        session=session.id,
        starts_at=session.starts_at,
        topic=Topic(session.topic),
        way=Way(session.way),
        name=await name_of(work, session),
        consultant=session.consultant,
        until=until,
        consultants=tuple(slot.consultant for slot in near),
        cells=tuple(cells(slot.starts_at, slot.ends_at).start for slot in near),
    )
    work.post(Letter(to=session.person, fact=fact, key=key(session.id, TO_MOVE)))
    return True


@dataclass(frozen=True, kw_only=True)
class TellUnanswered:
    """The office itself, when the time for an answer is over. The session stands; from here on a person decides."""

    session: int

    async def __call__(self, work: Work) -> None:
        known = await sessions.find(work.connection, self.session)
        if known is None:
            return
        await consultants.lock(work.connection, known.consultant)
        session = await sessions.find(work.connection, self.session)
        if session is None or session.state is not State.BOOKED or session.to_move_by is None or session.to_move_by > work.now:
            return
        await sessions.ask_to_move(work.connection, session.id, None)
        outside = await _is_outside(work, session)
        await self._tell(work, session, office=outside)
        work.note(AuditRow(who=None, did="TellUnanswered", on=f"session:{session.id}", outcome="Told", why="outside" if outside else ""))

    async def _tell(self, work: Work, session: Session, *, office: bool) -> None:
        """Of a mediation the office learns when it is and who gives it, nothing more."""
        name, shop = await name_of(work, session), await shop_of(work, session)
        _post(work, session.consultant, session, name, shop, office=False)
        if office:
            for person in await coordinators_in(work, await gu_of(work, session)):
                if person != session.consultant:
                    _post(work, person, session, name, "" if session.confidential else shop, office=True)


def _post(work: Work, to: int, session: Session, name: str, shop: str, *, office: bool) -> None:
    fact = MoveUnanswered(
        session=session.id, consultant=session.consultant, name=name, starts_at=session.starts_at, shop=shop, for_office=office
    )
    work.post(Letter(to=to, fact=fact, key=key(session.id, TO_MOVE)))


async def _is_outside(work: Work, session: Session) -> bool:
    """A consultant may also have asked for another time without a change of hours: the office need not know of that."""
    found = await consultants.find(work.connection, session.consultant)
    assert found is not None
    day = seoul_day(session.starts_at)
    plan = (await plans_of(work, [found], day, day))[found.person]
    return why_outside(plan, session.starts_at, session.ends_at) is not None


@chore(timedelta(minutes=5))
async def tell_unanswered_moves(office: Office) -> None:
    async with office.store.reading() as connection:
        over = await move_offers.over(connection, office.clock.now(), limit=AT_ONCE)
    await one_by_one(office, {f"session:{number}": TellUnanswered(session=number) for number in over})
