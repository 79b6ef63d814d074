"""Cards that should not be shown: anybody who sees one reports it, the office decides."""

from dataclasses import dataclass
from enum import StrEnum

from programme.rights import Right, gus_of
from services.coordinators import Forbidden, OutOfReach, coordinators_in, may_answer, scopes, why_not_in
from services.finder_letters import report_key, withdraw_letters_of
from services.finder_matches import CardGone, NotShown, OneCard, Suggestion, hide
from services.letters import Letter, letter
from services.pages import within
from storage import finder_reports, shops
from storage.audit import AuditRow
from storage.finder_reports import Reported
from storage.work import Work

PAGE = 5


class Reason(StrEnum):
    CONTACT = "contact"
    NOT_A_SHOP = "not_a_shop"
    RUDE = "rude"
    ADVERTISING = "advertising"
    OTHER = "other"


class Verdict(StrEnum):
    BLOCKED = "blocked"
    FINE = "fine"


@letter("finder_report")
@dataclass(frozen=True, kw_only=True)
class CardReported:
    """To every coordinator."""

    shop: int
    reason: Reason
    people: int  # how many have reported it


@letter("finder_judged")
@dataclass(frozen=True, kw_only=True)
class CardJudged:
    """To the owner, when it matters to them: blocked, or shown again after that."""

    shop: int
    name: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class ReportTaken:
    pass


@dataclass(frozen=True, slots=True)
class ReportedBefore:
    """The same person's report is still open."""


@dataclass(frozen=True, slots=True)
class Judged:
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class NothingReported:
    """Judged by a colleague meanwhile, or the card is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    reported: tuple[Reported, ...]
    page: int  # from 0
    more: bool


@dataclass(frozen=True, kw_only=True)
class ReportCard:
    """It is hidden from the one who reports it at once, and from everybody when several people have."""

    by: int
    mine: int
    other: int
    reason: Reason

    async def __call__(self, work: Work) -> ReportTaken | ReportedBefore | CardGone | NotShown:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="ReportCard", on=f"shop:{self.other}", outcome=type(outcome).__name__, why=self.reason.value))
        return outcome

    async def _outcome(self, work: Work) -> ReportTaken | ReportedBefore | CardGone | NotShown:
        seen = await OneCard(person=self.by, mine=self.mine, other=self.other)(work)
        if not isinstance(seen, Suggestion):
            return seen
        await hide(work, self.by, self.mine, self.other)
        taken = await finder_reports.report(work.connection, shop=self.other, reporter=self.by, reason=self.reason.value, now=work.now)
        if not taken:
            return ReportedBefore()
        await self._tell_the_office(work)
        return ReportTaken()

    async def _tell_the_office(self, work: Work) -> None:
        people = await finder_reports.reporters(work.connection, self.other)
        fact = CardReported(shop=self.other, reason=self.reason, people=people)
        shop = await shops.find(work.connection, self.other)
        for coordinator in await coordinators_in(work, shop.gu if shop is not None else None):
            work.post(Letter(to=coordinator, fact=fact, key=report_key(self.other)))


@dataclass(frozen=True, kw_only=True)
class JudgeCard:
    """Settles every open report on it."""

    by: int
    shop: int
    verdict: Verdict

    async def __call__(self, work: Work) -> Judged | NothingReported | Forbidden:
        outcome = await self._outcome(work)
        why = self.verdict.value
        work.note(AuditRow(who=self.by, did="JudgeCard", on=f"shop:{self.shop}", outcome=type(outcome).__name__, why=why))
        return outcome

    async def _outcome(self, work: Work) -> Judged | NothingReported | Forbidden:
        found = await finder_reports.find(work.connection, self.shop, work.now)
        if (refused := await _why_not(work, self.by, found)) is not None:
            return refused
        if found is None or not self._changes(found):
            return NothingReported()
        await finder_reports.settle(work.connection, self.shop, outcome=self.verdict.value, by=self.by, now=work.now)
        await finder_reports.block(work.connection, self.shop, work.now if self.verdict is Verdict.BLOCKED else None)
        await work.withdraw(report_key(self.shop))
        if self.verdict is Verdict.BLOCKED:
            await withdraw_letters_of(work, [self.shop])
        if self._matters(found):
            await self._tell_the_owner(work, found)
        return Judged(self.verdict)

    def _changes(self, found: Reported) -> bool:
        return bool(found.reasons) or self._matters(found)

    def _matters(self, found: Reported) -> bool:
        return (found.card.blocked_at is not None) != (self.verdict is Verdict.BLOCKED)

    async def _tell_the_owner(self, work: Work, found: Reported) -> None:
        shop = await shops.find(work.connection, self.shop)
        if shop is not None:
            work.post(Letter(to=found.card.person, fact=CardJudged(shop=self.shop, name=shop.name, verdict=self.verdict)))


@dataclass(frozen=True, kw_only=True)
class ReportedCards:
    """Those with open reports first, then the blocked ones."""

    by: int
    page: int = 0

    async def __call__(self, work: Work) -> ReportPage | Forbidden:
        held = await scopes(work, self.by, Right.COORDINATE)
        if not held:
            return Forbidden()
        gus = gus_of(held)
        page = within(self.page, await finder_reports.for_office_count(work.connection, gus), PAGE)
        found = await finder_reports.for_office(work.connection, work.now, gus, limit=PAGE + 1, offset=page * PAGE)
        return ReportPage(reported=tuple(found[:PAGE]), page=page, more=len(found) > PAGE)


@dataclass(frozen=True, kw_only=True)
class ReportsWaiting:
    """How many cards wait for a decision; for the home of a coordinator."""

    by: int

    async def __call__(self, work: Work) -> int:
        held = await scopes(work, self.by, Right.COORDINATE)
        return await finder_reports.open_count(work.connection, gus_of(held)) if held else 0


@dataclass(frozen=True, kw_only=True)
class ReportedCard:
    by: int
    shop: int

    async def __call__(self, work: Work) -> Reported | NothingReported | Forbidden:
        found = await finder_reports.find(work.connection, self.shop, work.now)
        return await _why_not(work, self.by, found) or found or NothingReported()


async def _why_not(work: Work, by: int, found: Reported | None) -> Forbidden | OutOfReach | None:
    """By the gu of its shop."""
    if found is None:
        return None if await may_answer(work, by) else Forbidden()
    return await why_not_in(work, by, Right.COORDINATE, found.card.gu)
