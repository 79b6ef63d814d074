"""`golmok audit …`: whether the record of what was done is whole."""

from services.office import Office
from storage.audit_seals import Broken, of_number, verify


class AuditBroken(Exception):
    """The audit is not what it was."""


async def verified(office: Office, expected: str | None = None) -> list[str]:
    """`expected`: a line "number:digest" noted earlier, outside of the database. Raises AuditBroken."""
    async with office.store.reading() as connection:
        found = await verify(connection)
        if isinstance(found, Broken):
            seal = found.seal
            raise AuditBroken(
                f"Rows {seal.first_row} to {seal.last_row} are not those that were sealed on {seal.sealed_at:%Y-%m-%d %H:%M} UTC."
            )
        if expected is not None:
            number, _, digest = expected.partition(":")
            noted = await of_number(connection, int(number)) if number.isdecimal() else None
            if noted is None or noted.digest != digest:
                raise AuditBroken(f"Seal {number or '?'} is not the one you have noted: the audit and its seals were written anew.")
    newest = f"{found.newest.number}:{found.newest.digest}" if found.newest is not None else "none yet"
    return [
        f"{found.rows} rows are whole; {found.unsealed} are too young to be sealed.",
        f"Newest seal, to be noted outside of this database: {newest}",
    ]
