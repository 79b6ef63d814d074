"""What an announcement is and what may become of it. Pure: who reaches whom is `programme.audiences`."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import TypeVar

Said = TypeVar("Said")
FALLBACKS = ("en", "ko")
MOST_PARTS = 10  # messages one announcement is made of, an album counting as one
MOST_BUTTONS = 4
MOST_IN_ALBUM = 10  # Telegram's
LARGE = 200  # people; from here on a second of the office has to approve the exact text, unless the house decides otherwise


class Category(StrEnum):
    """What people can have or do without. Only what somebody has to know cannot be turned off."""

    PROGRAMME = "programme"  # calls, results, changes of rules
    EVENTS = "events"
    OPPORTUNITIES = "opportunities"  # sales channels, joint purchasing, other support
    SERVICE = "service"  # about what one is part of already: moved offices, an outage; cannot be turned off


CAN_BE_TURNED_OFF = (Category.PROGRAMME, Category.EVENTS, Category.OPPORTUNITIES)


class AnnouncementState(StrEnum):
    DRAFT = "draft"
    ASKED = "asked"  # a second of the office is to approve it
    SCHEDULED = "scheduled"
    HELD = "held"  # its time passed by more than an hour: somebody decides
    SENDING = "sending"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"


S = AnnouncementState
_LEADS: dict[AnnouncementState, frozenset[AnnouncementState]] = {
    S.DRAFT: frozenset({S.ASKED, S.SCHEDULED, S.SENDING, S.CANCELLED}),
    S.ASKED: frozenset({S.DRAFT, S.SCHEDULED, S.SENDING, S.CANCELLED}),
    S.SCHEDULED: frozenset({S.DRAFT, S.HELD, S.SENDING, S.CANCELLED}),
    S.HELD: frozenset({S.DRAFT, S.SCHEDULED, S.SENDING, S.CANCELLED}),
    S.SENDING: frozenset({S.PAUSED, S.DONE, S.CANCELLED}),
    S.PAUSED: frozenset({S.SENDING, S.CANCELLED}),
    S.DONE: frozenset({S.SENDING}),  # those who could not be reached are tried once more
    S.CANCELLED: frozenset(),
}


CAN_BE_CHANGED = (S.DRAFT, S.ASKED, S.SCHEDULED, S.HELD)  # nobody has got anything of it yet
UNDER_WAY = (S.SENDING, S.PAUSED)
OVER = (S.DONE, S.CANCELLED)
ASKED, ERRORS = "asked", "errors"  # why something under way is paused: somebody wished it, or too much of it failed


def spoken_in(languages: Collection[str], wanted: str) -> str:
    """In which of these languages a reader of `wanted` reads it: their own, else English, else Korean, else whatever there is."""
    return next((one for one in (wanted, *FALLBACKS) if one in languages), None) or next(iter(languages))


def in_language(said: Mapping[str, Said], wanted: str) -> Said:
    """What a reader of this language reads."""
    return said[spoken_in(said, wanted)]


def before(then: AnnouncementState) -> tuple[AnnouncementState, ...]:
    """From which states it can become this one."""
    return tuple(state for state, leads in _LEADS.items() if then in leads)


class Outcome(StrEnum):
    """What became of it for one person."""

    WAITING = "waiting"
    LEASED = "leased"  # on its way
    DELIVERED = "delivered"
    BLOCKED = "blocked"  # cannot be reached: blocked the bot, or is gone
    REFUSED = "refused"  # Telegram would not take it
    UNKNOWN = "unknown"  # sent, and never heard whether it arrived: not sent again
    WITHDRAWN = "withdrawn"  # cancelled before its turn


OPEN = (Outcome.WAITING, Outcome.LEASED)
FAILURES = (Outcome.REFUSED, Outcome.UNKNOWN)  # people who blocked the bot are none
# Why, where it was not Telegram that said so. Stored.
STOPPED = "the sender stopped"
UNWANTED = "does without"  # they have turned its kind off before their turn


class Off(StrEnum):
    """What can be wrong with a ledger. The values are stored."""

    PEOPLE = "people"  # somebody is missing from it, or is too many
    OPEN = "open"  # it is over, and for somebody nothing was ever settled
    LEASES = "leases"  # somebody has been on their way for far too long


def what_is_off(*, audience: int, forgotten: int, counts: Mapping[Outcome, int], over: bool, stale: int) -> tuple[Off, ...]:
    """`audience`: how many it began with; `forgotten`: of them have had themselves deleted since; `stale`: leases long run out."""
    wrong = {
        Off.PEOPLE: sum(counts.values()) + forgotten != audience,
        Off.OPEN: over and any(counts.get(outcome) for outcome in OPEN),
        Off.LEASES: stale > 0,
    }
    return tuple(off for off, is_so in wrong.items() if is_so)


MOST_RETRIES = 2  # whoever it has not reached by then is called
PAUSE_AFTER = 50  # of those tried last
PAUSE_SHARE_PERCENT = 20  # refused or unknown among them: something is wrong with the text or the line


def should_pause(tried: int, failed: int) -> bool:
    """Whether sending stops by itself."""
    return tried >= PAUSE_AFTER and failed * 100 >= tried * PAUSE_SHARE_PERCENT
