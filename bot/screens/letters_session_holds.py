"""What somebody reads whose held time is over."""

from bot.screens.booking_search import ShowNextFree
from bot.screens.booking_taps import ShowSessions
from bot.screens.letters import says
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import lines, t
from services.session_hold_ends import HoldLapsed


@says(HoldLapsed)
def hold_lapsed(fact: HoldLapsed) -> Screen:
    """Who was moving a session learns that it stands."""
    again = button(t("🕐 Choose again"), ShowNextFree(fact.topic, fact.consultant, moving=fact.moves or 0))
    return Screen(
        words=lines(
            t("The time I kept for you is free again: <b>{at:datetime}</b>. Nothing was booked.", at=fact.starts_at),
            t("Your session stays as it was.") if fact.moves is not None else None,
            t("If you still want it, choose again: perhaps it is free."),
        ),
        rows=column([again, button(t("🗓 My sessions"), ShowSessions()), HOME]),
    )
