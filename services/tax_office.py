"""The tax office as the services see it: what it is asked, what it answers, and how it can fail. Who carries the question is a gateway."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

MOST_AT_ONCE = 100  # businesses in one question


class TaxOfficeAway(Exception):
    """No answer that can be used: neither yes nor no. Ask again later."""


class TaxOfficeRefusesKey(TaxOfficeAway):
    """It answers, but does not accept our key: only the operator can mend that."""


class QuestionRefused(TaxOfficeAway):
    """It answers, but one of the businesses asked about cannot be read. Others in the same question may be all right."""


class State(StrEnum):
    """What the tax office says of a number."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    UNKNOWN = "unknown"  # it does not know the number


@dataclass(frozen=True, slots=True, kw_only=True)
class Business:
    """Who somebody says they are."""

    number: str  # ten digits
    opened_on: date
    name: str  # of the representative, as on the registration certificate


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    state: State
    ended_on: date | None = None  # of a closed business, where the tax office says it


@dataclass(frozen=True, slots=True, kw_only=True)
class Validated:
    """`matches`: name and opening date belong to the number. A closed business matches too, so look at its standing as well.

    `standing` may be missing when it does not match.
    """

    matches: bool
    standing: Standing | None


class TaxOffice(Protocol):
    """At most MOST_AT_ONCE in one question; answers by number. Raises TaxOfficeAway."""

    async def status(self, numbers: Sequence[str]) -> Mapping[str, Standing]: ...

    async def validate(self, businesses: Sequence[Business]) -> Mapping[str, Validated]: ...
