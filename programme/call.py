"""A call (공고) as a value: everything a round decides, each value with its source. Read by `programme.notices`."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from programme.rules import Rule
from programme.stages import Span, Stage
from programme.subsidy import Rate, Terms, Vat
from programme.tracks import SupportField, Track
from programme.wording import Wording

T = TypeVar("T")


class Mark(StrEnum):
    """How far a source can be trusted."""

    RECORD = "R"  # the programme's published record
    LAW = "L"  # statute text
    PUBLIC_PAGE = "S"
    INFERRED = "I"
    UNVERIFIED = "M"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    key: str
    mark: Mark
    words: Wording
    dated: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Sourced(Generic[T]):
    value: T
    source: Source


class Status(StrEnum):
    PAST_RECORD = "past"  # history: its windows are over, known or not
    REAL = "real"
    DEMO = "demo"  # made up for trying things out; must be shown as such


class Gate(StrEnum):
    BRIEFING = "briefing"  # attending a briefing session (사업설명회) is a condition


class Outcome(StrEnum):
    EXCLUDED = "excluded"
    OFFICER_CHECKS = "officer_checks"


class ContactRole(StrEnum):
    PROGRAMME = "programme"  # in charge of the programme
    MICRO_ENTERPRISE = "micro_enterprise"  # co-operating, for questions of size


@dataclass(frozen=True, slots=True, kw_only=True)
class GateRow:
    gate: Gate
    words: Wording
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """A type of business that a call leaves out, or lets an officer look at."""

    code: str
    reason: Wording
    outcome: Outcome
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    code: str
    title: Wording
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    code: str
    title: Wording
    weight: int  # all of a call's weights make 100
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    field: SupportField
    examples: Wording
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One intake. `opens` and `closes` (UTC) are the first and last second of the window; None where only the selection is on record."""

    number: int
    opens: datetime | None
    closes: datetime | None
    selected_in: str | None  # "2016-08"
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class StageRow:
    """What follows from the notice, a window or a selection is not among them: `programme.year_plan` puts all together."""

    stage: Stage
    span: Span
    round: int | None  # None: of all rounds
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """By role and unit, never by a person's name."""

    role: ContactRole
    unit: Wording
    phone: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    key: str
    version: str  # the beginning of the file's digest
    digest: str
    track: Track
    year: int
    status: Status
    title: Wording
    source: Source  # of the four values above
    noticed_on: Sourced[date | None]
    rate: Sourced[Rate | None]
    cap: Sourced[int | None]
    unit: Sourced[int]
    vat: Sourced[Vat]
    in_kind: Sourced[bool]
    fewest: Sourced[int | None]
    most: Sourced[int | None]
    same_trade: Sourced[bool]
    rules: tuple[tuple[Rule, Source], ...]
    fields: tuple[FieldRow, ...]
    gates: tuple[GateRow, ...]
    exclusions: tuple[Exclusion, ...]
    documents: tuple[Document, ...]
    criteria: tuple[Criterion, ...]
    rounds: tuple[Round, ...]
    stages: tuple[StageRow, ...]
    contacts: tuple[Contact, ...]

    @property
    def terms(self) -> Terms:
        return Terms(rate=self.rate.value, cap=self.cap.value, unit=self.unit.value)

    @property
    def in_force_from(self) -> date:
        """The day of the notice, or the first of its year when the record does not name the day."""
        return self.noticed_on.value or date(self.year, 1, 1)

    @property
    def is_demo(self) -> bool:
        return self.status is Status.DEMO

    def contact(self, role: ContactRole) -> Contact:
        """The unit for this role, else the one in charge of the programme. Every call names that one."""
        by_role = {contact.role: contact for contact in self.contacts}
        return by_role.get(role) or by_role[ContactRole.PROGRAMME]
