"""The agreement as a member sees it: where it stands, and the paper itself. Only members are handed it."""

from dataclasses import dataclass
from datetime import date, datetime

from programme.agreement import Gaps, Paper, read
from programme.call import Call
from services import chosen_call
from services.agreement_confirming import NewerVersion, Overtaken
from services.agreement_terms import gaps_of
from services.members import Gathered, NotAMember, NotTheLead, seen, seen_by_lead
from storage import agreements, shops
from storage.agreements import Agreement
from storage.seats import Role
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """A member: the shop's name, and when they confirmed."""

    shop: str
    confirmed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPage:
    """`version`: the newest (None: never drawn up); `is_void`: it no longer holds. `mine`: when this member confirmed it."""

    consortium: int
    name: str
    is_lead: bool
    version: int | None
    is_void: bool
    drawn_up_at: datetime | None
    digest: str
    signers: tuple[Signer, ...]
    mine: datetime | None
    agreed_at: datetime | None

    @property
    def confirmed(self) -> int:
        return sum(signer.confirmed_at is not None for signer in self.signers)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDrawUp:
    """What the lead needs for drawing up. `former`: what was chosen for the newest version."""

    consortium: int
    name: str
    track: str
    gaps: Gaps
    call: Call | None
    fields: tuple[str, ...]
    ends_on: date | None


@dataclass(frozen=True, kw_only=True)
class AgreementOf:
    by: int
    consortium: int

    async def __call__(self, work: Work) -> AgreementPage | NotAMember:
        found = await seen(work, self.consortium, self.by)
        if isinstance(found, NotAMember):
            return found
        newest = await agreements.latest(work.connection, self.consortium)
        confirmed = await agreements.confirmed(work.connection, newest.id) if newest is not None and newest.void_at is None else {}
        return _page(found, newest, confirmed, await _names(work, found))


async def _names(work: Work, found: Gathered) -> dict[int, str]:
    """Of the shops, by seat."""
    named = await shops.of_ids(work.connection, [seat.shop for seat in found.seats])
    return {seat.id: named[seat.shop].name for seat in found.seats}


def _page(found: Gathered, newest: Agreement | None, confirmed: dict[int, datetime], names: dict[int, str]) -> AgreementPage:
    return AgreementPage(
        consortium=found.consortium.id,
        name=found.consortium.name,
        is_lead=found.mine.role is Role.LEAD,
        version=newest.version if newest is not None else None,
        is_void=newest is not None and newest.void_at is not None,
        drawn_up_at=newest.drawn_up_at if newest is not None else None,
        digest=newest.digest if newest is not None else "",
        signers=tuple(Signer(shop=names[seat.id], confirmed_at=confirmed.get(seat.id)) for seat in found.seats),
        mine=confirmed.get(found.mine.id),
        agreed_at=found.consortium.agreed_at,
    )


@dataclass(frozen=True, kw_only=True)
class PaperFor:
    """The version asked for, as long as it is the one that stands."""

    by: int
    consortium: int
    version: int

    async def __call__(self, work: Work) -> Paper | NewerVersion | Overtaken | NotAMember:
        found = await seen(work, self.consortium, self.by)
        if isinstance(found, NotAMember):
            return found
        newest = await agreements.latest(work.connection, self.consortium)
        terms = await agreements.terms_of(work.connection, newest.id) if newest is not None else None
        if newest is None or terms is None:
            return Overtaken(self.consortium)
        if newest.version != self.version:
            return NewerVersion(self.consortium, newest.version)
        return Paper(
            terms=read(terms),
            version=newest.version,
            digest=newest.digest,
            drawn_up_at=newest.drawn_up_at,
            confirmed=tuple(sorted((await agreements.confirmed(work.connection, newest.id)).items())),
        )


@dataclass(frozen=True, kw_only=True)
class AgreementToDrawUp:
    by: int
    consortium: int

    async def __call__(self, work: Work) -> ToDrawUp | NotAMember | NotTheLead:
        found = await seen_by_lead(work, self.consortium, self.by)
        if not isinstance(found, Gathered):
            return found
        former = await agreements.latest(work.connection, self.consortium)
        return ToDrawUp(
            consortium=found.consortium.id,
            name=found.consortium.name,
            track=found.consortium.track,
            gaps=await gaps_of(work, found.consortium, found.seats),
            call=await chosen_call.call_of(work, found.consortium),
            fields=former.fields if former is not None else (),
            ends_on=former.ends_on if former is not None else None,
        )
