"""Reminders follow the session: to its member the day and the hour before, to its consultant when the member has not confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from programme.session_reminders import day_before, hour_before
from programme.topics import Topic, Way
from services.letter_places import Place, placed
from services.letter_renewal import Addressed, renewed
from services.letters import Letter, letter
from services.session_parties import Parties
from storage import consultants, sessions
from storage.consultants import Profile
from storage.sessions import Session, State
from storage.work import Work

DAY, HOUR, UNCONFIRMED = PARTS = ("day", "hour", "unconfirmed")


@letter("session_soon")
@dataclass(frozen=True, kw_only=True)
class SessionSoon:
    """To the member. `confirmed`: they have said that they come. `link` by video, `place` and `address` on site, as they are then.

    `to_move_by`: they are asked for another time, and nobody asks whether they come at this one.
    """

    session: int
    starts_at: datetime
    topic: Topic
    way: Way
    name: str
    confirmed: bool
    place: str = ""  # letters from before this was told have none
    address: str = ""
    link: str = ""
    to_move_by: datetime | None = None


@letter("session_unconfirmed")
@dataclass(frozen=True, kw_only=True)
class SessionUnconfirmed:
    """To the consultant: the reminder of the day before was not answered."""

    session: int
    starts_at: datetime
    topic: Topic
    shop: str


def key(session: int, part: str) -> str:
    """Each letter that waits has one of its own."""
    return f"session:{session}:{part}"


def remind(work: Work, session: Session, parties: Parties) -> None:
    """What is past already is left out: who books for tomorrow's morning knows it, and has confirmed it by booking."""
    day, hour = day_before(session.starts_at, work.house.booking.change_until), hour_before(session.starts_at)
    booked_late = day <= work.now
    if not booked_late:
        _post(work, session, parties.by, DAY, confirmed=False)
        _watch(work, session, parties.shop, hour)
    if hour > work.now:
        _post(work, session, parties.by, HOUR, confirmed=booked_late)


async def calm(work: Work, session: Session) -> None:
    """The member comes: the consultant need not be told, and nobody is asked once more."""
    await work.withdraw(key(session.id, DAY))
    await work.withdraw(key(session.id, UNCONFIRMED))
    if hour_before(session.starts_at) > work.now:
        by = (await consultants.of_ids(work.connection, [session.consultant]))[session.consultant].profile
        _post(work, session, by, HOUR, confirmed=True)


async def meet_elsewhere(work: Work, session: Session, by: Profile) -> None:
    """The reminders that wait tell where it takes place: they tell the new place now."""
    booked_late = day_before(session.starts_at, work.house.booking.change_until) <= (session.booked_at or session.made_at)
    for part, confirmed in ((DAY, False), (HOUR, booked_late or session.confirmed_at is not None)):
        if await work.withdraw(key(session.id, part)):
            _post(work, session, by, part, confirmed=confirmed)


def _post(work: Work, session: Session, by: Profile, part: str, *, confirmed: bool) -> None:
    day, hour = day_before(session.starts_at, work.house.booking.change_until), hour_before(session.starts_at)
    way = Way(session.way)
    fact = SessionSoon(
        session=session.id,
        starts_at=session.starts_at,
        topic=Topic(session.topic),
        way=way,
        name=by.name,
        confirmed=confirmed,
        place=by.place if way is Way.SITE else "",
        address=by.address if way is Way.SITE else "",
        link=by.link if way is Way.VIDEO else "",
    )
    work.post(Letter(to=session.person, fact=fact, due=day if part == DAY else hour, key=key(session.id, part)))


def _watch(work: Work, session: Session, shop: str, due: datetime) -> None:
    fact = SessionUnconfirmed(session=session.id, starts_at=session.starts_at, topic=Topic(session.topic), shop=shop)
    work.post(Letter(to=session.consultant, fact=fact, due=due, key=key(session.id, UNCONFIRMED)))


@renewed(SessionSoon)
async def as_asked_to_move(work: Work, letters: Sequence[Addressed]) -> list[SessionSoon | None]:
    asked = {fact.session: await sessions.find(work.connection, fact.session) for _, fact in letters}
    return [replace(fact, to_move_by=_to_move_by(work, asked[fact.session])) for _, fact in letters]


def _to_move_by(work: Work, session: Session | None) -> datetime | None:
    until = session.to_move_by if session is not None else None
    return until if until is not None and until > work.now else None


@placed(SessionSoon)
async def while_it_comes(work: Work, fact: SessionSoon) -> Place | None:
    return Place() if await _comes(work, fact.session) is not None else None


@placed(SessionUnconfirmed)
async def while_unconfirmed(work: Work, fact: SessionUnconfirmed) -> Place | None:
    session = await _comes(work, fact.session)
    return Place() if session is not None and session.confirmed_at is None else None


async def _comes(work: Work, number: int) -> Session | None:
    session = await sessions.find(work.connection, number)
    return session if session is not None and session.state is State.BOOKED and session.starts_at > work.now else None
