"""Reminders of the day a shop's micro enterprise certificate ends."""

from dataclasses import dataclass
from datetime import date, datetime

from programme.certificates import REMIND_DAYS_BEFORE, last_possible_day, reminders
from programme.seoul import seoul_day
from services.letters import Letter, letter
from services.pages import within
from services.shops import mine
from storage import certificates, people
from storage.audit import AuditRow
from storage.certificates import Certificate
from storage.work import Work

MOST_WATCHED = 50  # a consortium's members, with room to spare
PAGE = 6


@letter("certificate_ends")
@dataclass(frozen=True, kw_only=True)
class CertificateEndsSoon:
    number: int
    shop: str  # empty: not named
    expires: date
    days: int  # before the end this reminder was due; it may have come later


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    number: int
    shop: str
    expires: date
    reminders: tuple[datetime, ...]  # those still to come


@dataclass(frozen=True, slots=True, kw_only=True)
class NotThatDay:
    """Past, or too far away."""

    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class TooManyWatched:
    most: int


@dataclass(frozen=True, slots=True)
class Stopped:
    pass


@dataclass(frozen=True, slots=True)
class NotWatched:
    """Stopped already, or not theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificatePage:
    certificates: tuple[Certificate, ...]  # what ends first comes first
    page: int  # from 0
    more: bool


def letter_key(number: int, days: int) -> str:
    return f"certificate:{number}:{days}"


async def withdraw_reminders(work: Work, number: int) -> None:
    for days in REMIND_DAYS_BEFORE:
        await work.withdraw(letter_key(number, days))


async def stop_watching_shop(work: Work, shop: int) -> None:
    """For the deed that removes the shop."""
    for number in await certificates.drop_of_shop(work.connection, shop):
        await withdraw_reminders(work, number)


@dataclass(frozen=True, kw_only=True)
class WatchCertificate:
    """Reminders 30 and 7 days ahead and on the day, at 09:00 in Seoul; those that would be past are left out."""

    by: int
    shop: str = ""
    shop_id: int | None = None  # one of their registered shops
    expires: date

    async def __call__(self, work: Work) -> Watched | NotThatDay | TooManyWatched:
        outcome = await self._outcome(work)
        on = f"certificate:{outcome.number}" if isinstance(outcome, Watched) else ""
        work.note(AuditRow(who=self.by, did="WatchCertificate", on=on, outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Watched | NotThatDay | TooManyWatched:
        if (wrong := _wrong_day(work, self.expires)) is not None:
            return wrong
        await people.lock(work.connection, self.by)
        if await certificates.count_of(work.connection, self.by) >= MOST_WATCHED:
            return TooManyWatched(MOST_WATCHED)
        registered = await mine(work, self.by, self.shop_id) if self.shop_id is not None else None
        name, shop_id = (registered.name, registered.id) if registered is not None else (self.shop, None)
        number = await certificates.keep(work.connection, person=self.by, shop=name, shop_id=shop_id, expires=self.expires, now=work.now)
        return _remind(work, Certificate(id=number, person=self.by, shop=name, expires=self.expires, shop_id=shop_id))


@dataclass(frozen=True, kw_only=True)
class RenewCertificate:
    """A new last day: the reminders move with it."""

    by: int
    number: int
    expires: date

    async def __call__(self, work: Work) -> Watched | NotThatDay | NotWatched:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="RenewCertificate", on=f"certificate:{self.number}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Watched | NotThatDay | NotWatched:
        if (wrong := _wrong_day(work, self.expires)) is not None:
            return wrong
        await certificates.move(work.connection, self.number, self.by, self.expires)
        certificate = await certificates.find(work.connection, self.number, self.by)
        if certificate is None:
            return NotWatched()
        await withdraw_reminders(work, self.number)
        return _remind(work, certificate)


@dataclass(frozen=True, kw_only=True)
class StopWatching:
    by: int
    number: int

    async def __call__(self, work: Work) -> Stopped | NotWatched:
        dropped = await certificates.drop(work.connection, self.number, self.by)
        if dropped:
            await withdraw_reminders(work, self.number)
        outcome = Stopped() if dropped else NotWatched()
        work.note(AuditRow(who=self.by, did="StopWatching", on=f"certificate:{self.number}", outcome=type(outcome).__name__))
        return outcome


@dataclass(frozen=True, kw_only=True)
class MyCertificate:
    """None when it is not this person's, or watched no longer."""

    person: int
    number: int | None

    async def __call__(self, work: Work) -> Certificate | None:
        return await certificates.find(work.connection, self.number, self.person) if self.number is not None else None


@dataclass(frozen=True, kw_only=True)
class MyCertificates:
    person: int
    page: int = 0

    async def __call__(self, work: Work) -> CertificatePage:
        page = within(self.page, await certificates.count_of(work.connection, self.person), PAGE)
        found = await certificates.of_person(work.connection, self.person, limit=PAGE + 1, offset=page * PAGE)
        return CertificatePage(certificates=tuple(found[:PAGE]), page=page, more=len(found) > PAGE)


def _wrong_day(work: Work, expires: date) -> NotThatDay | None:
    today = seoul_day(work.now)
    latest = last_possible_day(today)
    return None if today <= expires <= latest else NotThatDay(earliest=today, latest=latest)


def _remind(work: Work, certificate: Certificate) -> Watched:
    coming = [(days, due) for days, due in reminders(certificate.expires) if due > work.now]
    for days, due in coming:
        fact = CertificateEndsSoon(number=certificate.id, shop=certificate.shop, expires=certificate.expires, days=days)
        work.post(Letter(to=certificate.person, fact=fact, due=due, key=letter_key(certificate.id, days)))
    return Watched(number=certificate.id, shop=certificate.shop, expires=certificate.expires, reminders=tuple(due for _, due in coming))
