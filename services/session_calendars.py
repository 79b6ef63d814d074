"""What the calendars of the two sides of a session are told about it."""

from dataclasses import dataclass

from services.session_parties import shop_of
from storage import consultants, sessions
from storage.consultants import Profile
from storage.sessions import Session, State
from storage.work import Work

STANDS = (State.BOOKED, State.DONE, State.MISSED, State.NOT_GIVEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """`shop`: whom the consultant meets; "" on the member's side. `stands` false: calendars are to take it out."""

    session: Session
    by: Profile
    shop: str
    stands: bool


@dataclass(frozen=True, kw_only=True)
class SessionCalendar:
    """The entry as it is now, also where an old button names a session that was moved since. None: not theirs, or never booked."""

    person: int
    session: int

    async def __call__(self, work: Work) -> CalendarEntry | None:
        asked = await sessions.find(work.connection, self.session)
        if asked is None or asked.booked_at is None or not self._is_in(asked):
            return None
        newest = await sessions.newest_of(work.connection, asked.uid)
        # Moved to another consultant, it is gone for the first.
        shown = newest if newest is not None and self._is_in(newest) else asked
        by = (await consultants.of_ids(work.connection, [shown.consultant]))[shown.consultant].profile
        shop = await shop_of(work, shown) if self.person == shown.consultant else ""
        return CalendarEntry(session=shown, by=by, shop=shop, stands=shown.state in STANDS)

    def _is_in(self, session: Session) -> bool:
        return self.person in {session.person, session.consultant}
