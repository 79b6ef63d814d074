"""The sessions of a member: those in front of them, those that are over, and one of them."""

from dataclasses import dataclass

from services.pages import within
from storage import consultants, people, sessions
from storage.consultants import Profile
from storage.sessions import OCCUPIES, Session, SessionFile
from storage.work import Work

PAGE = 8
LAST_PAGE = 1000  # a forged number may be larger than a database counts


@dataclass(frozen=True, slots=True, kw_only=True)
class MySession:
    """`by`: whose time it is; those who left keep their name in what was. `files`: sent by the member. `foreign`: who gives it does not
    speak the language of the member's chat.
    """

    session: Session
    by: Profile
    files: tuple[SessionFile, ...] = ()
    foreign: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPage:
    """`page` counts from 0. `ahead`: how many are in front of the person."""

    sessions: tuple[MySession, ...]
    page: int
    more: bool
    ahead: int


@dataclass(frozen=True, kw_only=True)
class SessionsAhead:
    """Booked or held, the soonest first."""

    person: int
    page: int = 0

    async def __call__(self, work: Work) -> SessionPage:
        found = await sessions.of_person(work.connection, self.person, since=work.now, states=OCCUPIES)
        page = within(self.page, len(found), PAGE)
        shown = found[page * PAGE : (page + 1) * PAGE]
        return SessionPage(sessions=await _seen(work, shown), page=page, more=len(found) > (page + 1) * PAGE, ahead=len(found))


@dataclass(frozen=True, kw_only=True)
class SessionsPast:
    """The latest first."""

    person: int
    page: int = 0

    async def __call__(self, work: Work) -> SessionPage:
        page = min(max(self.page, 0), LAST_PAGE)
        found = await sessions.past_of_person(work.connection, self.person, until=work.now, limit=PAGE + 1, offset=page * PAGE)
        if page and not found:
            return await SessionsPast(person=self.person)(work)
        ahead = len(await sessions.of_person(work.connection, self.person, since=work.now, states=OCCUPIES))
        return SessionPage(sessions=await _seen(work, found[:PAGE]), page=page, more=len(found) > PAGE, ahead=ahead)


@dataclass(frozen=True, kw_only=True)
class OneSession:
    """In whatever state. None: there is none, or it is somebody else's."""

    person: int
    session: int

    async def __call__(self, work: Work) -> MySession | None:
        found = await sessions.find(work.connection, self.session)
        if found is None or found.person != self.person:
            return None
        consultant = (await consultants.of_ids(work.connection, [found.consultant]))[found.consultant]
        language = (await people.languages(work.connection, {self.person})).get(self.person)
        files = tuple(await sessions.files_of(work.connection, found.id))
        foreign = language is not None and language not in consultant.profile.languages
        return MySession(session=found, by=consultant.profile, files=files, foreign=foreign)


async def _seen(work: Work, found: list[Session]) -> tuple[MySession, ...]:
    those = await consultants.of_ids(work.connection, [one.consultant for one in found])
    return tuple(MySession(session=one, by=those[one.consultant].profile) for one in found)


@dataclass(frozen=True, kw_only=True)
class NewestOf:
    """The session that took the place of others with the same name in calendars. None: it is gone, or somebody else's."""

    person: int
    uid: str

    async def __call__(self, work: Work) -> int | None:
        found = await sessions.newest_of(work.connection, self.uid)
        return found.id if found is not None and found.person == self.person else None
