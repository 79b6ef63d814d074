"""The lead draws the agreement up, from what was entered and two things more."""

from dataclasses import dataclass
from datetime import date

from programme.agreement import Gaps, Terms, digest_of, written
from services.agreement_terms import Chosen, as_it_stands
from services.agreements import confirm_key, end_version, void_key
from services.letters import Letter, letter
from services.members import Gathered, NotAMember, NotTheLead, led, note
from services.recruiting import card_changed
from services.shop_rechecks import CheckAgain
from storage import agreements, consortia
from storage.agreements import NewAgreement
from storage.work import Work


@letter("agreement_new")
@dataclass(frozen=True, kw_only=True)
class AgreementToConfirm:
    """To every member but the lead: there is something to read and confirm."""

    consortium: int
    name: str
    version: int


@dataclass(frozen=True, slots=True)
class DrawnUp:
    """`rests`: the recruiting card took new members until now."""

    consortium: int
    version: int
    rests: bool = False


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The same terms as the version that stands: whoever confirmed it need not do so again."""

    consortium: int
    version: int


@dataclass(frozen=True, slots=True)
class NotReady:
    consortium: int
    gaps: Gaps


@dataclass(frozen=True, kw_only=True)
class DrawUpAgreement:
    """A new version, unless the terms are the same as those that stand."""

    by: int
    consortium: int
    fields: tuple[str, ...]
    ends_on: date

    async def __call__(self, work: Work) -> DrawnUp | Unchanged | NotReady | NotAMember | NotTheLead:
        outcome = await self._outcome(work)
        note(work, self.by, "DrawUpAgreement", self.consortium, outcome)
        return outcome

    async def _outcome(self, work: Work) -> DrawnUp | Unchanged | NotReady | NotAMember | NotTheLead:
        found = await led(work, self.consortium, self.by)
        if not isinstance(found, Gathered):
            return found
        terms = await as_it_stands(work, found.consortium, found.seats, Chosen(fields=self.fields, ends_on=self.ends_on))
        if isinstance(terms, Gaps):
            return NotReady(self.consortium, terms)
        former = await agreements.latest(work.connection, self.consortium)
        if former is not None and former.void_at is None:
            if former.digest == digest_of(terms):
                return Unchanged(self.consortium, former.version)
            await end_version(work, former)
        version = 1 if former is None else former.version + 1
        await self._keep(work, terms, version)
        await work.withdraw(void_key(self.consortium))
        self._ask(work, found, version)
        for seat in found.seats:  # a paper does not rest on old answers: a bad new one makes it void
            await CheckAgain(by=self.by, shop=seat.shop)(work)
        return DrawnUp(self.consortium, version, rests=await self._rests_recruiting(work, found))

    async def _keep(self, work: Work, terms: Terms, version: int) -> None:
        new = NewAgreement(
            consortium=self.consortium,
            version=version,
            fields=self.fields,
            ends_on=self.ends_on,
            terms=written(terms),
            digest=digest_of(terms),
            drawn_up_by=self.by,
        )
        await agreements.keep(work.connection, new, work.now)

    async def _rests_recruiting(self, work: Work, found: Gathered) -> bool:
        """Or whoever taps the card in some chat would undo what the members are just confirming."""
        if found.consortium.recruits:
            await consortia.recruit(work.connection, self.consortium, on=False)
            await card_changed(work, self.consortium)
        return found.consortium.recruits

    def _ask(self, work: Work, found: Gathered, version: int) -> None:
        fact = AgreementToConfirm(consortium=self.consortium, name=found.consortium.name, version=version)
        for seat in found.others:
            work.post(Letter(to=seat.person, fact=fact, key=confirm_key(self.consortium)))
