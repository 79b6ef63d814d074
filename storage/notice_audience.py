"""To whom a notice goes, batch by batch in the order of people's numbers; and who was told of which call on which day."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Date, ForeignKey, String, UniqueConstraint, delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage import call_ties
from storage.calls import KEY_LENGTH
from storage.letters import LetterRecord, State
from storage.notices import Notice, NoticeRecord
from storage.people import PersonRecord
from storage.subscriptions import SubscriptionRecord, all_wanting, wanting
from storage.tables import Table, in_both, table_of


class NoticeReceiptRecord(Table):
    """The last guard: once a person and notice, and of one call at most once a day."""

    __tablename__ = "notice_receipts"

    notice: Mapped[int] = mapped_column(ForeignKey("notices.id", ondelete="CASCADE"), primary_key=True)
    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    call: Mapped[str | None] = mapped_column(String(KEY_LENGTH))  # None: it is about no call, and as many may come as there are
    day: Mapped[date] = mapped_column(Date())  # Seoul's, on which the letter goes

    __table_args__ = (UniqueConstraint("person", "call", "day"),)


_t, _people, _said = table_of(NoticeReceiptRecord), table_of(PersonRecord), table_of(SubscriptionRecord)
_notices, _letters = table_of(NoticeRecord), table_of(LetterRecord)
_RECEIVE = in_both(lambda write: write(_t).on_conflict_do_nothing().returning(_t.c.person))


async def behind(connection: AsyncConnection, notice: Notice, limit: int, own: str) -> tuple[list[int], int | None]:
    """The next people to be told, and behind whom the batch after them begins; None: this was the last.

    `own`: the subject under which somebody says no to calls they take part in. Whoever blocked the bot is left out.
    """
    wanted = wanting(notice.subject, notice.track, notice.gu, notice.told_upto, limit).subquery("wanted")
    numbers = select(wanted.c.person)
    if notice.call is not None:
        tied = call_ties.tied(notice.call, notice.told_upto, limit)
        no = select(_said.c.person).where(_said.c.person == tied.c.person, _said.c.subject == own, ~_said.c.wants)
        either = numbers.union(select(tied.c.person).where(~no.exists())).subquery("either")
        numbers = select(either.c.person)
        upto = select(wanted.c.person).union(select(tied.c.person)).subquery("upto")
    else:
        upto = wanted
    seen = list(await connection.scalars(select(upto.c.person).order_by(upto.c.person).limit(limit)))
    if not seen:
        return [], None
    reachable = select(_people.c.id).where(_people.c.id.in_(numbers), _people.c.id <= seen[-1], ~_people.c.blocked)
    found = list(await connection.scalars(reachable.order_by(_people.c.id)))
    return found, seen[-1] if len(seen) == limit else None


async def how_many(connection: AsyncConnection, subject: str, *, track: str | None = None, gu: str | None = None) -> int:
    """Everybody who wants to hear of it and can be written to; as in `wanting`."""
    those = _people.c.id.in_(all_wanting(subject, track, gu))
    return int(await connection.scalar(select(func.count()).select_from(_people).where(those, ~_people.c.blocked)) or 0)


async def receive(connection: AsyncConnection, notice: Notice, people: Sequence[int], day: date) -> list[int]:
    """Those who have neither had this notice nor another one of its call on that day."""
    if not people:
        return []
    rows = [{"notice": notice.id, "person": person, "call": notice.call, "day": day} for person in people]
    return sorted(row.person for row in await connection.execute(_RECEIVE[connection.dialect.name], rows))


async def give_back(connection: AsyncConnection, notice: int, key: str) -> None:
    """Before letters under this key are taken back: whoever has one still waiting has not been told."""
    waiting = select(_letters.c.chat).where(_letters.c.key == key, _letters.c.state == State.WAITING)
    await connection.execute(delete(_t).where(_t.c.notice == notice, _t.c.person.in_(waiting)))


async def clear(connection: AsyncConnection, before: date) -> int:
    """Receipts of notices that have long been told to everybody; how many."""
    told = select(_notices.c.id).where(or_(_notices.c.told_at.is_not(None), _notices.c.withdrawn_at.is_not(None)))
    return (await connection.execute(delete(_t).where(_t.c.day < before, _t.c.notice.in_(told)))).rowcount


async def forget(connection: AsyncConnection, person: int) -> None:
    await connection.execute(delete(_t).where(_t.c.person == person))
