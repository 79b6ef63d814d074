"""Whom an audience reaches, as a selection of people's ids. What stands behind each trait is said here, once."""

from collections.abc import Callable, Collection, Mapping

from sqlalchemy import ColumnElement, Select, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from programme.announcements import CAN_BE_TURNED_OFF, Category
from programme.audiences import AGREED, ATTENDED, FORMING, Audience, Part, Trait
from programme.events import Answer
from storage.announcement_choices import without
from storage.attendance import AttendanceRecord
from storage.consortia import ConsortiumRecord
from storage.consultants import ConsultantRecord
from storage.finder import FinderCardRecord
from storage.people import PersonRecord
from storage.registrations import RegistrationRecord
from storage.seats import Role, SeatRecord
from storage.shops import ShopRecord
from storage.subscriptions import SubscriptionRecord
from storage.tables import table_of

People = Select[tuple[int]]
Find = Callable[[Collection[str]], People]

_people, _shops, _seats, _consortia = (table_of(one) for one in (PersonRecord, ShopRecord, SeatRecord, ConsortiumRecord))
_registrations, _attendance = table_of(RegistrationRecord), table_of(AttendanceRecord)
_subscriptions = table_of(SubscriptionRecord)
_consultants, _cards = table_of(ConsultantRecord), table_of(FinderCardRecord)


def reached(audience: Audience, category: Category) -> People:
    """The blocked ones too: they stand in the ledger as not reached."""
    chosen = select(_people.c.id)
    for trait, values in audience.wanted.items():
        chosen = chosen.where(_people.c.id.in_(_FIND[trait](values)))
    for trait, values in audience.ruled_out.items():
        chosen = chosen.where(_people.c.id.not_in(_FIND[trait](values)))
    return chosen.where(_people.c.id.not_in(without(category))) if category in CAN_BE_TURNED_OFF else chosen


async def count(connection: AsyncConnection, audience: Audience, category: Category) -> int:
    return int(await connection.scalar(select(func.count()).select_from(reached(audience, category).subquery())) or 0)


def _by_language(values: Collection[str]) -> People:
    return select(_people.c.id).where(_people.c.language.in_(values))


def _by_shop(column: str) -> Find:
    def find(values: Collection[str]) -> People:
        return select(_shops.c.owner).where(_shops.c.removed_at.is_(None), _shops.c[column].in_(values))

    return find


def _in_consortia(which: ColumnElement[bool]) -> People:
    sits = select(_seats.c.person).join(_consortia, _consortia.c.id == _seats.c.consortium)
    return sits.where(_seats.c.ended_at.is_(None), _consortia.c.dissolved_at.is_(None), which)


def _by_track(values: Collection[str]) -> People:
    return _in_consortia(_consortia.c.track.in_(values))


def _by_stage(values: Collection[str]) -> People:
    agreed = {AGREED: _consortia.c.agreed_at.is_not(None), FORMING: _consortia.c.agreed_at.is_(None)}
    return _in_consortia(or_(false(), *(agreed[stage] for stage in agreed if stage in values)))


_PARTS: Mapping[Part, Callable[[], People]] = {
    Part.OWNER: lambda: select(_shops.c.owner).where(_shops.c.removed_at.is_(None)),
    Part.MEMBER: lambda: _in_consortia(_seats.c.id.is_not(None)),
    Part.LEAD: lambda: _in_consortia(_seats.c.role == Role.LEAD.value),
    Part.CONSULTANT: lambda: select(_consultants.c.person).where(_consultants.c.left_at.is_(None)),
    Part.LOOKING: lambda: select(_cards.c.person).where(_cards.c.blocked_at.is_(None)),
}


def _by_part(values: Collection[str]) -> People:
    found = or_(false(), *(_people.c.id.in_(_PARTS[Part(value)]()) for value in values))
    return select(_people.c.id).where(found)


def _by_event(values: Collection[str]) -> People:
    """Each value is "12:coming": the number of an event and what somebody answered; "12:attended": they were there."""
    found = or_(false(), *(_registrations.c.id.in_(_answered(*value.split(":", 1))) for value in values))
    return select(_registrations.c.person).where(found)


def _answered(event: str, what: str) -> People:
    mine = select(_registrations.c.id).where(_registrations.c.event == int(event))
    if what == ATTENDED:
        return mine.where(_registrations.c.id.in_(select(_attendance.c.registration)))
    return mine.where(_registrations.c.answer == Answer(what).value)


def _by_subscription(values: Collection[str]) -> People:
    """Whoever wants to hear of one of these subjects."""
    return select(_subscriptions.c.person).where(_subscriptions.c.subject.in_(values), _subscriptions.c.wants)


_FIND: Mapping[Trait, Find] = {
    Trait.TRACK: _by_track,
    Trait.GU: _by_shop("gu"),
    Trait.TRADE: _by_shop("trade"),
    Trait.ROLE: _by_part,
    Trait.CONSORTIUM: _by_stage,
    Trait.EVENT: _by_event,
    Trait.SUBSCRIPTION: _by_subscription,
    Trait.LANGUAGE: _by_language,
}


def known() -> tuple[Trait, ...]:
    """By which traits people can be found."""
    return tuple(trait for trait in Trait if trait in _FIND)
