"""The record of what was done, for people: who, what, on what, how it ended. Members have no names in it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from programme.rights import Right
from programme.seoul import SEOUL
from services.coordinators import Forbidden, may_read, scopes
from services.pages import within
from services.record_cases import KINDS, Case
from services.record_reach import reaches
from storage import audit_reading, consultants, roles
from storage.audit import AuditRow
from storage.audit_reading import AuditEntry, Wanted
from storage.roles import Grant
from storage.work import Work

PAGE = 8
MOST_PAGES = 50  # older ones are found by their day, and stand in the file
MOST_PEOPLE = 30
MOST_CASES = 12
MOST_IN_FILE = 20_000
OFFICE_ITSELF = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """`grant`: a number of the list of people of the office; 0: whoever it was. `day`: as 20260302; 0: any day."""

    grant: int = 0
    case: Case = Case.ANY
    number: int = 0
    day: int = 0

    @property
    def on(self) -> str | None:
        return f"{KINDS[self.case]}:{self.number}" if self.case is not Case.ANY else None

    @property
    def date(self) -> date | None:
        try:
            return datetime.strptime(str(self.day), "%Y%m%d").replace(tzinfo=SEOUL).date() if self.day else None
        except ValueError:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """`names`: of people of the office, also of those who left it; "" where nobody gave one. `advise`: the consultants."""

    names: Mapping[int, str]
    advise: Collection[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPage:
    wanted: Filter
    whose: Grant | None  # of the filter
    entries: tuple[AuditEntry, ...]
    people: Whose
    page: int  # from 0
    more: bool
    oldest: bool = False  # what lies behind this page is found by its day
    limited: bool = False  # a role for some gu or one track: only what they did themselves


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSheet:
    """`cut`: there was more than a file takes."""

    entries: tuple[AuditEntry, ...]
    people: Whose
    cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleToChoose:
    grants: tuple[Grant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesToChoose:
    case: Case
    numbers: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class MayRead:
    by: int

    async def __call__(self, work: Work) -> bool:
        return await may_read(work, self.by)


@dataclass(frozen=True, kw_only=True)
class ReadRecord:
    by: int
    wanted: Filter = field(default_factory=Filter)
    page: int = 0

    async def __call__(self, work: Work) -> RecordPage | Forbidden:
        held = await scopes(work, self.by, Right.READ)
        if not held:
            return Forbidden()
        whose = await _whose(work, self.wanted)
        limited = not await reaches(work, held, self.wanted.case, self.wanted.number)
        wanted = _wanted(self.wanted, whose, self.by if limited else None)
        count = await audit_reading.count(work.connection, wanted, most=MOST_PAGES * PAGE + 1)
        page = within(self.page, min(count, MOST_PAGES * PAGE), PAGE)
        entries = await audit_reading.page(work.connection, wanted, limit=PAGE, offset=page * PAGE)
        last = page == MOST_PAGES - 1
        more = count > (page + 1) * PAGE
        return RecordPage(
            wanted=self.wanted,
            whose=whose,
            entries=tuple(entries),
            people=await people_of(work, entries),
            page=page,
            more=more and not last,
            oldest=more and last,
            limited=limited,
        )


@dataclass(frozen=True, kw_only=True)
class ExportRecord:
    """A deed, since it is written down who took it."""

    by: int
    wanted: Filter

    async def __call__(self, work: Work) -> RecordSheet | Forbidden:
        outcome = await self._outcome(work)
        on = self.wanted.on or ""
        work.note(AuditRow(who=self.by, did="ExportRecord", on=on, outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> RecordSheet | Forbidden:
        held = await scopes(work, self.by, Right.READ)
        if not held:
            return Forbidden()
        limited = not await reaches(work, held, self.wanted.case, self.wanted.number)
        wanted = _wanted(self.wanted, await _whose(work, self.wanted), self.by if limited else None)
        entries = await audit_reading.page(work.connection, wanted, limit=MOST_IN_FILE + 1)
        kept = tuple(entries[:MOST_IN_FILE])
        return RecordSheet(entries=kept, people=await people_of(work, kept), cut=len(entries) > MOST_IN_FILE)


@dataclass(frozen=True, kw_only=True)
class PeopleOfRecord:
    """Each person once, by their newest role; also those who have left."""

    by: int

    async def __call__(self, work: Work) -> PeopleToChoose | Forbidden:
        if not await may_read(work, self.by):
            return Forbidden()
        return PeopleToChoose(grants=tuple(await roles.newest_of_each(work.connection, limit=MOST_PEOPLE)))


@dataclass(frozen=True, kw_only=True)
class CasesOfRecord:
    by: int
    case: Case

    async def __call__(self, work: Work) -> CasesToChoose | Forbidden:
        held = await scopes(work, self.by, Right.READ)
        if not held:
            return Forbidden()
        kind = KINDS.get(self.case)
        found = await audit_reading.lately(work.connection, kind, limit=MOST_CASES) if kind is not None else []
        numbers = [int(one) for on in found if (one := on.partition(":")[2]).isdecimal()]
        return CasesToChoose(case=self.case, numbers=tuple([one for one in numbers if await reaches(work, held, self.case, one)]))


async def people_of(work: Work, entries: Collection[AuditEntry]) -> Whose:
    those = {one.who for one in entries if one.who is not None}
    names = await roles.names_of(work.connection, those)
    known = await consultants.of_ids(work.connection, sorted(those - names.keys()))
    return Whose(names=names, advise=frozenset(known))


async def _whose(work: Work, wanted: Filter) -> Grant | None:
    return await roles.find(work.connection, wanted.grant) if wanted.grant > 0 else None


def _wanted(wanted: Filter, whose: Grant | None, only: int | None) -> Wanted:
    day = wanted.date
    since = datetime.combine(day, datetime.min.time(), SEOUL) if day is not None else None
    # A number that no role has: nobody did anything under it.
    who = whose.person if whose is not None else 0 if wanted.grant > 0 else None
    return Wanted(
        who=who,
        only=only,
        by_itself=wanted.grant == OFFICE_ITSELF,
        on=wanted.on,
        since=since,
        until=since + timedelta(days=1) if since is not None else None,
    )
