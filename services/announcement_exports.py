"""Who got an announcement, and who has to be called, as files. Whoever takes one is written down."""

from collections.abc import Mapping
from dataclasses import dataclass

from programme.announcements import Outcome
from programme.rights import Right
from services.announcement_deeds import NoSuchAnnouncement, note
from services.announcement_outcomes import NOT_REACHED, Found, found_by
from services.coordinators import Forbidden
from storage import announcement_outcomes
from storage.announcement_outcomes import Reached, ToBeCalled
from storage.announcements import Announcement
from storage.work import Work

MOST_ROWS = 20_000  # of a file; it travels as a letter


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeFile:
    """`left_out`: how many found no room. Whoever did not get it stands first."""

    one: Announcement
    counts: Mapping[Outcome, int]
    rows: tuple[Reached, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneFile:
    one: Announcement
    rows: tuple[ToBeCalled, ...]
    left_out: int


@dataclass(frozen=True, kw_only=True)
class ExportOutcomes:
    """A deed, since it is written down who took it: it names shops."""

    by: int
    announcement: int

    async def __call__(self, work: Work) -> OutcomeFile | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        note(work, self.by, "ExportOutcomes", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> OutcomeFile | NoSuchAnnouncement | Forbidden:
        found = await found_by(work, self.by, self.announcement, Right.READ)
        if not isinstance(found, Found):
            return found
        rows: list[Reached] = []
        for some in (NOT_REACHED, tuple(one for one in Outcome if one not in NOT_REACHED)):
            rows += await announcement_outcomes.page(work.connection, found.seen, some, limit=MOST_ROWS - len(rows))
        counts = await announcement_outcomes.counts(work.connection, found.seen)
        return OutcomeFile(one=found.one, counts=counts, rows=tuple(rows), left_out=sum(counts.values()) - len(rows))


@dataclass(frozen=True, kw_only=True)
class ExportPhones:
    """Those it has not reached, with the name and the phone number they told the office: coordinators alone, and written down."""

    by: int
    announcement: int

    async def __call__(self, work: Work) -> PhoneFile | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        note(work, self.by, "ExportPhones", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> PhoneFile | NoSuchAnnouncement | Forbidden:
        found = await found_by(work, self.by, self.announcement, Right.COORDINATE)
        if not isinstance(found, Found):
            return found
        count = await announcement_outcomes.count_with_phone(work.connection, found.seen, NOT_REACHED)
        rows = await announcement_outcomes.with_phone(work.connection, found.seen, NOT_REACHED, limit=MOST_ROWS)
        return PhoneFile(one=found.one, rows=tuple(rows), left_out=count - len(rows))
