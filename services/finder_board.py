"""One's own place in the finder at a glance: the card, whether others see it, and if not, why."""

from dataclasses import dataclass
from enum import StrEnum

from programme.consents import Purpose
from services import consents
from services.finder import NotYourShop, looking_as, may_tell_phone
from services.shops import mine
from storage import finder, finder_matches, finder_meetings
from storage.finder import Card
from storage.shops import Shop
from storage.work import Work


class Unseen(StrEnum):
    """Why others cannot find a card."""

    BLOCKED = "blocked"
    NO_CONSENT = "no_consent"
    NEWER_TERMS = "newer_terms"  # agreed to, but in an older version
    ENDED = "ended"
    SHOP = "shop"  # the business is closed, suspended, or its number does not fit
    REPORTED = "reported"  # the office has to look at it first


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One's own place in the finder. `unseen`: why others cannot find the card; None when they can, or there is none."""

    shop: Shop
    card: Card | None
    unseen: Unseen | None
    matches: int
    met: int
    hidden: int


@dataclass(frozen=True, kw_only=True)
class MyBoard:
    person: int
    shop: int

    async def __call__(self, work: Work) -> Board | NotYourShop:
        shop = await mine(work, self.person, self.shop)
        if shop is None:
            return NotYourShop()
        card = await finder.find(work.connection, self.shop, work.now)
        if card is not None and not card.shares:
            card = card if card.blocked_at is not None else None
        looking = await looking_as(work, self.person, self.shop)
        everything = finder_matches.Only()
        return Board(
            shop=shop,
            card=card,
            unseen=await _why_unseen(work, shop, card),
            matches=await finder_matches.count(work.connection, looking, everything, work.now) if looking else 0,
            met=await finder_meetings.met_count(work.connection, self.shop),
            hidden=await finder_matches.hidden_count(work.connection, looking, work.now) if looking else 0,
        )


@dataclass(frozen=True, kw_only=True)
class MayTellPhone:
    """Whether there is a phone number that Telegram has confirmed."""

    person: int

    async def __call__(self, work: Work) -> bool:
        return await may_tell_phone(work, self.person)


@dataclass(frozen=True, kw_only=True)
class HasAgreed:
    person: int

    async def __call__(self, work: Work) -> bool:
        return await consents.has(work, self.person, Purpose.FINDER)


async def _why_unseen(work: Work, shop: Shop, card: Card | None) -> Unseen | None:
    if card is None or card.seen:
        return None
    if card.blocked_at is not None:
        return Unseen.BLOCKED
    if not await consents.has(work, shop.owner, Purpose.FINDER):
        return Unseen.NEWER_TERMS if await consents.has_older(work, shop.owner, Purpose.FINDER) else Unseen.NO_CONSENT
    if card.ends_at <= work.now:
        return Unseen.ENDED
    return Unseen.SHOP if shop.check_state in finder.OUT_OF_BUSINESS else Unseen.REPORTED
