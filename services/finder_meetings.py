"""Interested both ways: only then does either learn who the other is and how to reach them."""

from dataclasses import dataclass

from programme.districts import District
from programme.matching import Share
from programme.trades import Trade
from services.finder import NotYourShop, looking_as
from services.finder_letters import interest_key, met_key
from services.finder_matches import CardGone, NotShown
from services.letters import Letter, letter
from services.shops import mine
from storage import finder, finder_matches, finder_meetings, shops
from storage.audit import AuditRow
from storage.finder import Card
from storage.finder_matches import Found, Looking
from storage.shops import Kind
from storage.work import Work

MOST_UNANSWERED = 20  # so that nobody writes to the whole city


@letter("finder_interest")
@dataclass(frozen=True, kw_only=True)
class PartnerInterested:
    """To the owner of `mine`: this card, without a name, would like to meet you."""

    mine: int
    other: int
    kind: Kind
    trade: Trade
    gu: District
    confirmed: bool
    shares: tuple[Share, ...]
    sentence: str


@letter("finder_met")
@dataclass(frozen=True, kw_only=True)
class PartnersMet:
    """To the one who said it first: who the other is, who sees the same at once in answer to their tap.

    A phone number is never in it; it is looked up when it is asked for.
    """

    mine: int
    other: int
    name: str
    person: int  # to write to them on Telegram


@dataclass(frozen=True, slots=True)
class InterestTold:
    """They are told of it, or were before; nobody has answered yet."""


@dataclass(frozen=True, slots=True)
class BothInterested:
    """Now, or since before."""

    other: int


@dataclass(frozen=True, slots=True)
class TooManyUnanswered:
    most: int


@dataclass(frozen=True, slots=True)
class InterestWithdrawn:
    pass


@dataclass(frozen=True, slots=True)
class NotInterested:
    """There was nothing to withdraw."""


@dataclass(frozen=True, kw_only=True)
class BeInterested:
    """Of two who say it at the same moment the second waits for the first, so that one of them brings them together."""

    by: int
    mine: int
    other: int

    async def __call__(self, work: Work) -> InterestTold | BothInterested | TooManyUnanswered | CardGone | NotShown:
        await finder.lock(work.connection, self.mine, self.other)
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="BeInterested", on=f"shop:{self.other}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> InterestTold | BothInterested | TooManyUnanswered | CardGone | NotShown:
        looking = await looking_as(work, self.by, self.mine)
        if looking is None:
            return NotShown()
        found = await finder_matches.one(work.connection, looking, self.other, work.now)
        if found is None:
            return CardGone()
        if not (found.asked or found.asks) and await finder_meetings.unanswered(work.connection, self.mine) >= MOST_UNANSWERED:
            return TooManyUnanswered(MOST_UNANSWERED)
        return await self._say(work, looking, found)

    async def _say(self, work: Work, looking: Looking, found: Found) -> InterestTold | BothInterested:
        for_the_first_time = await finder_meetings.say(work.connection, self.mine, self.other, work.now)
        await finder_matches.unhide(work.connection, self.by, self.other)
        if found.asks:
            await self._bring_together(work, found.card)
            return BothInterested(self.other)
        if for_the_first_time:
            await self._tell(work, looking, found.card)
        return InterestTold()

    async def _tell(self, work: Work, looking: Looking, other: Card) -> None:
        """Whoever has hidden this card is not written to; the one who asks is told the same in any case."""
        card = await finder.find(work.connection, self.mine, work.now)
        if card is None or await finder_matches.has_hidden(work.connection, other.person, looking.shop):
            return
        fact = PartnerInterested(
            mine=other.shop,
            other=card.shop,
            kind=card.kind,
            trade=card.trade,
            gu=card.gu,
            confirmed=card.confirmed,
            shares=tuple(share for share in Share if share in card.shares),
            sentence=card.sentence,
        )
        work.post(Letter(to=other.person, fact=fact, key=interest_key(self.mine, other.shop)))

    async def _bring_together(self, work: Work, other: Card) -> None:
        await work.withdraw(interest_key(other.shop, self.mine))
        if not await finder_meetings.meet(work.connection, self.mine, other.shop, work.now):
            return
        named = await shops.of_ids(work.connection, [self.mine, other.shop])
        fact = PartnersMet(mine=other.shop, other=self.mine, name=named[self.mine].name, person=named[self.mine].owner)
        work.post(Letter(to=named[other.shop].owner, fact=fact, key=met_key(self.mine, other.shop)))


@dataclass(frozen=True, kw_only=True)
class WithdrawInterest:
    """After a meeting, neither sees the contact of the other here any more. Nobody is told."""

    by: int
    mine: int
    other: int

    async def __call__(self, work: Work) -> InterestWithdrawn | NotInterested | NotYourShop:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="WithdrawInterest", on=f"shop:{self.other}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> InterestWithdrawn | NotInterested | NotYourShop:
        if await mine(work, self.by, self.mine) is None:
            return NotYourShop()
        if not await finder_meetings.withdraw(work.connection, self.mine, self.other, work.now):
            return NotInterested()
        await work.withdraw(interest_key(self.mine, self.other))
        await work.withdraw(met_key(self.mine, self.other))
        return InterestWithdrawn()
