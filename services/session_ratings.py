"""What a member thinks of a session: one to five stars, and words if they like. The office sees them; the consultant does not.

Of a mediation there are stars without words, and they are counted, never shown with the session.
"""

from dataclasses import dataclass, replace

from services.session_outcomes import NotYours, note
from storage import session_logs, sessions
from storage.session_logs import SessionRating
from storage.sessions import Session, State
from storage.work import Work

STARS = (1, 2, 3, 4, 5)
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Rated:
    session: Session
    rating: SessionRating


@dataclass(frozen=True, slots=True)
class NotDone:
    """Only what took place is rated."""

    session: Session


@dataclass(frozen=True, slots=True)
class NoStars:
    """More or fewer than there are, words without stars, or words about a mediation: forged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForMember:
    """What came after a session, as its member sees it. `shared`: the consultant's note for them; may be empty."""

    session: Session
    shared: str
    minutes: int | None
    rating: SessionRating | None


async def _done(work: Work, number: int, by: int) -> Session | NotYours | NotDone:
    session = await sessions.find(work.connection, number)
    if session is None or session.person != by or session.booked_at is None:
        return NotYours()
    return session if session.state is State.DONE else NotDone(session)


@dataclass(frozen=True, kw_only=True)
class AfterSession:
    person: int
    session: int

    async def __call__(self, work: Work) -> ForMember | NotYours:
        session = await sessions.find(work.connection, self.session)
        if session is None or session.person != self.person or session.booked_at is None:
            return NotYours()
        log = await session_logs.log_of(work.connection, session.id)
        return ForMember(
            session=session,
            shared=log.shared if log is not None else "",
            minutes=log.minutes if log is not None else None,
            rating=await session_logs.rating_of(work.connection, session.id),
        )


@dataclass(frozen=True, kw_only=True)
class RateSession:
    """Tapping other stars changes them; the words stay."""

    by: int
    session: int
    stars: int

    async def __call__(self, work: Work) -> Rated | NotDone | NoStars | NotYours:
        outcome = await self._outcome(work)
        note(work, self.by, "RateSession", self.session, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Rated | NotDone | NoStars | NotYours:
        session = await _done(work, self.session, self.by)
        if not isinstance(session, Session):
            return session
        if self.stars not in STARS:
            return NoStars()
        before = await session_logs.rating_of(work.connection, session.id)
        rating = SessionRating(stars=self.stars, words=before.words if before is not None else "", rated_at=work.now)
        await session_logs.keep_rating(work.connection, session.id, rating)
        return Rated(session, rating)


@dataclass(frozen=True, kw_only=True)
class SayMore:
    """Words to the stars."""

    by: int
    session: int
    words: str

    async def __call__(self, work: Work) -> Rated | NotDone | NoStars | NotYours:
        outcome = await self._outcome(work)
        note(work, self.by, "SayMore", self.session, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Rated | NotDone | NoStars | NotYours:
        session = await _done(work, self.session, self.by)
        if not isinstance(session, Session):
            return session
        before = await session_logs.rating_of(work.connection, session.id)
        if before is None or session.confidential or len(self.words) > LONGEST:
            return NoStars()
        rating = replace(before, words=self.words, rated_at=work.now)
        await session_logs.keep_rating(work.connection, session.id, rating)
        return Rated(session, rating)
