"""The collaboration agreement: where it stands, and that it is void as soon as what it says has changed."""

from dataclasses import dataclass, replace
from datetime import datetime

from programme.agreement import Terms, read
from services.agreement_terms import Chosen, as_it_stands
from services.letters import Letter, letter
from storage import agreements, consortia, seats
from storage.agreements import Agreement
from storage.consortia import Consortium
from storage.seats import Role, Seat
from storage.work import Work


@letter("agreement_void")
@dataclass(frozen=True, kw_only=True)
class AgreementVoid:
    """To those who had confirmed it, and to the lead, who draws it up anew."""

    consortium: int
    name: str
    version: int
    lead: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementState:
    """The version that stands. `confirmed` and `missing`: the seats of today's members."""

    version: int
    drawn_up_at: datetime
    confirmed: tuple[int, ...]
    missing: tuple[int, ...]

    @property
    def is_agreed(self) -> bool:
        return not self.missing


def confirm_key(consortium: int) -> str:
    """The letters that ask the members to confirm."""
    return f"agreement:{consortium}"


def agreed_key(consortium: int) -> str:
    """The letters that tell that everybody has."""
    return f"agreement-agreed:{consortium}"


def void_key(consortium: int) -> str:
    """The letters that tell that it no longer holds."""
    return f"agreement-void:{consortium}"


async def state(work: Work, consortium: int) -> AgreementState | None:
    """None: nothing was drawn up, or what was is void."""
    found = await agreements.latest(work.connection, consortium)
    if found is None or found.void_at is not None:
        return None
    taken = await seats.of_consortium(work.connection, consortium)
    confirmed = await agreements.confirmed(work.connection, found.id)
    return AgreementState(
        version=found.version,
        drawn_up_at=found.drawn_up_at,
        confirmed=tuple(seat.id for seat in taken if seat.id in confirmed),
        missing=tuple(seat.id for seat in taken if seat.id not in confirmed),
    )


async def void(work: Work, consortium: int, *, by: int | None = None) -> bool:
    """After any change of members, roles, cost or promises: what no longer says how things are is void. Whether it was.

    Who had confirmed hears of it, and the lead; `by`, who made the change, knows.
    """
    found, standing = await consortia.lock(work.connection, consortium), await agreements.latest(work.connection, consortium)
    if found is None or standing is None or standing.void_at is not None:
        return False
    taken = tuple(await seats.of_consortium(work.connection, consortium))
    if found.dissolved_at is None and await _says_how_things_are(work, found, taken, standing):
        return False
    await _tell_it_is_void(work, found, taken, standing, by)
    await end_version(work, standing)
    return True


async def _says_how_things_are(work: Work, consortium: Consortium, taken: tuple[Seat, ...], standing: Agreement) -> bool:
    said = await agreements.terms_of(work.connection, standing.id)
    now = await as_it_stands(work, consortium, taken, Chosen(fields=standing.fields, ends_on=standing.ends_on))
    if said is None or not isinstance(now, Terms):
        return False
    kept = read(said)
    return replace(now, wording=kept.wording) == kept  # better worded articles alone do not undo an agreement


async def _tell_it_is_void(work: Work, consortium: Consortium, taken: tuple[Seat, ...], standing: Agreement, by: int | None) -> None:
    if consortium.dissolved_at is not None:
        return
    confirmed = await agreements.confirmed(work.connection, standing.id)
    for seat in taken:
        is_lead = seat.role is Role.LEAD
        if seat.person != by and (is_lead or seat.id in confirmed):
            fact = AgreementVoid(consortium=consortium.id, name=consortium.name, version=standing.version, lead=is_lead)
            work.post(Letter(to=seat.person, fact=fact, key=void_key(consortium.id)))


async def end_version(work: Work, standing: Agreement) -> None:
    """Without telling anybody: a newer version asks everybody again."""
    await work.withdraw(confirm_key(standing.consortium))
    await work.withdraw(agreed_key(standing.consortium))
    await agreements.make_void(work.connection, standing.id, work.now)
    await agreements.unmark_agreed(work.connection, standing.consortium)
