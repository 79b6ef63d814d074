"""What somebody can ask to be told about."""

from enum import StrEnum
from typing import Final

from programme.event_kinds import EventKind


class Subject(StrEnum):
    """What a notice is about. The values lie in the database and on buttons; those of events are the kinds' own."""

    CALLS = "calls"  # windows, moved dates and results of every call of the track
    BRIEFING = EventKind.BRIEFING.value
    HEARING = EventKind.HEARING.value
    NETWORKING = EventKind.NETWORKING.value
    COURSE = EventKind.COURSE.value
    CASES = EventKind.CASES.value
    ADVISORY = EventKind.ADVISORY.value
    OWN = "own"  # a call somebody takes part in: told unless they said no
    OFFICE = "office"  # what the office writes for all; on the board only


SUBSCRIBED: Final = (Subject.CALLS, *(Subject(kind.value) for kind in EventKind))  # what can be ticked
ASKED_FIRST: Final = (Subject.CALLS, Subject.BRIEFING)  # what the first question offers
