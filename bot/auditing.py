"""`golmok audit …`: whether the record of what was done is whole."""

import re

from services.office import Office
from storage.audit_seals import Broken, of_number, verify


class AuditBroken(Exception):
    """The audit is not what it was."""


class NoSeal(ValueError):
    """What was given to compare with cannot be a seal; of the audit it says nothing."""


_SEAL = re.compile(r"(\d{1,18}):([0-9a-f]{64})")


def seal_noted(text: str) -> tuple[int, str]:
    """Number and digest, as people copy them. Raises NoSeal."""
    found = _SEAL.fullmatch("".join(text.split()).lower())
    if found is None:
        raise NoSeal(f"“{text.strip()}” is no seal. It looks like 12:3fa8… and is printed by `golmok audit verify`; copy all of it.")
    return int(found[1]), found[2]


async def verified(office: Office, expected: str | None = None) -> list[str]:
    """`expected`: a seal noted earlier, outside of the database. Raises AuditBroken, NoSeal."""
    wanted = seal_noted(expected) if expected is not None else None
    async with office.store.reading() as connection:
        found = await verify(connection)
        if isinstance(found, Broken):
            seal = found.seal
            raise AuditBroken(
                f"Rows {seal.first_row} to {seal.last_row} are not those that were sealed on {seal.sealed_at:%Y-%m-%d %H:%M} UTC."
            )
        if wanted is not None:
            number, digest = wanted
            noted = await of_number(connection, number)
            if noted is None or noted.digest != digest:
                raise AuditBroken(f"Seal {number} is not the one you have noted: the audit and its seals were written anew.")
    newest = f"{found.newest.number}:{found.newest.digest}" if found.newest is not None else "none yet"
    return [
        f"{found.rows} rows are whole; {found.unsealed} are too young to be sealed.",
        f"Newest seal, to be noted outside of this database: {newest}",
    ]
