"""Who belongs to the office, and what each of them may do. Asked in the deed's own transaction, every time."""

from collections.abc import Collection
from dataclasses import dataclass

from programme.rights import EVERYWHERE, Right, Role, Scope, gives, gus_of, roles_with
from storage import roles
from storage.audit import AuditRow
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Only those of the office who have the right may do or see this."""


@dataclass(frozen=True, slots=True)
class OutOfReach(Forbidden):
    """They have the right, but not for this gu, or this track. Whoever answers `Forbidden` answers this."""


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


async def why_not(
    work: Work, person: int, right: Right, *, gus: Collection[str] = (), tracks: Collection[str] = ()
) -> Forbidden | OutOfReach | None:
    """As `may`, in words. None: they may."""
    held = await scopes(work, person, right)
    return None if any(scope.covers(gus=gus, tracks=tracks) for scope in held) else beyond(held)


async def why_not_in(work: Work, person: int, right: Right, gu: str | None) -> Forbidden | OutOfReach | None:
    """For what has a gu and no track, as a shop. `gu` None: it lies in none, and is for who reaches all of them."""
    held = await scopes(work, person, right)
    there = gus_of(held)
    return None if held and (there is None or gu in there) else beyond(held)


def beyond(held: Collection[Scope]) -> Forbidden | OutOfReach:
    return OutOfReach() if held else Forbidden()


async def reach(work: Work, person: int) -> Scope:
    """As far as the roles of a coordinator reach together."""
    held = await scopes(work, person, Right.COORDINATE)
    gus = () if any(not scope.gus for scope in held) else (gu for scope in held for gu in scope.gus)
    tracks = () if any(not scope.tracks for scope in held) else (track for scope in held for track in scope.tracks)
    return Scope(gus=frozenset(gus), tracks=frozenset(tracks))


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
    """Everybody who is to hear what the office hears, wherever their roles reach."""
    return await roles.holders(work.connection, roles_with(Right.COORDINATE), work.now)


async def coordinators_in(work: Work, gu: str | None) -> tuple[int, ...]:
    """Those of them whom it concerns what is said of something in this gu; None: of something that lies in none."""
    return tuple([one for one in await coordinators(work) if await why_not_in(work, one, Right.COORDINATE, gu) is None])
