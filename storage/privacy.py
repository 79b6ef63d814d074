"""Forgetting a person: what lies about them under no feature of its own here."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.eligibility import AssessmentRecord
from storage.letters import LetterRecord, Priority, State
from storage.subsidy import EstimateRecord
from storage.tables import table_of

_assessments, _estimates, _letters = table_of(AssessmentRecord), table_of(EstimateRecord), table_of(LetterRecord)


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
