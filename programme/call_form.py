"""The shape of a call file. `programme.notices` reads a text through it, `programme.call_checks` compares values with one another."""

from datetime import date, datetime, time
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from programme.call import ContactRole, Gate, Mark, Outcome, Status
from programme.rules import DERIVED, Rule
from programme.stages import Stage
from programme.subsidy import Vat
from programme.tracks import SupportField, Track

T = TypeVar("T")

SET_BY_THE_CALL = "set by the call"
YEAR_OF_LOADING = "year of loading"

Unset = Literal["set by the call"]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,30}$")]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{2,30}$")]
Won = Annotated[int, Field(ge=1, le=10**12)]
Count = Annotated[int, Field(ge=1, le=1000)]


def _stands_in_rules(rule: Rule) -> Rule:
    if rule in DERIVED:
        raise ValueError(f"the rule {rule.value!r} follows from another part of the file and is not listed here")
    return rule


def _seoul_time(moment: datetime) -> datetime:
    if moment.tzinfo is not None:
        raise ValueError("write Seoul's time, without an offset: 2026-03-02T09:00:00")
    return moment


class Form(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class WordsForm(Form):
    ko: Words
    en: Words


class SourceForm(WordsForm):
    mark: Annotated[Mark, Field(strict=False)]
    dated: date | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https?://")] | None = None


class Cited(Form, Generic[T]):
    value: T
    source: str


class RateForm(Form):
    num: Annotated[int, Field(ge=1)]
    den: Annotated[int, Field(ge=1)]


class FromLoading(Form):
    """A moment counted from the day on which the file is loaded: only for demo calls."""

    from_loading: Annotated[str, StringConstraints(pattern=r"^[+-]\d{1,4}d$")]
    at: time = time(0)

    @property
    def days(self) -> int:
        return int(self.from_loading[:-1])


Moment = Annotated[datetime, AfterValidator(_seoul_time)] | FromLoading


When = date | FromLoading | Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$")]


class HeadForm(Form):
    key: Key
    track: Annotated[Track, Field(strict=False)]
    year: Annotated[int, Field(ge=2000, le=2100)] | Literal["year of loading"]
    status: Annotated[Status, Field(strict=False)]
    title: WordsForm
    source: str
    noticed_on: Cited[date | FromLoading | Unset]


class MoneyForm(Form):
    rate: Cited[RateForm | Unset]
    cap: Cited[Won | Unset]
    unit: Cited[Won]
    vat: Cited[Annotated[Vat, Field(strict=False)]]
    in_kind: Cited[bool]


class MembersForm(Form):
    fewest: Cited[Count | Unset]
    most: Cited[Count | Unset]
    same_trade: Cited[bool]


class RuleForm(Form):
    rule: Annotated[Rule, Field(strict=False), AfterValidator(_stands_in_rules)]
    source: str


class FieldForm(Form):
    field: Annotated[SupportField, Field(strict=False)]
    examples: WordsForm
    source: str


class GateForm(Form):
    gate: Annotated[Gate, Field(strict=False)]
    words: WordsForm
    source: str


class ExclusionForm(Form):
    code: Code
    reason: WordsForm
    outcome: Annotated[Outcome, Field(strict=False)]
    source: str


class DocumentForm(Form):
    code: Code
    title: WordsForm
    source: str


class CriterionForm(Form):
    code: Code
    title: WordsForm
    weight: Annotated[int, Field(ge=1, le=100)]
    source: str


class RoundForm(Form):
    number: Count
    opens: Moment | None = None
    closes: Moment | None = None
    selected_in: Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")] | None = None
    source: str


class StageForm(Form):
    """`from` and `to`: a day, a month (2026-04) or a quarter (2026-Q2), as exactly as the source knows; without `to` both are the same."""

    stage: Annotated[Stage, Field(strict=False)]
    begins: Annotated[When, Field(alias="from")]
    ends: Annotated[When | None, Field(alias="to")] = None
    round: Count | None = None  # None: of all its rounds
    source: str


class ContactForm(Form):
    role: Annotated[ContactRole, Field(strict=False)]
    unit: WordsForm
    phone: Annotated[str, StringConstraints(pattern=r"^0\d{1,2}-\d{3,4}-\d{4}$")]
    source: str


class CallForm(Form):
    call: HeadForm
    sources: dict[Code, SourceForm]
    money: MoneyForm
    members: MembersForm
    rules: list[RuleForm] = []
    fields: list[FieldForm]
    gates: list[GateForm] = []
    exclusions: list[ExclusionForm] = []
    documents: list[DocumentForm] = []
    criteria: list[CriterionForm] = []
    rounds: list[RoundForm]
    stages: list[StageForm] = []
    contacts: list[ContactForm]


Raw = dict[str, Any]
