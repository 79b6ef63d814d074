"""What a session is about, said or said anew after it was booked."""

from dataclasses import dataclass
from datetime import datetime

from programme.topics import Topic
from services.letter_places import Place, placed
from services.letters import Letter, letter
from services.session_changes import booked_by, note
from services.session_letters import GOAL
from services.session_limits import NotMine, OverAlready
from services.session_parties import shop_of
from services.session_reminders import key
from storage import sessions
from storage.sessions import Session, SessionFile, State
from storage.work import Work

MOST_FILES = 3


@letter("session_goal_said")
@dataclass(frozen=True, kw_only=True)
class GoalSaid:
    """To the consultant: there is something to read on the session's screen. `shop`: of the member."""

    session: int
    starts_at: datetime
    topic: Topic
    shop: str


@dataclass(frozen=True, slots=True)
class Said:
    session: Session


@dataclass(frozen=True, kw_only=True)
class SayWhatItIsAbout:
    """By its member, until it begins. The words replace those before; files are added, up to three."""

    by: int
    session: int
    goal: str
    files: tuple[SessionFile, ...] = ()

    async def __call__(self, work: Work) -> Said | NotMine | OverAlready:
        outcome = await self._outcome(work)
        note(work, self.by, "SayWhatItIsAbout", self.session, outcome=outcome)
        return outcome

    async def _outcome(self, work: Work) -> Said | NotMine | OverAlready:
        session = await booked_by(work, self.session, self.by)
        if not isinstance(session, Session):
            return session
        await sessions.set_goal(work.connection, session.id, self.goal)
        room = MOST_FILES - len(await sessions.files_of(work.connection, session.id))
        for file in self.files[: max(room, 0)]:
            await sessions.add_file(work.connection, session.id, file)
        await _tell(work, session)
        return Said(session)


async def _tell(work: Work, session: Session) -> None:
    """Said twice before it has gone, the letter goes once."""
    await work.withdraw(key(session.id, GOAL))
    fact = GoalSaid(session=session.id, starts_at=session.starts_at, topic=Topic(session.topic), shop=await shop_of(work, session))
    work.post(Letter(to=session.consultant, fact=fact, key=key(session.id, GOAL)))


@placed(GoalSaid)
async def while_ahead(work: Work, fact: GoalSaid) -> Place | None:
    session = await sessions.find(work.connection, fact.session)
    return Place() if session is not None and session.state is State.BOOKED and session.ends_at > work.now else None
