"""Who belongs to the office, and what each of them may do. Asked in the deed's own transaction, every time."""

from collections.abc import Collection
from dataclasses import dataclass

from programme.rights import EVERYWHERE, Right, Role, Scope, gives, roles_with
from storage import roles
from storage.audit import AuditRow
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Only those of the office who have the right may do or see this."""


@dataclass(frozen=True, slots=True)
class Appointed:
    """What changed."""

    appointed: tuple[int, ...]
    dismissed: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class AppointFirstCoordinators:
    """Those named in the settings are owners from now on; whoever was one only because of the settings and is named no longer, is one
    no longer.
    """

    ids: tuple[int, ...]

    async def __call__(self, work: Work) -> Appointed:
        named, before = frozenset(self.ids), frozenset(await coordinators(work))
        gone = await roles.named_in_settings(work.connection) - named
        owners = {one.person for one in await roles.lock_owners(work.connection, work.now)}
        for person in sorted(named - owners):
            await roles.grant(work.connection, person, Role.OWNER, EVERYWHERE, by=None, until=None, now=work.now)
        for person in sorted(gone):
            await roles.revoke(work.connection, person, Role.OWNER, by=None, now=work.now)
        outcome = Appointed(appointed=tuple(sorted(named - before)), dismissed=tuple(sorted(gone)))
        for person in outcome.appointed:
            self._note(work, person, "Appointed")
        for person in outcome.dismissed:
            self._note(work, person, "Dismissed")
        return outcome

    def _note(self, work: Work, person: int, outcome: str) -> None:
        work.note(AuditRow(who=None, did="AppointFirstCoordinators", on=f"person:{person}", outcome=outcome, why="settings"))


async def scopes(work: Work, person: int, right: Right) -> tuple[Scope, ...]:
    """Where the person has the right at this moment; none: nowhere."""
    return tuple(one.scope for one in await roles.of_person(work.connection, person, work.now) if gives(one.role, right))


async def may(work: Work, person: int, right: Right, *, gus: Collection[str] = (), tracks: Collection[str] = ()) -> bool:
    """Whether the person has the right for this, at this moment. Nothing named: for all of Seoul and both tracks."""
    return any(scope.covers(gus=gus, tracks=tracks) for scope in await scopes(work, person, right))


async def may_answer(work: Work, person: int) -> bool:
    """Whether the person is a coordinator at this moment, wherever that reaches."""
    return bool(await scopes(work, person, Right.COORDINATE))


async def may_check_in(work: Work, person: int) -> bool:
    """Whether the person stands at the door of events at this moment: a coordinator, or event staff alone."""
    return bool(await scopes(work, person, Right.CHECK_IN))


async def may_read(work: Work, person: int) -> bool:
    """Whether the person sees figures and the record at this moment: a coordinator or an auditor."""
    return bool(await scopes(work, person, Right.READ))


async def belongs(work: Work, person: int) -> bool:
    """Whether the person has any role of the office at this moment."""
    return bool(await roles.of_person(work.connection, person, work.now))


@dataclass(frozen=True, kw_only=True)
class BelongsToOffice:
    """A look."""

    person: int

    async def __call__(self, work: Work) -> bool:
        return await belongs(work, self.person)


async def coordinators(work: Work) -> tuple[int, ...]:
    """Everybody who is to hear what the office hears."""
    return await roles.holders(work.connection, roles_with(Right.COORDINATE), work.now)
