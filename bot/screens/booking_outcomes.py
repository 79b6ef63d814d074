"""What became of the wish to hold or book a time: one screen an outcome, whoever asked."""

from collections.abc import Sequence
from typing import assert_never

from bot.screens import booking_holds, session_changes
from bot.screens.booking_search import Search
from bot.screens.booking_times import Those
from bot.screens.screen import Screen
from programme.booking import BookingTerms
from services.free_times import Slot
from services.hold_wishes import CannotMove, HeldTooOften, JustTaken, NotHeldFor, NotOffered, TooManyAhead, YearUsed
from services.session_hold_ends import NotHeld
from services.session_limits import NotMine, OverAlready, TooLate
from services.session_members import NoShop


def refused(outcome: NotHeld | NotHeldFor, search: Search, those: Those, terms: BookingTerms) -> Screen:  # noqa: PLR0911 - one screen an outcome
    match outcome:
        case JustTaken(nearest=nearest):
            return booking_holds.just_taken(search, nearest, those)
        case YearUsed():
            return booking_holds.year_used(search, outcome)
        case TooManyAhead(most=most):
            return booking_holds.too_many_ahead(most)
        case HeldTooOften(times=times, until=until):
            return booking_holds.held_too_often(search, times, until)
        case NoShop():
            return booking_holds.no_shop()
        case NotOffered(why=why):
            return booking_holds.not_offered(search, why)
        case NotHeld():
            return booking_holds.not_held(search.topic)
        case TooLate() | OverAlready() | NotMine() as moving:
            return _cannot_move(moving, terms)
        case _:
            assert_never(outcome)


def _cannot_move(outcome: CannotMove, terms: BookingTerms) -> Screen:
    match outcome:
        case TooLate() as late:
            return session_changes.too_late(late, limit=terms.change_until, most=terms.most_moves)
        case OverAlready(session=session):
            return session_changes.over(session)
        case NotMine():
            return session_changes.not_mine()


def named(outcome: NotHeldFor) -> tuple[int, ...]:
    """The consultants whose names its screen needs."""
    nearest: Sequence[Slot] = outcome.nearest if isinstance(outcome, JustTaken) else ()
    return tuple(one.consultant for one in nearest)
