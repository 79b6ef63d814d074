"""To whom an announcement goes: as far as the role of who composes it reaches, and no further."""

from dataclasses import dataclass

from programme.audiences import MOST_VALUES, Audience, Trait, may_be
from services.announcement_changes import Changing, change, remade
from services.announcement_deeds import may_announce, note
from services.coordinators import may_answer, reach
from storage import announcements
from storage.work import Work


@dataclass(frozen=True, slots=True)
class OutsideYourScope:
    """The role of the person covers only some gu, or one track."""


@dataclass(frozen=True, slots=True)
class NoSuchValue:
    """Nobody is that: a forged button."""


async def widest(work: Work, by: int) -> Audience:
    """Everybody, or as far as the role of the person reaches: an announcement begins with it."""
    scope = await reach(work, by)
    return Audience().wanting(Trait.GU, scope.gus).wanting(Trait.TRACK, scope.tracks)


@dataclass(frozen=True, kw_only=True)
class TurnValue:
    """This value of the trait is wanted (or ruled out) from now on, or is not any more."""

    by: int
    announcement: int
    trait: Trait
    value: str
    ruled_out: bool

    async def __call__(self, work: Work) -> Changing | OutsideYourScope | NoSuchValue:
        outcome = await self._outcome(work)
        note(work, self.by, "TurnValue", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Changing | OutsideYourScope | NoSuchValue:
        if not may_be(self.trait, self.value):
            return NoSuchValue()
        one = await announcements.find(work.connection, self.announcement)
        if one is not None and await may_answer(work, self.by):
            before, after = one.audience, self._turned(one.audience)
            if await may_announce(work, self.by, before) and not await may_announce(work, self.by, after):
                return OutsideYourScope()
        return await change(work, self.by, self.announcement, lambda one: remade(one, audience=self._turned(one.audience)))

    def _turned(self, audience: Audience) -> Audience:
        if self.ruled_out:
            return audience.ruling_out(self.trait, self._other(audience.ruled_out.get(self.trait, frozenset())))
        return audience.wanting(self.trait, self._other(audience.wanted.get(self.trait, frozenset())))

    def _other(self, values: frozenset[str]) -> frozenset[str]:
        turned = values ^ {self.value}
        return turned if len(turned) <= MOST_VALUES else values
