"""A card that should not be shown: whoever sees it tells the office, and a coordinator takes it out of sight.

And what the office sees of a meeting's introductions: cards without names, and how many were made.
"""

from dataclasses import dataclass

from services.coordinators import Forbidden, may_answer
from services.event_making import TooWide
from services.event_reach import may_manage
from services.event_titles import title_of
from services.introduction_answers import DeclineMeeting, NotYours
from services.introduction_letters import IntroductionBlocked, reported_key, tell_reported
from services.introductions import NoMeeting, meeting
from services.letters import Letter
from services.pages import within
from storage import events, introduction_circles, introductions
from storage.audit import AuditRow
from storage.events import Event
from storage.introductions import IntroductionCard
from storage.work import Work

PAGE = 5


@dataclass(frozen=True, slots=True)
class Reported:
    event: int


@dataclass(frozen=True, slots=True)
class CardJudged:
    card: IntroductionCard


@dataclass(frozen=True, slots=True)
class CardGone:
    """Taken back meanwhile, or never there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeView:
    """`circles`: introductions made so far."""

    event: Event
    cards: tuple[IntroductionCard, ...]
    total: int
    circles: int
    page: int  # from 0
    more: bool


@dataclass(frozen=True, kw_only=True)
class ReportIntroduction:
    """With it the one who reports it has declined; the other does not learn of either."""

    by: int
    introduction: int
    card: int

    async def __call__(self, work: Work) -> Reported | CardGone | NotYours:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="ReportIntroduction", on=f"introduction_card:{self.card}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Reported | CardGone | NotYours:
        one = await introduction_circles.find(work.connection, self.introduction)
        if one is None or self.by not in one.said:
            return NotYours()
        card = await introductions.of_id(work.connection, self.card)
        if card is None or card.event != one.event or card.person not in one.others(self.by):
            return CardGone()
        await DeclineMeeting(by=self.by, introduction=self.introduction)(work)
        await introductions.report(work.connection, card.id, work.now)
        await tell_reported(work, card)
        return Reported(one.event)


@dataclass(frozen=True, kw_only=True)
class JudgeIntroduction:
    """Out of sight, or shown again; its owner is told when that changes something."""

    by: int
    card: int
    blocked: bool

    async def __call__(self, work: Work) -> CardJudged | CardGone | TooWide | Forbidden:
        outcome = await self._outcome(work)
        on, why = f"introduction_card:{self.card}", "blocked" if self.blocked else "fine"
        work.note(AuditRow(who=self.by, did="JudgeIntroduction", on=on, outcome=type(outcome).__name__, why=why))
        return outcome

    async def _outcome(self, work: Work) -> CardJudged | CardGone | TooWide | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        known = await introductions.of_id(work.connection, self.card)
        event = await events.lock(work.connection, known.event) if known is not None else None
        if known is None or event is None:
            return CardGone()
        if not await may_manage(work, self.by, event):
            return TooWide()
        await introductions.block(work.connection, self.card, work.now if self.blocked else None)
        await work.withdraw(reported_key(self.card))
        if (known.blocked_at is not None) != self.blocked:
            work.post(Letter(to=known.person, fact=IntroductionBlocked(event=event.id, title=title_of(event), blocked=self.blocked)))
        now = await introductions.of_id(work.connection, self.card)
        return CardJudged(now) if now is not None else CardGone()


@dataclass(frozen=True, kw_only=True)
class IntroductionsForOffice:
    by: int
    event: int
    page: int = 0

    async def __call__(self, work: Work) -> OfficeView | NoMeeting | TooWide | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        event = await meeting(work, self.event)
        if isinstance(event, NoMeeting):
            return event
        if not await may_manage(work, self.by, event):
            return TooWide()
        total = await introductions.count(work.connection, event.id)
        page = within(self.page, total, PAGE)
        cards = await introductions.page(work.connection, event.id, limit=PAGE, offset=page * PAGE)
        circles = len(await introduction_circles.of_event(work.connection, event.id))
        more = (page + 1) * PAGE < total
        return OfficeView(event=event, cards=tuple(cards), total=total, circles=circles, page=page, more=more)


@dataclass(frozen=True, kw_only=True)
class IntroductionForOffice:
    by: int
    card: int

    async def __call__(self, work: Work) -> CardJudged | CardGone | TooWide | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        card = await introductions.of_id(work.connection, self.card)
        event = await events.find(work.connection, card.event) if card is not None else None
        if card is None or event is None:
            return CardGone()
        return CardJudged(card) if await may_manage(work, self.by, event) else TooWide()
