"""Whom the finder suggests to a shop, and why; and hiding what one does not want to be shown again."""

from dataclasses import dataclass

from programme.matching import Match, match
from services.finder import NotYourShop, looking_as
from services.finder_letters import interest_key
from services.pages import within
from storage import finder, finder_matches, finder_meetings
from storage.audit import AuditRow
from storage.finder import Card
from storage.finder_matches import Found, Looking, Only
from storage.work import Work

PAGE = 5


@dataclass(frozen=True, slots=True)
class NotShown:
    """Their own card is not seen just now: only who shows a card sees those of others."""


@dataclass(frozen=True, slots=True)
class CardGone:
    """Taken down, over, out of sight, or never there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """`asked`: we have said that we are interested."""

    card: Card
    match: Match
    asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionPage:
    mine: int
    suggestions: tuple[Suggestion, ...]
    only: Only
    total: int
    page: int  # from 0
    more: bool


@dataclass(frozen=True, slots=True)
class Hidden:
    pass


@dataclass(frozen=True, slots=True)
class ShownAgain:
    """It can be suggested again."""


def suggestion(looking: Looking, found: Found, work: Work) -> Suggestion:
    fits = match(looking.seeker, found.card.seeker, shown_at=found.card.shown_at, now=work.now, interested=found.asks)
    return Suggestion(card=found.card, match=fits, asked=found.asked)


@dataclass(frozen=True, kw_only=True)
class BestMatches:
    """Five at a time, the best first."""

    person: int
    mine: int
    only: Only = Only()  # noqa: RUF009 - a frozen value
    page: int = 0

    async def __call__(self, work: Work) -> SuggestionPage | NotShown:
        looking = await looking_as(work, self.person, self.mine)
        if looking is None:
            return NotShown()
        total = await finder_matches.count(work.connection, looking, self.only, work.now)
        page = within(self.page, total, PAGE)
        found = await finder_matches.page(work.connection, looking, self.only, work.now, limit=PAGE, offset=page * PAGE)
        return SuggestionPage(
            mine=self.mine,
            suggestions=tuple(suggestion(looking, one, work) for one in found),
            only=self.only,
            total=total,
            page=page,
            more=(page + 1) * PAGE < total,
        )


@dataclass(frozen=True, kw_only=True)
class OneCard:
    """The card of another shop, as this one sees it."""

    person: int
    mine: int
    other: int

    async def __call__(self, work: Work) -> Suggestion | CardGone | NotShown:
        looking = await looking_as(work, self.person, self.mine)
        if looking is None:
            return NotShown()
        found = await finder_matches.one(work.connection, looking, self.other, work.now)
        return CardGone() if found is None else suggestion(looking, found, work)


@dataclass(frozen=True, kw_only=True)
class HiddenCards:
    """The latest first."""

    person: int
    mine: int
    page: int = 0

    async def __call__(self, work: Work) -> SuggestionPage | NotShown:
        looking = await looking_as(work, self.person, self.mine)
        if looking is None:
            return NotShown()
        total = await finder_matches.hidden_count(work.connection, looking, work.now)
        page = within(self.page, total, PAGE)
        found = await finder_matches.hidden_by(work.connection, looking, work.now, limit=PAGE, offset=page * PAGE)
        return SuggestionPage(
            mine=self.mine,
            suggestions=tuple(suggestion(looking, one, work) for one in found),
            only=Only(),
            total=total,
            page=page,
            more=(page + 1) * PAGE < total,
        )


@dataclass(frozen=True, kw_only=True)
class HideCard:
    """Not for me: never suggested to this person again. The other shop does not learn of it."""

    by: int
    mine: int
    other: int

    async def __call__(self, work: Work) -> Hidden | CardGone | NotYourShop:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="HideCard", on=f"shop:{self.other}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Hidden | CardGone | NotYourShop:
        if not await is_card_of(work, self.by, self.mine):
            return NotYourShop()
        if await finder.find(work.connection, self.other, work.now) is None:
            return CardGone()
        await hide(work, self.by, self.mine, self.other)
        return Hidden()


@dataclass(frozen=True, kw_only=True)
class UnhideCard:
    by: int
    other: int

    async def __call__(self, work: Work) -> ShownAgain | CardGone:
        outcome = ShownAgain() if await finder_matches.unhide(work.connection, self.by, self.other) else CardGone()
        work.note(AuditRow(who=self.by, did="UnhideCard", on=f"shop:{self.other}", outcome=type(outcome).__name__))
        return outcome


async def hide(work: Work, person: int, mine: int, other: int) -> None:
    """Whoever hides a card is not interested in it, either."""
    await finder_matches.hide(work.connection, person, other, work.now)
    if not await finder_meetings.have_met(work.connection, mine, other):
        await finder_meetings.withdraw(work.connection, mine, other, work.now)
        await work.withdraw(interest_key(mine, other))


async def is_card_of(work: Work, person: int, shop: int) -> bool:
    """Whether it is this person's card, seen or not."""
    card = await finder.find(work.connection, shop, work.now)
    return card is not None and card.person == person
