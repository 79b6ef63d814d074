"""What may become of an answer to an event. Each carries the event as its person sees it after that."""

from dataclasses import dataclass

from programme.events import Answer
from services.event_dates import NoSuchEvent
from services.event_pages import EventSeen


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """They come, perhaps, or not. `before`: what they had said; None: nothing. `party_before`: so many they were."""

    seen: EventSeen
    before: Answer | None
    party_before: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """In the queue. `already`: they were before, and keep their place."""

    seen: EventSeen
    already: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Full:
    """Not so many seats are left; nothing has changed."""

    seen: EventSeen
    guests: int


@dataclass(frozen=True, slots=True)
class CannotAnswer:
    """Not yet, not any more, or only to leave: `seen.standing` says which."""

    seen: EventSeen


@dataclass(frozen=True, slots=True)
class ForOthers:
    """The audience, or there are no seats for their group."""

    seen: EventSeen


@dataclass(frozen=True, slots=True)
class TooManyGuests:
    seen: EventSeen


@dataclass(frozen=True, slots=True)
class NeedsAnswers:
    """The event asks something that they have not said."""

    seen: EventSeen


@dataclass(frozen=True, slots=True)
class OfferOver:
    """The seat that was held for them went to the next."""

    seen: EventSeen


Outcome = NoSuchEvent | Answered | Waits | Full | CannotAnswer | ForOthers | TooManyGuests | NeedsAnswers | OfferOver
