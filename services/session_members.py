"""Who books: an owner with a shop, for a consortium where that shop sits in one; and how many sessions of a year are used."""

from dataclasses import dataclass

from storage import consortia, seats, sessions, shops, year_numbers
from storage.consultants import Calling
from storage.sessions import Session, State
from storage.work import Work


@dataclass(frozen=True, slots=True)
class NoShop:
    """Sessions are for owners: a shop is to be registered first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Whose number of the year counts: the consortium's, or the person's own where there is none."""

    person: int
    shop: int
    consortium: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """`of`: the house's number and what a coordinator has granted beyond it."""

    calling: Calling
    year: int
    used: int
    of: int

    @property
    def is_up(self) -> bool:
        return self.used >= self.of


async def member_of(work: Work, person: int) -> Member | NoShop:
    """With the newest seat of a consortium that stands; else with the shop that was registered first."""
    sits = await seats.of_person(work.connection, person)
    known = await consortia.of_ids(work.connection, [seat.consortium for seat in sits]) if sits else {}
    standing = next((seat for seat in sits if known[seat.consortium].dissolved_at is None), None)
    if standing is not None:
        return Member(person=person, shop=standing.shop, consortium=standing.consortium)
    own = await shops.of_owner(work.connection, person)
    return Member(person=person, shop=own[0].id, consortium=None) if own else NoShop()


async def used_of(work: Work, member: Member, calling: Calling, year: int, *, but: int | None = None) -> Used:
    """The consortium's number, or the member's own where that is higher: who leaves one for another takes along what they have used.

    `but`: a session that is about to be moved.
    """
    extra, used = await year_numbers.of_year(
        work.connection, consortium=member.consortium, person=member.person, calling=calling.value, year=year, but=but
    )
    return Used(calling=calling, year=year, used=used, of=work.house.booking.a_year(calling.value) + extra)


async def own_holds(work: Work, person: int) -> list[Session]:
    """What they hold while they answer; a time that is offered to one who waited is not given up for another."""
    held = await sessions.of_person(work.connection, person, since=work.now, states=(State.HELD,))
    return [one for one in held if not one.offered]
