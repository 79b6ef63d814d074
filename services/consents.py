"""The consent ledger: giving, taking back, looking at it. What exactly is agreed to stands in `programme.consents`."""

from collections.abc import Sequence
from dataclasses import dataclass

from programme.consents import Purpose, required, terms
from storage import consents, consultants, owners, people
from storage.audit import AuditRow
from storage.consents import Consent
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Given:
    purposes: tuple[Purpose, ...]  # those that were not given before


@dataclass(frozen=True, slots=True)
class Withdrawn:
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class NotGiven:
    """Taken back before, or never given."""


@dataclass(frozen=True, slots=True)
class EndsAdvising:
    """Nobody is shown as a consultant without it: whoever wants it back stops advising first. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class EndsRegistration:
    """Whoever is registered takes part; without this consent they no longer can. Nothing was changed: deleting is the way."""

    purpose: Purpose


async def has(work: Work, person: int, purpose: Purpose) -> bool:
    """Whether the person agrees to the present version."""
    found = await consents.standing(work.connection, person, purpose.value)
    return found is not None and found.version == terms(purpose).version


async def has_older(work: Work, person: int, purpose: Purpose) -> bool:
    """Whether the person agrees to an earlier version, and not yet to the present one."""
    found = await consents.standing(work.connection, person, purpose.value)
    return found is not None and found.version != terms(purpose).version


async def missing(work: Work, person: int) -> tuple[Purpose, ...]:
    """The required ones that have not been given in their present version."""
    return tuple([purpose for purpose in required() if not await has(work, person, purpose)])


async def give(work: Work, person: int, purposes: Sequence[Purpose], language: str) -> tuple[Purpose, ...]:
    """For a deed that needs them. An older version ends when the newer one is given; giving twice changes nothing."""
    return tuple([purpose for purpose in purposes if await _give(work, person, purpose, language)])


async def _give(work: Work, person: int, purpose: Purpose, language: str) -> bool:
    if await has(work, person, purpose):
        return False
    await consents.withdraw(work.connection, person, purpose.value, work.now)
    version = terms(purpose).version
    return await consents.give(work.connection, person=person, purpose=purpose.value, version=version, language=language, now=work.now)


@dataclass(frozen=True, kw_only=True)
class GiveConsents:
    """`language`: in which the person has read the text."""

    by: int
    purposes: tuple[Purpose, ...]
    language: str

    async def __call__(self, work: Work) -> Given:
        await people.lock(work.connection, self.by)
        given = await give(work, self.by, self.purposes, self.language)
        work.note(_row(self.by, "GiveConsents", Given.__name__, given))
        return Given(given)


@dataclass(frozen=True, kw_only=True)
class WithdrawConsent:
    by: int
    purpose: Purpose

    async def __call__(self, work: Work) -> Withdrawn | NotGiven | EndsRegistration | EndsAdvising:
        await people.lock(work.connection, self.by)
        outcome = await self._outcome(work)
        work.note(_row(self.by, "WithdrawConsent", type(outcome).__name__, (self.purpose,)))
        return outcome

    async def _outcome(self, work: Work) -> Withdrawn | NotGiven | EndsRegistration | EndsAdvising:
        if terms(self.purpose).required and await owners.is_registered(work.connection, self.by):
            return EndsRegistration(self.purpose)
        if self.purpose is Purpose.ADVISING and await consultants.is_consultant(work.connection, self.by):
            return EndsAdvising()
        ended = await consents.withdraw(work.connection, self.by, self.purpose.value, work.now)
        return Withdrawn(self.purpose) if ended else NotGiven()


@dataclass(frozen=True, kw_only=True)
class MyConsents:
    """What stands, by purpose; an older version than the present one stands too, until it is given anew."""

    person: int

    async def __call__(self, work: Work) -> dict[Purpose, Consent]:
        standing = {one.purpose: one for one in await consents.standing_of(work.connection, self.person)}
        return {purpose: standing[purpose.value] for purpose in Purpose if purpose.value in standing}


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """Whether the person agrees to the present version."""

    person: int
    purpose: Purpose

    async def __call__(self, work: Work) -> bool:
        return await has(work, self.person, self.purpose)


@dataclass(frozen=True, kw_only=True)
class MissingConsents:
    person: int

    async def __call__(self, work: Work) -> tuple[Purpose, ...]:
        return await missing(work, self.person)


def _row(by: int, did: str, outcome: str, purposes: Sequence[Purpose]) -> AuditRow:
    versions = " ".join(f"{purpose.value}@{terms(purpose).version}" for purpose in purposes)
    return AuditRow(who=by, did=did, on=f"person:{by}", outcome=outcome, why=versions)
