"""A coordinator grants a consortium more sessions in a year than the house's number; its members are told, and why."""

from dataclasses import dataclass

from programme import consortium_names
from programme.rights import Right
from programme.seoul import seoul_day
from services.consortium_reach import reaches
from services.coordinators import Forbidden, OutOfReach, may_answer, scopes
from services.letters import Letter, letter
from storage import consortia, seats, session_grants, sessions
from storage.audit import AuditRow
from storage.consortia import Consortium
from storage.consultants import Calling
from storage.session_grants import LONGEST_WHY
from storage.work import Work

MOST = 20  # at a time: more than that is a slip of the finger
MOST_FOUND = 8


@letter("sessions_granted")
@dataclass(frozen=True, kw_only=True)
class SessionsGranted:
    """To each member."""

    consortium: str
    calling: Calling
    year: int
    extra: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOf:
    """How a consortium stands this year, by calling: sessions used, and of how many."""

    consortium: Consortium
    used: dict[Calling, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class NoSuchConsortium:
    """None that stands."""


@dataclass(frozen=True, slots=True)
class WrongGrant:
    """Forged, or from an older form."""


@dataclass(frozen=True, slots=True)
class Granted:
    """`told`: how many members hear of it."""

    consortium: Consortium
    calling: Calling
    extra: int
    told: int


@dataclass(frozen=True, kw_only=True)
class FindConsortia:
    """Those that stand, by the code on their card or by the beginning of their name; the newest round first."""

    by: int
    words: str

    async def __call__(self, work: Work) -> tuple[Consortium, ...] | Forbidden:
        held = await scopes(work, self.by, Right.COORDINATE)
        if not held:
            return Forbidden()
        coded = await consortia.of_code(work.connection, self.words.strip())
        if coded is not None and coded.dissolved_at is None:
            found = [coded]
        else:
            found = await consortia.named(work.connection, consortium_names.key(self.words), limit=MOST_FOUND)
        return tuple([one for one in found if await reaches(work, held, one)])


@dataclass(frozen=True, kw_only=True)
class YearOfConsortium:
    by: int
    consortium: int

    async def __call__(self, work: Work) -> YearOf | NoSuchConsortium | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        found = await consortia.find(work.connection, self.consortium)
        if found is None or found.dissolved_at is not None:
            return NoSuchConsortium()
        if not await reaches(work, await scopes(work, self.by, Right.COORDINATE), found):
            return OutOfReach()
        year = seoul_day(work.now).year
        return YearOf(consortium=found, used={calling: await _used(work, found.id, calling, year) for calling in Calling})


async def _used(work: Work, consortium: int, calling: Calling, year: int) -> tuple[int, int]:
    extra = await session_grants.granted(work.connection, consortium=consortium, person=None, calling=calling, year=year)
    used = await sessions.used(work.connection, calling=calling, year=year, consortium=consortium, person=0)
    return used, work.house.booking.a_year(calling) + extra


@dataclass(frozen=True, kw_only=True)
class GrantSessions:
    """In the year that it is in Seoul."""

    by: int
    consortium: int
    calling: Calling
    extra: int
    why: str

    async def __call__(self, work: Work) -> Granted | WrongGrant | NoSuchConsortium | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="GrantSessions", on=f"consortium:{self.consortium}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Granted | WrongGrant | NoSuchConsortium | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        if not 1 <= self.extra <= MOST or not 0 < len(self.why) <= LONGEST_WHY:
            return WrongGrant()
        found = await consortia.lock(work.connection, self.consortium)
        if found is None or found.dissolved_at is not None:
            return NoSuchConsortium()
        if not await reaches(work, await scopes(work, self.by, Right.COORDINATE), found):
            return OutOfReach()
        year = seoul_day(work.now).year
        await session_grants.grant(
            work.connection,
            consortium=found.id,
            person=None,
            calling=self.calling,
            year=year,
            extra=self.extra,
            by=self.by,
            why=self.why,
            now=work.now,
        )
        return Granted(found, self.calling, self.extra, await self._tell(work, found, year))

    async def _tell(self, work: Work, found: Consortium, year: int) -> int:
        members = {seat.person for seat in await seats.of_consortium(work.connection, found.id)}
        for person in members:
            fact = SessionsGranted(consortium=found.name, calling=self.calling, year=year, extra=self.extra, why=self.why)
            work.post(Letter(to=person, fact=fact))
        return len(members)
