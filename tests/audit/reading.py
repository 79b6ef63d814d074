"""The record as the office reads it."""

from programme.rights import Role
from services.office import Office
from storage.audit import AuditRow
from tests.player import Player
from tests.today.desks import holds

READER = 610


async def reader(office: Office, role: Role = Role.AUDITOR, **more) -> Player:
    await holds(office, READER, role, **more)
    return Player(office, id=READER)


async def noted(office: Office, *rows: AuditRow) -> None:
    async with office.work() as work:
        for row in rows:
            work.note(row)


def row(who: int | None = 7, did: str = "AnswerQuestion", on: str = "inquiry:1", outcome: str = "Answered", why: str = "") -> AuditRow:
    return AuditRow(who=who, did=did, on=on, outcome=outcome, why=why)
