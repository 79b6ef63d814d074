"""Whom an announcement is for: of each kind any of the values (or), of all kinds together (and), without those ruled out (not)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from programme.districts import District
from programme.subscriptions import SUBSCRIBED
from programme.tracks import Track
from programme.trades import Trade


class Trait(StrEnum):
    """What can be said of a person. The values are stored; what stands behind each is said where it is looked up."""

    TRACK = "track"  # of a consortium they sit in
    GU = "gu"  # of one of their shops
    TRADE = "trade"  # likewise
    ROLE = "role"  # see `Part`
    CONSORTIUM = "consortium"  # the stage of one they sit in
    EVENT = "event"  # "12:coming", "12:maybe", "12:waiting", "12:attended"
    SUBSCRIPTION = "subscription"  # a subject they want to hear of
    LANGUAGE = "language"


class Part(StrEnum):
    """The values of `Trait.ROLE`: what somebody is in the programme."""

    OWNER = "owner"  # has a registered shop
    MEMBER = "member"  # sits in a consortium
    LEAD = "lead"  # leads one
    CONSULTANT = "consultant"
    LOOKING = "looking"  # has a card in the finder


FORMING, AGREED = STAGES = ("forming", "agreed")  # the values of `Trait.CONSORTIUM`
ATTENDED = "attended"
ANSWERS = ("coming", "maybe", "waiting", ATTENDED)  # behind the number of an event: "12:coming"
_LONGEST_NUMBER, _LONGEST_NAME = 19, 16
MOST_VALUES = 30  # of one trait

_VALUES: Mapping[Trait, frozenset[str]] = {
    Trait.TRACK: frozenset(Track),
    Trait.GU: frozenset(District),
    Trait.TRADE: frozenset(Trade),
    Trait.ROLE: frozenset(Part),
    Trait.CONSORTIUM: frozenset(STAGES),
    Trait.SUBSCRIPTION: frozenset(SUBSCRIBED),
}

Choice = Mapping[Trait, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Nothing wanted: everybody."""

    wanted: Choice = field(default_factory=dict)
    ruled_out: Choice = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {"wanted": _written(self.wanted), "ruled_out": _written(self.ruled_out)}

    @staticmethod
    def from_json(written: Mapping[str, Any]) -> "Audience":
        """Raises ValueError for a trait nobody knows."""
        return Audience(wanted=_read(written.get("wanted", {})), ruled_out=_read(written.get("ruled_out", {})))

    def wanting(self, trait: Trait, values: Iterable[str]) -> "Audience":
        """With these values of the trait instead; none: the trait does not matter."""
        return Audience(wanted=_with(self.wanted, trait, values), ruled_out=self.ruled_out)

    def ruling_out(self, trait: Trait, values: Iterable[str]) -> "Audience":
        return Audience(wanted=self.wanted, ruled_out=_with(self.ruled_out, trait, values))


def event_value(value: str) -> tuple[int, str] | None:
    """The number of the event and what was answered; None for what is no value of `Trait.EVENT`."""
    number, _, answer = value.partition(":")
    return (
        (int(number), answer) if number.isascii() and number.isdecimal() and len(number) < _LONGEST_NUMBER and answer in ANSWERS else None
    )


def may_be(trait: Trait, value: str) -> bool:
    """Whether it can be a value of this trait at all."""
    match trait:
        case Trait.EVENT:
            return event_value(value) is not None
        case Trait.LANGUAGE:
            return value.isascii() and value.isidentifier() and len(value) <= _LONGEST_NAME
        case _:
            return value in _VALUES[trait]


def _with(choice: Choice, trait: Trait, values: Iterable[str]) -> Choice:
    changed = {**choice, trait: frozenset(values)}
    return {one: changed[one] for one in Trait if changed.get(one)}


def _written(choice: Choice) -> dict[str, list[str]]:
    return {trait.value: sorted(choice[trait]) for trait in Trait if choice.get(trait)}


def _read(written: Mapping[str, Any]) -> Choice:
    return {Trait(name): frozenset(values) for name, values in sorted(written.items())}
