"""How far somebody is with a call: what their consortia lack, what a check said, what they have begun."""

from dataclasses import dataclass

from programme.call import Call
from programme.eligibility import Overall, evaluate
from programme.seoul import seoul_day
from services.consortium_card import Card, ConsortiumCard
from services.eligibility import Assessment
from storage import call_ties
from storage.call_ties import Ties
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Forming:
    """A consortium of theirs. `lacks`: how many things still keep it from applying; advice does not count."""

    number: int
    name: str
    lacks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    draft: str
    story: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallStanding:
    """`check`: the token of the newest one; `says` is its verdict by the rules it was made under."""

    consortia: tuple[Forming, ...]
    begun: tuple[Begun, ...]
    check: str | None
    says: Overall | None


@dataclass(frozen=True, kw_only=True)
class StandingWithCall:
    person: int
    call: Call

    async def __call__(self, work: Work) -> CallStanding:
        ties = await call_ties.of_person(work.connection, self.person, call=self.call.key, track=self.call.track.value)
        return CallStanding(
            consortia=await self._consortia(work, ties),
            begun=tuple(Begun(draft=draft, story=story) for draft, story in ties.drafts),
            check=ties.check,
            says=await _says(work, ties.check),
        )

    async def _consortia(self, work: Work, ties: Ties) -> tuple[Forming, ...]:
        cards = [await ConsortiumCard(person=self.person, consortium=number)(work) for number in ties.consortia]
        return tuple(_forming(card) for card in cards if isinstance(card, Card))


def _forming(card: Card) -> Forming:
    lacks = sum(not one.is_advice for one in card.blockers)
    return Forming(number=card.consortium.id, name=card.consortium.name, lacks=lacks)


async def _says(work: Work, token: str | None) -> Overall | None:
    kept = await Assessment(token)(work) if token is not None else None
    return None if kept is None else evaluate(kept.call, kept.answers, seoul_day(kept.kept_at)).overall
