"""A member who reads the agreement and finds something wrong in it tells the lead."""

from dataclasses import dataclass

from services.letters import Letter, letter
from services.members import NotAMember, locked, note
from storage import agreements, shops
from storage.seats import Role
from storage.work import Work


@letter("agreement_doubt")
@dataclass(frozen=True, kw_only=True)
class AgreementDoubted:
    """To the lead. Carries what the member wrote; its body goes when it is delivered."""

    consortium: int
    name: str
    version: int
    shop: str
    words: str


@dataclass(frozen=True, slots=True)
class LeadTold:
    consortium: int


@dataclass(frozen=True, slots=True)
class NothingToDoubt:
    """The lead themselves, or no agreement stands."""

    consortium: int


@dataclass(frozen=True, kw_only=True)
class TellLead:
    by: int
    consortium: int
    words: str

    async def __call__(self, work: Work) -> LeadTold | NothingToDoubt | NotAMember:
        outcome = await self._outcome(work)
        note(work, self.by, "TellLead", self.consortium, outcome)
        return outcome

    async def _outcome(self, work: Work) -> LeadTold | NothingToDoubt | NotAMember:
        found = await locked(work, self.consortium, self.by)
        if isinstance(found, NotAMember):
            return found
        standing = await agreements.latest(work.connection, self.consortium)
        if standing is None or standing.void_at is not None or found.mine.role is Role.LEAD:
            return NothingToDoubt(self.consortium)
        shop = (await shops.of_ids(work.connection, [found.mine.shop]))[found.mine.shop]
        fact = AgreementDoubted(
            consortium=self.consortium, name=found.consortium.name, version=standing.version, shop=shop.name, words=self.words
        )
        work.post(Letter(to=found.lead.person, fact=fact, key=f"agreement-doubt:{self.consortium}:{found.mine.id}"))
        return LeadTold(self.consortium)
