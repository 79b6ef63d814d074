"""One's own card in the partner finder: showing, changing, prolonging and taking it down."""

from dataclasses import dataclass
from datetime import timedelta

from programme.consents import Purpose
from programme.contact_words import Reach, names, reach_in
from programme.matching import Share
from services import consents
from services.finder_letters import ends_key, withdraw_letters_of
from services.shops import mine
from storage import finder, finder_cards, finder_meetings, owners
from storage.audit import AuditRow
from storage.finder import Card
from storage.finder_matches import Looking
from storage.work import Work

SHOWN_FOR = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Shown:
    """The card as it stands now."""

    card: Card


@dataclass(frozen=True, slots=True)
class CannotBeSaid:
    """The sentence holds a way to reach somebody; None: the name of the shop."""

    reach: Reach | None


@dataclass(frozen=True, slots=True)
class NotYourShop:
    """Somebody else's, removed, or never there."""


@dataclass(frozen=True, slots=True)
class NoCard:
    """Taken down already, or never shown."""


@dataclass(frozen=True, slots=True)
class NotAgreed:
    """The consent was taken back: it is asked again before anything is shown."""


@dataclass(frozen=True, slots=True)
class TakenDown:
    pass


def cannot_be_said(sentence: str, shop_name: str) -> CannotBeSaid | None:
    """Contacts and names are told only to whom both sides agreed to meet."""
    reach = reach_in(sentence)
    return CannotBeSaid(reach) if reach is not None or names(sentence, shop_name) else None


async def looking_as(work: Work, person: int, shop: int) -> Looking | None:
    """Only who shows a card finds the cards of others. None: not theirs, or not seen just now."""
    card = await finder.find(work.connection, shop, work.now)
    if card is None or card.person != person or not card.seen:
        return None
    return Looking(shop=shop, person=person, kind=card.kind, seeker=card.seeker)


@dataclass(frozen=True, kw_only=True)
class ShowCard:
    """Shows the card of a shop for sixty days, or changes it. Agrees to the finder's terms, which the person has just read or agreed to."""

    by: int
    shop: int
    shares: tuple[Share, ...]
    sentence: str
    tells_phone: bool
    language: str

    async def __call__(self, work: Work) -> Shown | CannotBeSaid | NotYourShop:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="ShowCard", on=f"shop:{self.shop}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Shown | CannotBeSaid | NotYourShop:
        shop = await mine(work, self.by, self.shop)
        if shop is None:
            return NotYourShop()
        if (unsayable := cannot_be_said(self.sentence, shop.name)) is not None:
            return unsayable
        await consents.give(work, self.by, (Purpose.FINDER,), self.language)
        await self._keep(work)
        await work.withdraw(ends_key(self.shop))
        return Shown(await _card(work, self.shop))

    async def _keep(self, work: Work) -> None:
        before = await finder.find(work.connection, self.shop, work.now)
        await finder_cards.show(
            work.connection,
            self.shop,
            self.by,
            shares=self.shares,
            sentence=self.sentence,
            tells_phone=self.tells_phone and await may_tell_phone(work, self.by),
            shown_at=before.shown_at if before is not None and before.ends_at > work.now else work.now,
            ends_at=work.now + SHOWN_FOR,
        )


@dataclass(frozen=True, kw_only=True)
class ProlongCard:
    """Sixty days from now."""

    by: int
    shop: int

    async def __call__(self, work: Work) -> Shown | NotAgreed | NoCard | NotYourShop:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="ProlongCard", on=f"shop:{self.shop}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Shown | NotAgreed | NoCard | NotYourShop:
        if await mine(work, self.by, self.shop) is None:
            return NotYourShop()
        card = await finder.find(work.connection, self.shop, work.now)
        if card is None or not card.shares:
            return NoCard()
        if not await consents.has(work, self.by, Purpose.FINDER):
            return NotAgreed()
        await finder_cards.prolong(work.connection, self.shop, work.now + SHOWN_FOR)
        await work.withdraw(ends_key(self.shop))
        return Shown(await _card(work, self.shop))


@dataclass(frozen=True, kw_only=True)
class TakeDownCard:
    """Deletes what was written; interests of this shop are withdrawn, and nobody is told."""

    by: int
    shop: int

    async def __call__(self, work: Work) -> TakenDown | NoCard | NotYourShop:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="TakeDownCard", on=f"shop:{self.shop}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> TakenDown | NoCard | NotYourShop:
        if await mine(work, self.by, self.shop) is None:
            return NotYourShop()
        if await finder.find(work.connection, self.shop, work.now) is None:
            return NoCard()
        await withdraw_letters_of(work, [self.shop])
        await finder_meetings.withdraw_unanswered(work.connection, self.shop, work.now)
        await finder_cards.take_down(work.connection, self.shop, work.now)
        return TakenDown()


async def _card(work: Work, shop: int) -> Card:
    card = await finder.find(work.connection, shop, work.now)
    assert card is not None
    return card


async def may_tell_phone(work: Work, person: int) -> bool:
    """Only a number that Telegram has confirmed."""
    owner = await owners.find(work.connection, person)
    return owner is not None and owner.phone_verified
