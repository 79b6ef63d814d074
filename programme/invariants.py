"""What must always hold, whatever was done and by whom. The database guards most of it; a nightly look sees what repairs by hand,
a restored copy or a fault of ours have left behind.
"""

from enum import StrEnum


class Invariant(StrEnum):
    EVENT_SEATS = "event_seats"  # a party has its seats and nobody else has any; no pool gives more than it has
    ROUNDS = "rounds"  # a shop sits in one consortium a round: the seat's round is the consortium's
    LEADS = "leads"  # a consortium that stands has one lead
    MONEY = "money"  # subsidy and own share are the cost; the parts of the members are the own share
    SESSION_TIMES = "session_times"  # a session that stands takes its time of both sides, and nothing else does
    ANSWERS = "answers"  # whoever wrote an hour ago has been looked at
    LETTERS = "letters"  # a letter that was due an hour ago has an end
    OWNERS = "owners"  # somebody may let others into the office, without an end
