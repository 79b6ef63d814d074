"""Whom an announcement is for: of each kind any of the values (or), of all kinds together (and), without those ruled out (not)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Trait(StrEnum):
    """What can be said of a person. The values are stored; what stands behind each is said where it is looked up."""

    TRACK = "track"  # of a consortium they sit in
    GU = "gu"  # of one of their shops
    TRADE = "trade"  # likewise
    ROLE = "role"  # see `Part`
    CONSORTIUM = "consortium"  # the stage of one they sit in
    EVENT = "event"  # "12:coming", "12:maybe", "12:waiting", "12:attended"
    SUBSCRIPTION = "subscription"
    LANGUAGE = "language"


class Part(StrEnum):
    """The values of `Trait.ROLE`: what somebody is in the programme."""

    OWNER = "owner"  # has a registered shop
    MEMBER = "member"  # sits in a consortium
    LEAD = "lead"  # leads one
    CONSULTANT = "consultant"
    LOOKING = "looking"  # has a card in the finder


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


def _with(choice: Choice, trait: Trait, values: Iterable[str]) -> Choice:
    changed = {**choice, trait: frozenset(values)}
    return {one: changed[one] for one in Trait if changed.get(one)}


def _written(choice: Choice) -> dict[str, list[str]]:
    return {trait.value: sorted(choice[trait]) for trait in Trait if choice.get(trait)}


def _read(written: Mapping[str, Any]) -> Choice:
    return {Trait(name): frozenset(values) for name, values in sorted(written.items())}
