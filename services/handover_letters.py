"""The letters about handing over the lead."""

from dataclasses import dataclass
from datetime import datetime

from services.letters import letter
from storage.handovers import Answer


@letter("lead_offered")
@dataclass(frozen=True, kw_only=True)
class LeadOffered:
    """To the one who shall lead. `shop`: whose lead it is now."""

    handover: int
    consortium: int
    name: str
    shop: str
    expires_at: datetime


@letter("lead_answered")
@dataclass(frozen=True, kw_only=True)
class LeadAnswered:
    """To the one who offered it. `shop`: who answered."""

    consortium: int
    name: str
    shop: str
    answer: Answer


@letter("lead_withdrawn")
@dataclass(frozen=True, kw_only=True)
class LeadOfferWithdrawn:
    """To the one it was offered to."""

    consortium: int
    name: str


@letter("lead_changed")
@dataclass(frozen=True, kw_only=True)
class LeadChanged:
    """To the other members. `shop`: who leads now."""

    consortium: int
    name: str
    shop: str


def handover_key(number: int) -> str:
    return f"handover:{number}"
