"""Forgetting a person: what lies about them under no feature of its own here, or under several."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.agreements import AgreementConfirmationRecord, AgreementRecord
from storage.consents import ConsentRecord
from storage.consortia import ConsortiumRecord
from storage.eligibility import AssessmentRecord
from storage.groups import GroupRecord
from storage.helping import HelpedShopRecord
from storage.invitations import InvitationOpeningRecord, InvitationRecord
from storage.letters import LetterRecord, Priority, State
from storage.owners import OwnerRecord
from storage.seats import SeatRecord
from storage.shops import ShopRecord
from storage.subsidy import EstimateRecord
from storage.tables import table_of

NOBODY = 0  # stands where a person's number stood in something that belongs to others as well
NAMELESS = "–"

_assessments, _estimates, _letters = table_of(AssessmentRecord), table_of(EstimateRecord), table_of(LetterRecord)
_agreements, _confirmations, _consents = table_of(AgreementRecord), table_of(AgreementConfirmationRecord), table_of(ConsentRecord)
_consortia, _groups, _helped = table_of(ConsortiumRecord), table_of(GroupRecord), table_of(HelpedShopRecord)
_openings = table_of(InvitationOpeningRecord)
_invitations, _owners, _seats, _shops = table_of(InvitationRecord), table_of(OwnerRecord), table_of(SeatRecord), table_of(ShopRecord)


async def forget_results(connection: AsyncConnection, person: int) -> int:
    """Deletes pre-checks and estimates, so that their links lead nowhere; how many."""
    checks = await connection.execute(delete(_assessments).where(_assessments.c.person == person))
    estimates = await connection.execute(delete(_estimates).where(_estimates.c.person == person))
    return checks.rowcount + estimates.rowcount


async def withdraw_letters(connection: AsyncConnection, person: int, now: datetime) -> int:
    """Takes back whatever waits for the person, except the answers to what they are doing right now; how many."""
    statement = (
        update(_letters)
        .where(_letters.c.chat == person, _letters.c.state == State.WAITING, _letters.c.priority != int(Priority.REPLY))
        .values(state=State.WITHDRAWN, settled_at=now, body=None)
    )
    return (await connection.execute(statement)).rowcount


async def unanswered_invitations(connection: AsyncConnection, person: int) -> Sequence[int]:
    """Those they have sent, and those meant for them."""
    theirs = or_(_invitations.c.inviter == person, _invitations.c.invited == person)
    query = select(_invitations.c.id).where(theirs, _invitations.c.answer.is_(None)).order_by(_invitations.c.id)
    return (await connection.scalars(query)).all()


async def unname_opened_invitations(connection: AsyncConnection, person: int) -> Sequence[int]:
    """How inviters called whoever has opened their link: it names this person. The numbers of those nobody has answered."""
    by_them = select(_openings.c.invitation).where(_openings.c.person == person)
    unnamed = (
        update(_invitations).where(_invitations.c.id.in_(by_them)).values(label="").returning(_invitations.c.id, _invitations.c.answer)
    )
    return sorted(row.id for row in await connection.execute(unnamed) if row.answer is None)


async def unname_invitations(connection: AsyncConnection, person: int) -> None:
    """After they have been answered or withdrawn."""
    for column, nobody in ((_invitations.c.inviter, NOBODY), (_invitations.c.invited, None), (_invitations.c.answered_by, None)):
        await connection.execute(update(_invitations).where(column == person).values({column: nobody}))


async def forget_seats(connection: AsyncConnection, person: int, now: datetime) -> None:
    """After every seat of theirs has ended. What the consortia agreed upon before is no longer readable; nor is the name and the idea of
    one in which nobody else ever sat.
    """
    sat_in = (await connection.scalars(select(_seats.c.consortium).where(_seats.c.person == person).distinct())).all()
    await _close_terms(connection, sat_in, now)
    await connection.execute(update(_agreements).where(_agreements.c.drawn_up_by == person).values(drawn_up_by=NOBODY))
    await connection.execute(update(_seats).where(_seats.c.ended_by == person).values(ended_by=None, ended_why=None))
    await connection.execute(delete(_confirmations).where(_confirmations.c.person == person))
    await connection.execute(delete(_seats).where(_seats.c.person == person))
    await _unname_consortia(connection, sat_in)


async def _close_terms(connection: AsyncConnection, consortia: Sequence[int], now: datetime) -> None:
    """The terms name every member; those in force name nobody who has left."""
    dissolved = exists().where(_consortia.c.id == _agreements.c.consortium, _consortia.c.dissolved_at.is_not(None))
    over = and_(_agreements.c.consortium.in_(consortia), or_(_agreements.c.void_at.is_not(None), dissolved))
    await connection.execute(
        update(_agreements)
        .where(over)
        .values(terms=None, void_at=func.coalesce(_agreements.c.void_at, now, type_=_agreements.c.void_at.type))
    )


async def _unname_consortia(connection: AsyncConnection, consortia: Sequence[int]) -> None:
    empty: ColumnElement[bool] = ~exists().where(_seats.c.consortium == _consortia.c.id)
    alone = and_(_consortia.c.id.in_(consortia), _consortia.c.dissolved_at.is_not(None), empty)
    await connection.execute(update(_consortia).where(alone).values(name=NAMELESS, name_key="", idea=""))


async def forget_owner(connection: AsyncConnection, person: int, now: datetime) -> int:
    """The shops, removed ones too, with name and phone; how many shops. That consents were given and when stays, as proof."""
    shops = await connection.execute(delete(_shops).where(_shops.c.owner == person))
    await connection.execute(delete(_helped).where(_helped.c.taken_by == person))
    await connection.execute(delete(_owners).where(_owners.c.person == person))
    await connection.execute(update(_groups).where(_groups.c.added_by == person).values(added_by=None))
    standing = (_consents.c.person == person, _consents.c.withdrawn_at.is_(None))
    await connection.execute(update(_consents).where(*standing).values(withdrawn_at=now))
    return shops.rowcount
