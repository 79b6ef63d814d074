"""Who got an announcement, who did not, and why. Whoever looks sees no further than their role reaches."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from programme.announcements import MOST_RETRIES, AnnouncementState, Outcome
from programme.rights import EVERYWHERE, Right
from services.announcement_deeds import NoSuchAnnouncement, may_announce
from services.coordinators import Forbidden, scopes
from services.pages import within
from storage import announcement_ledger, announcement_outcomes, announcement_taps, announcements
from storage.announcement_outcomes import Reached, Reason, Seen
from storage.announcements import Announcement
from storage.work import Work

PAGE = 10
MOST_REASONS = 4


class List(StrEnum):
    """The values lie on buttons."""

    ARRIVED = "a"
    BLOCKED = "b"
    REFUSED = "r"
    UNKNOWN = "u"
    WITHDRAWN = "w"
    WAITING = "n"


OUTCOMES: Mapping[List, tuple[Outcome, ...]] = {
    List.ARRIVED: (Outcome.DELIVERED,),
    List.BLOCKED: (Outcome.BLOCKED,),
    List.REFUSED: (Outcome.REFUSED,),
    List.UNKNOWN: (Outcome.UNKNOWN,),
    List.WITHDRAWN: (Outcome.WITHDRAWN,),
    List.WAITING: (Outcome.WAITING, Outcome.LEASED),
}
NOT_REACHED = (Outcome.BLOCKED, Outcome.REFUSED, Outcome.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomesSeen:
    """`counts`: of everybody. `within`: of those whom the role of who looks covers. `taps`: people by the button's place.
    `phones`: how many of the unreachable have told a phone number; None for who must not see it.
    """

    one: Announcement
    counts: Mapping[Outcome, int]
    within: Mapping[Outcome, int]
    everybody: bool
    reasons: tuple[Reason, ...]
    taps: Mapping[int, int]
    phones: int | None
    retry: "Retriable | None"
    may_send: bool  # their role covers its audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Retriable:
    """Whom it could be tried with again. `back`: had blocked the bot and are back; `unknown`: may have it."""

    refused: int
    back: int
    unknown: int

    @property
    def certain(self) -> int:
        """Who has certainly not got it."""
        return self.refused + self.back


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomePage:
    one: Announcement
    list: List
    found: tuple[Reached, ...]
    count: int
    page: int

    @property
    def first(self) -> int:
        """The number of the first one in the whole list, from 1."""
        return self.page * PAGE + 1


@dataclass(frozen=True, kw_only=True)
class SeeOutcomes:
    by: int
    announcement: int

    async def __call__(self, work: Work) -> OutcomesSeen | NoSuchAnnouncement | Forbidden:
        found = await found_by(work, self.by, self.announcement, Right.READ)
        if not isinstance(found, Found):
            return found
        calling = await found_by(work, self.by, self.announcement, Right.COORDINATE)
        phones = None
        if isinstance(calling, Found):
            phones = await announcement_outcomes.count_with_phone(work.connection, calling.seen, NOT_REACHED)
        everybody = Seen(self.announcement, (EVERYWHERE,))
        failed = (Outcome.REFUSED, Outcome.UNKNOWN)
        may_send = await may_announce(work, self.by, found.one.audience)
        return OutcomesSeen(
            one=found.one,
            counts=await announcement_outcomes.counts(work.connection, everybody),
            within=await announcement_outcomes.counts(work.connection, found.seen),
            everybody=found.seen.everybody,
            reasons=tuple(await announcement_outcomes.reasons(work.connection, everybody, failed, limit=MOST_REASONS)),
            taps=await announcement_taps.counts(work.connection, self.announcement),
            phones=phones,
            retry=await _retriable(work, found.one) if may_send else None,
            may_send=may_send,
        )


@dataclass(frozen=True, kw_only=True)
class SeeOutcomeList:
    by: int
    announcement: int
    list: List
    page: int = 0

    async def __call__(self, work: Work) -> OutcomePage | NoSuchAnnouncement | Forbidden:
        found = await found_by(work, self.by, self.announcement, Right.READ)
        if not isinstance(found, Found):
            return found
        outcomes = OUTCOMES[self.list]
        counts = await announcement_outcomes.counts(work.connection, found.seen)
        count = sum(counts[outcome] for outcome in outcomes)
        page = within(self.page, count, PAGE)
        those = await announcement_outcomes.page(work.connection, found.seen, outcomes, limit=PAGE, offset=page * PAGE)
        return OutcomePage(one=found.one, list=self.list, found=tuple(those), count=count, page=page)


async def _retriable(work: Work, one: Announcement) -> Retriable | None:
    if one.state is not AnnouncementState.DONE or one.retries >= MOST_RETRIES or one.withdrawn_at is not None:
        return None
    failed = await announcement_ledger.count_failed(work.connection, one.id)
    found = Retriable(refused=failed[Outcome.REFUSED], back=failed[Outcome.BLOCKED], unknown=failed[Outcome.UNKNOWN])
    return found if found.certain or found.unknown else None


@dataclass(frozen=True, slots=True)
class Found:
    one: Announcement
    seen: Seen


async def found_by(work: Work, by: int, number: int, right: Right) -> Found | NoSuchAnnouncement | Forbidden:
    held = await scopes(work, by, right)
    if not held:
        return Forbidden()
    one = await announcements.find(work.connection, number)
    if one is None or one.started_at is None:
        return NoSuchAnnouncement()
    return Found(one, Seen(number, held))
