"""Who wants to be told of what. Nobody is entered without having said so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, Select, String, delete, exists, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.people import PersonRecord
from storage.tables import Table, in_both, table_of


class SubscriberRecord(Table):
    """Whoever was asked, whatever they said."""

    __tablename__ = "subscribers"

    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    track: Mapped[str | None] = mapped_column(String(16))  # None: both
    everywhere: Mapped[bool]  # else only in the gu that are named
    answered_at: Mapped[datetime]


class SubscriptionRecord(Table):
    """`wants` false: they said no, which is more than never having been asked."""

    __tablename__ = "subscriptions"

    subject: Mapped[str] = mapped_column(String(16), primary_key=True)
    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True)
    wants: Mapped[bool]


class SubscribedGuRecord(Table):
    __tablename__ = "subscribed_gus"

    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    gu: Mapped[str] = mapped_column(String(8), primary_key=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscriber:
    """`said`: subject → yes or no. `gus`: empty means all of Seoul."""

    person: int
    track: str | None
    said: Mapping[str, bool]
    gus: frozenset[str]

    def wants(self, subject: str) -> bool:
        return self.said.get(subject, False)


_people = table_of(PersonRecord)
_who, _what, _where = table_of(SubscriberRecord), table_of(SubscriptionRecord), table_of(SubscribedGuRecord)
_SUBSCRIBE = in_both(
    lambda write: (stated := write(_who)).on_conflict_do_update(
        index_elements=[_who.c.person], set_={name: stated.excluded[name] for name in ("track", "everywhere", "answered_at")}
    )
)
_SAY = in_both(
    lambda write: (stated := write(_what)).on_conflict_do_update(
        index_elements=[_what.c.subject, _what.c.person], set_={"wants": stated.excluded.wants}
    )
)


async def of_person(connection: AsyncConnection, person: int) -> Subscriber | None:
    """None: never asked, or never answered."""
    found = (await connection.execute(select(_who).where(_who.c.person == person))).one_or_none()
    if found is None:
        return None
    said = await connection.execute(select(_what.c.subject, _what.c.wants).where(_what.c.person == person))
    gus = await connection.scalars(select(_where.c.gu).where(_where.c.person == person))
    return Subscriber(person=person, track=found.track, said={row.subject: row.wants for row in said}, gus=frozenset(gus))


async def keep(connection: AsyncConnection, one: Subscriber, now: datetime) -> None:
    """Under the lock of the person. What they said of a subject that is not among `said` stays."""
    row = {"person": one.person, "track": one.track, "everywhere": not one.gus, "answered_at": now}
    await connection.execute(_SUBSCRIBE[connection.dialect.name], row)
    if one.said:
        said = [{"subject": subject, "person": one.person, "wants": wants} for subject, wants in sorted(one.said.items())]
        await connection.execute(_SAY[connection.dialect.name], said)
    await connection.execute(delete(_where).where(_where.c.person == one.person))
    if one.gus:
        await connection.execute(insert(_where), [{"person": one.person, "gu": gu} for gu in sorted(one.gus)])


async def said_by(connection: AsyncConnection, people: Sequence[int], subject: str) -> dict[int, bool]:
    """What each of them said of it; whoever said nothing is not among them."""
    query = select(_what.c.person, _what.c.wants).where(_what.c.subject == subject, _what.c.person.in_(people))
    return {row.person: row.wants for row in await connection.execute(query)}


def wanting(subject: str, track: str | None, gu: str | None, after: int, limit: int) -> Select[tuple[int]]:
    """As `all_wanting`, behind `after`, in order."""
    return all_wanting(subject, track, gu).where(_what.c.person > after).order_by(_what.c.person).limit(limit)


def all_wanting(subject: str, track: str | None, gu: str | None) -> Select[tuple[int]]:
    """The numbers of those who want it. `track`, `gu` None: it is for all of them."""
    query = select(_what.c.person).join(_who, _who.c.person == _what.c.person).where(_what.c.subject == subject, _what.c.wants)
    if track is not None:
        query = query.where(or_(_who.c.track.is_(None), _who.c.track == track))
    if gu is not None:
        there = exists(select(_where.c.gu).where(_where.c.person == _what.c.person, _where.c.gu == gu))
        query = query.where(or_(_who.c.everywhere, there))
    return query


async def who_wants(connection: AsyncConnection, subject: str, *, track: str | None, gu: str | None, after: int, limit: int) -> list[int]:
    """Those of them the bot can write to."""
    wanted = wanting(subject, track, gu, after, limit).subquery()
    return list(await connection.scalars(select(wanted.c.person).order_by(wanted.c.person)))


async def forget(connection: AsyncConnection, person: int) -> None:
    for table in (_where, _what, _who):
        await connection.execute(delete(table).where(table.c.person == person))
