"""One's own card for being introduced at a networking meeting: writing it, seeing what came of it, taking it back."""

from dataclasses import dataclass

from programme.event_kinds import EventKind
from programme.events import Answer, EventState
from programme.introductions import LONGEST_LINE, Speaks
from services.finder import CannotBeSaid, cannot_be_said
from services.introduction_letters import introduced_key, take_back_agreed, tell
from services.shops import mine
from storage import events, finder, introduction_circles, introductions, registrations, shops
from storage.audit import AuditRow
from storage.events import Event
from storage.introduction_circles import Introduction
from storage.introductions import IntroductionCard
from storage.shops import Shop
from storage.work import Work


@dataclass(frozen=True, slots=True)
class NoMeeting:
    """There is no such event, it is no networking meeting, or it was cancelled."""


@dataclass(frozen=True, slots=True)
class MeetingOver:
    event: Event


@dataclass(frozen=True, slots=True)
class NotComing:
    """Only those who have said that they come are introduced."""

    event: Event


@dataclass(frozen=True, slots=True)
class NeedsShop:
    """A card says what one does: without a registered shop there is nothing to say."""

    event: Event


@dataclass(frozen=True, slots=True)
class NotYourShop:
    """Somebody else's, removed, or never there."""


@dataclass(frozen=True, slots=True)
class TooLong:
    """Or nothing at all: forged."""


@dataclass(frozen=True, slots=True)
class CardWritten:
    event: Event
    card: IntroductionCard


@dataclass(frozen=True, slots=True)
class CardTakenBack:
    event: Event | None


@dataclass(frozen=True, slots=True)
class NoCard:
    """Taken back already, gone with time, or never written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MayWrite:
    """`card`: the one there is. `sentence`: what they say of themselves in the partner finder; may be empty."""

    event: Event
    shops: tuple[Shop, ...]
    card: IntroductionCard | None
    sentence: str


NotHere = NoMeeting | MeetingOver | NotComing | NeedsShop


async def meeting(work: Work, number: int) -> Event | NoMeeting:
    """In whatever part of its time."""
    event = await events.find(work.connection, number)
    stands = event is not None and event.kind is EventKind.NETWORKING and event.state is EventState.PUBLISHED
    return event if event is not None and stands else NoMeeting()


async def here(work: Work, number: int, person: int) -> Event | NotHere:
    """Whether this person can be introduced at this meeting now."""
    event = await meeting(work, number)
    if isinstance(event, NoMeeting):
        return event
    if work.now >= event.ends_at:
        return MeetingOver(event)
    registration = await registrations.of_person(work.connection, number, person)
    if registration is None or registration.answer is not Answer.COMING:
        return NotComing(event)
    return event if await shops.of_owner(work.connection, person) else NeedsShop(event)


@dataclass(frozen=True, kw_only=True)
class MayWriteCard:
    """A look: with what a card begins."""

    person: int
    event: int

    async def __call__(self, work: Work) -> MayWrite | NotHere:
        event = await here(work, self.event, self.person)
        if not isinstance(event, Event):
            return event
        own = tuple(await shops.of_owner(work.connection, self.person))
        shown = [await finder.find(work.connection, shop.id, work.now) for shop in own]
        sentence = next((card.sentence for card in shown if card is not None and card.seen), "")
        return MayWrite(
            event=event, shops=own, card=await introductions.find(work.connection, event.id, self.person), sentence=sentence[:LONGEST_LINE]
        )


@dataclass(frozen=True, kw_only=True)
class WriteCard:
    """Shows it, without a name, to whom the person is introduced; or changes it."""

    by: int
    event: int
    shop: int
    offers: str
    looks_for: str
    speaks: Speaks

    async def __call__(self, work: Work) -> CardWritten | CannotBeSaid | NotYourShop | TooLong | NotHere:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="WriteCard", on=f"event:{self.event}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> CardWritten | CannotBeSaid | NotYourShop | TooLong | NotHere:
        event = await here(work, self.event, self.by)
        if not isinstance(event, Event):
            return event
        shop = await mine(work, self.by, self.shop)
        if shop is None:
            return NotYourShop()
        if not all(0 < len(line) <= LONGEST_LINE for line in (self.offers, self.looks_for)):
            return TooLong()
        for line in (self.offers, self.looks_for):
            if (unsayable := cannot_be_said(line, shop.name)) is not None:
                return unsayable
        return await self._written(work, event)

    async def _written(self, work: Work, event: Event) -> CardWritten:
        lines = {"offers": self.offers, "looks_for": self.looks_for, "speaks": self.speaks}
        await introductions.write(work.connection, event.id, self.by, shop=self.shop, now=work.now, **lines)  # type: ignore[arg-type]
        card = await introductions.find(work.connection, event.id, self.by)
        assert card is not None
        return CardWritten(event, card)


@dataclass(frozen=True, kw_only=True)
class TakeBackCard:
    """At any time. Whoever was to see it sees that it is gone; nobody is written to."""

    by: int
    event: int

    async def __call__(self, work: Work) -> CardTakenBack | NoCard:
        await events.lock(work.connection, self.event)
        gone = await take_back(work, self.event, self.by)
        outcome = CardTakenBack(await events.find(work.connection, self.event)) if gone else NoCard()
        work.note(AuditRow(who=self.by, did="TakeBackCard", on=f"event:{self.event}", outcome=type(outcome).__name__))
        return outcome


async def take_back(work: Work, number: int, person: int) -> bool:
    """False when there was no card. Names and contacts that both had agreed to are shown no longer, either."""
    gone = await introductions.withdraw(work.connection, number, person)
    for one in await introduction_circles.of_person(work.connection, number, person):
        await take_back_agreed(work, one, person)
        await introduction_circles.say(work.connection, one.id, person, yes=False, now=work.now)
        if await work.withdraw(introduced_key(one.id)):
            await _tell_the_rest(work, number, one, person)
    return gone


async def _tell_the_rest(work: Work, number: int, one: Introduction, person: int) -> None:
    """A letter that was still to go showed this card, too: it goes without it."""
    event = await events.find(work.connection, number)
    if event is not None:
        await tell(work, event, one, *one.others(person))


async def forget_introductions(work: Work, person: int) -> None:
    """Somebody is forgotten: their cards, to whom they were introduced, and whatever would still be sent of it.

    All their events are locked in the order of numbers, so that two who are forgotten at once do not block each other.
    """
    theirs = await introduction_circles.events_of(work.connection, person)
    answered = [one.event for one in await registrations.all_of_person(work.connection, person, tuple(Answer))]
    for event in sorted({*theirs, *answered, *await introductions.events_of(work.connection, person)}):
        await events.lock(work.connection, event)
        await take_back(work, event, person)
    await introduction_circles.forget(work.connection, person)
