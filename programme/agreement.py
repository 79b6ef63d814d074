"""The collaboration agreement (협업협약서): what it is about, as plain values. How it is worded stands in `agreement_wording`."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pydantic import TypeAdapter

from programme.own_share import OwnShare
from programme.wording import Wording


class Divided(StrEnum):
    """How the own share falls to the members."""

    EQUALLY = "equally"
    BY_SHARES = "by_shares"
    AS_PROMISED = "as_promised"  # the members promised other parts than the division gave, and together they are enough
    LATER = "later"  # the call has not set the rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """`number`: ten digits; `trade`, `gu` and `role` are codes; `amount`: of the own share, KRW (None: not known yet)."""

    seat: int
    shop: str
    representative: str
    number: str
    trade: str
    trade_words: str
    gu: str
    role: str
    amount: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Everything two versions of an agreement can differ in. KRW; `wording`: the version of the articles."""

    wording: int
    name: str
    idea: str
    track: str
    call: Wording | None  # its title; None while the consortium prepares for one that is not out yet
    fields: tuple[str, ...]
    ends_on: date
    cost: int
    subsidy: int | None
    own: int | None
    divided: Divided
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """An agreement as it is handed out to a member. `confirmed`: who confirmed it in the chat, and when."""

    terms: Terms
    version: int
    digest: str
    drawn_up_at: datetime
    confirmed: tuple[tuple[int, datetime], ...]

    def confirmed_at(self, party: Party) -> datetime | None:
        return dict(self.confirmed).get(party.seat)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """What an agreement still lacks before it can be drawn up."""

    have: int
    needed: int
    unconfirmed: tuple[str, ...]  # shops
    cost_is_known: bool

    @property
    def none(self) -> bool:
        return self.have >= self.needed and not self.unconfirmed and self.cost_is_known


def amounts(share: OwnShare, *, by_share: bool) -> tuple[Divided, tuple[int | None, ...]]:
    """What each member brings, in the order of their seats: as promised where that adds up, otherwise as it was divided."""
    if share.needed is None:
        return Divided.LATER, tuple(part.standing for part in share.parts)
    due = tuple(part.due for part in share.parts)
    promised = tuple(part.standing for part in share.parts)
    if None not in promised and share.short == 0 and promised != due:
        return Divided.AS_PROMISED, promised
    return (Divided.BY_SHARES if by_share else Divided.EQUALLY), due


_TERMS = TypeAdapter(Terms)
_PAPER = TypeAdapter(Paper)


def written(terms: Terms) -> str:
    """The same text for the same terms, whatever machine wrote it."""
    return json.dumps(_TERMS.dump_python(terms, mode="json"), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read(text: str) -> Terms:
    return _TERMS.validate_json(text)


def digest_of(terms: Terms) -> str:
    """64 hex digits."""
    return hashlib.sha256(written(terms).encode()).hexdigest()


def paper_written(paper: Paper) -> str:
    return _PAPER.dump_json(paper).decode()


def paper_read(text: str) -> Paper:
    return _PAPER.validate_json(text)


def sum_of(parties: Sequence[Party]) -> int | None:
    """KRW; None as long as one amount is not known."""
    known = [party.amount for party in parties if party.amount is not None]
    return sum(known) if len(known) == len(parties) else None
