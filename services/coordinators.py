"""Who belongs to the office."""

from dataclasses import dataclass

from storage import coordinators
from storage.audit import AuditRow
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Only coordinators may do or see this."""


@dataclass(frozen=True, slots=True)
class Appointed:
    """What changed."""

    appointed: tuple[int, ...]
    dismissed: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class AppointFirstCoordinators:
    """Those named in the settings are coordinators from now on; whoever was one only because of the settings and is
    named no longer, is one no longer.
    """

    ids: tuple[int, ...]

    async def __call__(self, work: Work) -> Appointed:
        named, before = frozenset(self.ids), frozenset(await coordinators.all_coordinators(work.connection))
        gone = await coordinators.named_in_settings(work.connection) - named
        await coordinators.appoint(work.connection, named, work.now)
        await coordinators.dismiss(work.connection, gone)
        outcome = Appointed(appointed=tuple(sorted(named - before)), dismissed=tuple(sorted(gone)))
        for person in outcome.appointed:
            self._note(work, person, "Appointed")
        for person in outcome.dismissed:
            self._note(work, person, "Dismissed")
        return outcome

    def _note(self, work: Work, person: int, outcome: str) -> None:
        work.note(AuditRow(who=None, did="AppointFirstCoordinators", on=f"person:{person}", outcome=outcome, why="settings"))


async def may_answer(work: Work, person: int) -> bool:
    """Whether the person is a coordinator at this moment, in this transaction."""
    return await coordinators.is_coordinator(work.connection, person)
