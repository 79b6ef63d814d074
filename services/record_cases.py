"""What something in the record was done to."""

from enum import StrEnum


class Case(StrEnum):
    """Which kind of thing something was done to. The values lie on buttons."""

    ANY = "a"
    EVENT = "e"
    SHOP = "h"
    CONSORTIUM = "c"
    SESSION = "s"
    QUESTION = "q"
    ANNOUNCEMENT = "n"
    ROLE = "r"
    NOTICE = "b"


KINDS = {
    Case.EVENT: "event",
    Case.SHOP: "shop",
    Case.CONSORTIUM: "consortium",
    Case.SESSION: "session",
    Case.QUESTION: "inquiry",
    Case.ANNOUNCEMENT: "announcement",
    Case.ROLE: "role",
    Case.NOTICE: "notice",
}
"""What stands in front of the number in a row of the audit."""
