"""One's own card at a networking meeting, and to whom one was introduced: their cards, and their names where both agree."""

from dataclasses import dataclass

from programme.introductions import Icebreaker
from services.introductions import NoCard, NoMeeting, meeting
from storage import introduction_circles, introductions, shops
from storage.events import Event
from storage.introduction_circles import Introduction
from storage.introductions import IntroductionCard
from storage.shops import Shop
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """`card` None: taken back or out of sight. `shop`: only when both agree."""

    person: int
    card: IntroductionCard | None
    shop: Shop | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OneCircle:
    introduction: int
    number: int  # the sign by which they find each other
    icebreaker: Icebreaker
    said: bool | None  # by the reader
    partners: tuple[Partner, ...]

    @property
    def agreed(self) -> tuple[Partner, ...]:
        return tuple(one for one in self.partners if one.shop is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MyIntroductions:
    event: Event
    card: IntroductionCard
    circles: tuple[OneCircle, ...]


@dataclass(frozen=True, kw_only=True)
class IntroductionsOf:
    """A look: one's own card and circles. Read anew each time: whatever another takes back is gone at once."""

    person: int
    event: int

    async def __call__(self, work: Work) -> MyIntroductions | NoCard | NoMeeting:
        event = await meeting(work, self.event)
        if isinstance(event, NoMeeting):
            return event
        card = await introductions.find(work.connection, self.event, self.person)
        if card is None:
            return NoCard()
        found = await introduction_circles.of_person(work.connection, self.event, self.person)
        circles = [await self._circle(work, one) for one in found]
        return MyIntroductions(event=event, card=card, circles=tuple(circles))

    async def _circle(self, work: Work, one: Introduction) -> OneCircle:
        cards = await introductions.of_people(work.connection, one.event, one.others(self.person))
        partners = [await self._partner(work, one, person, cards.get(person)) for person in one.others(self.person)]
        said = one.said[self.person]
        return OneCircle(introduction=one.id, number=one.number, icebreaker=one.icebreaker, said=said, partners=tuple(partners))

    async def _partner(self, work: Work, one: Introduction, person: int, card: IntroductionCard | None) -> Partner:
        seen = card if card is not None and card.seen else None
        shop = await shops.find(work.connection, seen.shop) if seen is not None and one.both_agree(self.person, person) else None
        return Partner(person=person, card=seen, shop=shop)
