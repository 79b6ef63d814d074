"""What a member may change of a booked session alone, and when a person decides."""

from datetime import datetime
from enum import StrEnum

from programme.booking import BookingTerms


class Change(StrEnum):
    MOVE = "move"
    CANCEL = "cancel"


class Hindrance(StrEnum):
    OVER = "over"  # it has begun
    TOO_LATE = "too_late"
    MOVED_OFTEN = "moved_often"


class Why(StrEnum):
    """Why a consultant cancels or asks for another time: a choice, since what they type might tell of others."""

    UNSAID = "unsaid"
    ILL = "ill"
    URGENT = "urgent"
    LEFT = "left"  # they advise no longer


def hindrance(
    change: Change, *, now: datetime, starts_at: datetime, moved_times: int, excused: bool, terms: BookingTerms
) -> Hindrance | None:
    """`excused`: the consultant has asked for another time, or has allowed it."""
    if starts_at <= now:
        return Hindrance.OVER
    if excused:
        return None
    if now > starts_at - terms.change_until:
        return Hindrance.TOO_LATE
    if change is Change.MOVE and moved_times >= terms.most_moves:
        return Hindrance.MOVED_OFTEN
    return None
