"""Where the buttons under announcements can lead. Stored as "call:<key>", "event:<number>", "notice:<number>", "booking", "calendar", or as
an https link.
"""

from bot.screens.booking_taps import ShowBooking
from bot.screens.event_taps import ShowEvent, ShowEvents
from bot.screens.notice_taps import ReadOnBoard
from bot.screens.taps import ShowCall
from bot.taps import Tap, numbered

CALL, EVENT, NOTICE, BOOKING, CALENDAR, LINK = "call", "event", "notice", "booking", "calendar", "link"
KINDS = (CALL, EVENT, NOTICE, BOOKING, CALENDAR, LINK)


def way(leads: str) -> Tap | None:
    """The tap that shows it; None for what nobody knows."""
    kind, _, target = leads.partition(":")
    match kind:
        case "call":
            return ShowCall(target)
        case "event":
            return ShowEvent(numbered(target) or 0)
        case "notice":
            return ReadOnBoard(numbered(target) or 0)
        case _:
            return {BOOKING: ShowBooking(), CALENDAR: ShowEvents()}.get(kind)
