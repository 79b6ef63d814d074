"""The office is never left without an owner whose role has no end: somebody must always be able to let others in."""

from collections.abc import Collection

from programme.rights import Role
from storage import roles
from storage.roles import Grant
from storage.work import Work


def is_last(found: Grant, owners: Collection[Grant]) -> bool:
    """One for a while goes, as long as anybody stays; one without an end only where another has none either."""
    others = [one for one in owners if one.id != found.id]
    return found.role is Role.OWNER and (not others or (found.until is None and all(one.until is not None for one in others)))


async def gives_way(work: Work, person: int) -> bool:
    """Whether a role as owner for a while may take the place of the one this person has. Locks the owners, as sending one away does."""
    owners = await roles.lock_owners(work.connection, work.now)
    return not any(is_last(one, owners) for one in owners if one.person == person)
