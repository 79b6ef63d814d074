"""Who of the office may do what. A role is granted for all of Seoul and both tracks, or for some of them; the rest follows from it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Role(StrEnum):
    """Consultants and mentors are no role of the office: they have their own desk (`storage.consultants`)."""

    OWNER = "owner"  # runs the office: whatever a coordinator may, and who belongs to it
    COORDINATOR = "coordinator"
    EVENT_STAFF = "event_staff"  # checks people in at events, nothing else
    AUDITOR = "auditor"  # reads, changes nothing


class Right(StrEnum):
    COORDINATE = "coordinate"  # answer people, make events, announce, confirm shops, …
    CHECK_IN = "check_in"
    READ = "read"  # figures, lists and the audit
    GRANT = "grant"  # let others in, and send them away again


_GIVES: dict[Role, frozenset[Right]] = {
    Role.OWNER: frozenset(Right),
    Role.COORDINATOR: frozenset({Right.COORDINATE, Right.CHECK_IN, Right.READ}),
    Role.EVENT_STAFF: frozenset({Right.CHECK_IN}),
    Role.AUDITOR: frozenset({Right.READ}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Empty: all of them."""

    gus: frozenset[str] = frozenset()
    tracks: frozenset[str] = frozenset()

    def covers(self, *, gus: Collection[str] = (), tracks: Collection[str] = ()) -> bool:
        """What concerns all of Seoul (none named) is covered only by a scope without a limit."""
        return _within(self.gus, gus) and _within(self.tracks, tracks)


EVERYWHERE = Scope()
WARNING, SHORT_WARNING = timedelta(days=7), timedelta(days=1)


def warns_at(granted_at: datetime, until: datetime) -> datetime:
    """When it is told that a role is about to end: a week before; of one that lasts hardly longer than that, a day."""
    return until - (WARNING if until - granted_at > WARNING + SHORT_WARNING else SHORT_WARNING)


def gives(role: Role, right: Right) -> bool:
    return right in _GIVES[role]


def gus_of(scopes: Collection[Scope]) -> frozenset[str] | None:
    """Of what has a gu and no track, the gu in which they reach it. None: in all of Seoul."""
    if any(not scope.gus for scope in scopes):
        return None
    return frozenset(gu for scope in scopes for gu in scope.gus)


def roles_with(right: Right) -> tuple[Role, ...]:
    return tuple(role for role in Role if gives(role, right))


def _within(limit: frozenset[str], wanted: Collection[str]) -> bool:
    return not limit or (bool(wanted) and limit.issuperset(wanted))
