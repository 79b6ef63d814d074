"""Where the buttons under announcements can lead. What is stored of it: "call:<key>", "event:<number>", "booking", or an https link."""

from bot.screens.booking_taps import ShowBooking
from bot.screens.screen import Link
from bot.screens.taps import ShowCall
from bot.taps import Tap

CALL, EVENT, BOOKING, LINK = "call", "event", "booking", "link"
KINDS = (CALL, EVENT, BOOKING, LINK)


def way(leads: str) -> Tap | Link | None:
    """The tap or the deep link that shows it; None for what nobody knows."""
    kind, _, target = leads.partition(":")
    match kind:
        case "call":
            return ShowCall(target)
        case "event":
            return Link(f"ev_{target}")
        case "booking":
            return ShowBooking()
        case _:
            return None
