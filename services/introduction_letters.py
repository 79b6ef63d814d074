"""The letters of introductions: a card without a name, later a name where both agree; and taking them back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from programme.districts import District
from programme.events import EventState
from programme.introductions import Icebreaker, Speaks
from programme.trades import Trade
from services.coordinators import coordinators
from services.event_reach import may_manage
from services.event_titles import Title, title_of
from services.letter_places import Place, placed
from services.letter_renewal import Addressed, renewed
from services.letters import Letter, letter
from storage import events, introduction_circles, introductions, shops
from storage.events import Event
from storage.introduction_circles import Introduction
from storage.introductions import IntroductionCard
from storage.shops import Kind
from storage.work import Work


@letter("event_introduction")
@dataclass(frozen=True, kw_only=True)
class Introduced:
    """To one of a circle: the cards of the others, one or two, field by field."""

    event: int
    introduction: int
    title: Title
    starts_at: datetime
    icebreaker: Icebreaker
    kinds: tuple[Kind, ...]
    trades: tuple[Trade, ...]
    gus: tuple[District, ...]
    offers: tuple[str, ...]
    looks_for: tuple[str, ...]
    speaks: tuple[Speaks, ...]


@letter("event_introduction_met")
@dataclass(frozen=True, kw_only=True)
class BothAgreed:
    """To the one who said it first: who the other is. `person`: to write to them on Telegram."""

    event: int
    introduction: int
    shop: str
    person: int


@letter("event_card_reported")
@dataclass(frozen=True, kw_only=True)
class IntroductionReported:
    """To every coordinator; by whom is told to nobody."""

    event: int
    card: int


@letter("event_card_blocked")
@dataclass(frozen=True, kw_only=True)
class IntroductionBlocked:
    """To its owner: taken out of sight, or shown again."""

    event: int
    title: Title
    blocked: bool


def introduced_key(introduction: int) -> str:
    return f"introduction:{introduction}"


def agreed_key(introduction: int, one: int, other: int) -> str:
    return f"introduction_met:{introduction}:{min(one, other)}:{max(one, other)}"


def reported_key(card: int) -> str:
    return f"introduction_report:{card}"


async def take_back_agreed(work: Work, introduction: Introduction, person: int) -> None:
    """Who this person is, and who the others are to them."""
    for other in introduction.others(person):
        await work.withdraw(agreed_key(introduction.id, person, other))


async def tell(work: Work, event: Event, introduction: Introduction, *people: int) -> None:
    """Shows each of these the cards of the others in the circle."""
    for person in people:
        others = await _others(work, introduction, person)
        if others:
            fact = _introduced(event, introduction, others)
            work.post(Letter(to=person, fact=fact, key=introduced_key(introduction.id)))


async def _others(work: Work, introduction: Introduction, person: int) -> list[IntroductionCard]:
    """The cards that can be shown to them now."""
    cards = await introductions.of_people(work.connection, introduction.event, introduction.others(person))
    return [cards[one] for one in introduction.others(person) if one in cards and cards[one].seen]


@renewed(Introduced)
async def as_the_cards_are(work: Work, letters: Sequence[Addressed]) -> list[Introduced | None]:
    """What was taken out of sight, or given back with its seat, while the letter lay there is not shown. None: nothing is left to show."""
    return [await _as_now(work, to, fact) for to, fact in letters]


async def _as_now(work: Work, to: int, fact: Introduced) -> Introduced | None:
    event = await events.find(work.connection, fact.event)
    introduction = await introduction_circles.find(work.connection, fact.introduction)
    if event is None or introduction is None or to not in introduction.said:
        return None
    others = await _others(work, introduction, to)
    return _introduced(event, introduction, others) if others else None


def _introduced(event: Event, introduction: Introduction, others: Iterable[IntroductionCard]) -> Introduced:
    cards = tuple(others)
    return Introduced(
        event=event.id,
        introduction=introduction.id,
        starts_at=event.starts_at,
        icebreaker=introduction.icebreaker,
        kinds=tuple(card.kind for card in cards),
        trades=tuple(card.trade for card in cards),
        gus=tuple(card.gu for card in cards),
        offers=tuple(card.offers for card in cards),
        looks_for=tuple(card.looks_for for card in cards),
        speaks=tuple(card.speaks for card in cards),
        title=title_of(event),
    )


async def tell_agreed(work: Work, introduction: Introduction, to: int, about: IntroductionCard) -> None:
    shop = await shops.find(work.connection, about.shop)
    if shop is not None:
        fact = BothAgreed(event=introduction.event, introduction=introduction.id, shop=shop.name, person=about.person)
        work.post(Letter(to=to, fact=fact, key=agreed_key(introduction.id, to, about.person)))


async def tell_reported(work: Work, card: IntroductionCard) -> None:
    fact = IntroductionReported(event=card.event, card=card.id)
    event = await events.find(work.connection, card.event)
    for coordinator in await coordinators(work):
        if event is not None and await may_manage(work, coordinator, event):
            work.post(Letter(to=coordinator, fact=fact, key=reported_key(card.id)))


@placed(Introduced)
async def before_the_end(work: Work, fact: Introduced) -> Place | None:
    return await _while_it_goes_on(work, fact.event)


@placed(BothAgreed)
async def while_both_agree(work: Work, fact: BothAgreed) -> Place | None:
    """Either may have thought better of it, or come no more; the office may have put the card out of sight."""
    introduction = await introduction_circles.find(work.connection, fact.introduction)
    card = await introductions.find(work.connection, fact.event, fact.person)
    if introduction is None or not introduction.said.get(fact.person) or card is None or not card.seen:
        return None
    return await _while_it_goes_on(work, fact.event)


@placed(IntroductionReported)
async def while_it_is_seen(work: Work, fact: IntroductionReported) -> Place | None:
    card = await introductions.of_id(work.connection, fact.card)
    return Place() if card is not None and card.blocked_at is None else None


@placed(IntroductionBlocked)
async def while_it_is_so(work: Work, fact: IntroductionBlocked) -> Place | None:
    return await _while_it_goes_on(work, fact.event)


async def _while_it_goes_on(work: Work, number: int) -> Place | None:
    event = await events.find(work.connection, number)
    return Place() if event is not None and event.state is EventState.PUBLISHED and event.ends_at > work.now else None
