"""Whether somebody was at a briefing that a call asks for, by the attendance that was noted. It informs; a person decides."""

from dataclasses import dataclass

from storage import attendance
from storage.attendance import Visit
from storage.work import Work


@dataclass(frozen=True, kw_only=True)
class BriefingVisit:
    """None: none is noted, which does not say that they were not there. `call`: its key."""

    person: int
    call: str

    async def __call__(self, work: Work) -> Visit | None:
        return (await attendance.visits(work.connection, [self.person], call=self.call)).get(self.person)
