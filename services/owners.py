"""Owners: their own details, and correcting them."""

from dataclasses import dataclass

from services.shop_seats import owner_changed
from storage import owners, people, shop_register
from storage.audit import AuditRow
from storage.owners import Owner
from storage.work import Work

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerDetails:
    """`name`: of the representative, as on the registration certificate. `phone`: digits."""

    name: str
    phone: str
    phone_verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailsCorrected:
    checked_again: bool  # the tax office is asked again about the person's shops


@dataclass(frozen=True, slots=True)
class NotRegistered:
    pass


async def register(work: Work, person: int, details: OwnerDetails) -> None:
    """For the deed that registers the first shop; whoever says their age has just said it."""
    await owners.register(
        work.connection,
        Owner(
            person=person,
            name=details.name,
            phone=details.phone,
            phone_verified=details.phone_verified,
            of_age_at=work.now,
            registered_at=work.now,
        ),
    )


@dataclass(frozen=True, kw_only=True)
class CorrectName:
    """The name belongs to every number of the person, so each is checked again."""

    by: int
    name: str

    async def __call__(self, work: Work) -> DetailsCorrected | NotRegistered:
        await people.lock(work.connection, self.by)
        corrected = await owners.correct_name(work.connection, self.by, self.name, work.now)
        if corrected:
            await shop_register.check_again_all_of(work.connection, self.by, work.now)
            await owner_changed(work, self.by)
        return _noted(work, self, DetailsCorrected(checked_again=True) if corrected else NotRegistered())


@dataclass(frozen=True, kw_only=True)
class CorrectPhone:
    by: int
    phone: str
    verified: bool

    async def __call__(self, work: Work) -> DetailsCorrected | NotRegistered:
        corrected = await owners.correct_phone(work.connection, self.by, self.phone, verified=self.verified, now=work.now)
        return _noted(work, self, DetailsCorrected(checked_again=False) if corrected else NotRegistered())


def _noted(work: Work, deed: CorrectName | CorrectPhone, outcome: DetailsCorrected | NotRegistered) -> DetailsCorrected | NotRegistered:
    work.note(AuditRow(who=deed.by, did=type(deed).__name__, on=f"person:{deed.by}", outcome=type(outcome).__name__))
    return outcome


@dataclass(frozen=True, kw_only=True)
class MyDetails:
    """None for somebody who is not registered."""

    person: int

    async def __call__(self, work: Work) -> Owner | None:
        return await owners.find(work.connection, self.person)
