"""From the checked form of a call file to the `Call` that everybody reads: sources looked up, times made UTC."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from programme.call import (
    Call,
    Contact,
    Criterion,
    Document,
    Exclusion,
    FieldRow,
    GateRow,
    Round,
    Source,
    Sourced,
    StageRow,
)
from programme.call_form import (
    SET_BY_THE_CALL,
    YEAR_OF_LOADING,
    CallForm,
    FromLoading,
    Moment,
    RateForm,
    RoundForm,
    SourceForm,
    StageForm,
    When,
    WordsForm,
)
from programme.rules import Rule
from programme.seoul import from_seoul
from programme.stages import Span, day_span, month_or_quarter
from programme.subsidy import Rate
from programme.wording import Wording

# A document whose validity is a rule of its own.
_WATCHED = {"micro_certificate": Rule.CERTIFICATE}

Sources = Mapping[str, Source]


def made(form: CallForm, *, on: date, digest: str, version: str) -> Call:
    sources = {key: _source(key, source) for key, source in form.sources.items()}
    head, money, members = form.call, form.money, form.members
    return Call(
        key=head.key,
        version=version,
        digest=digest,
        track=head.track,
        year=on.year if head.year == YEAR_OF_LOADING else int(head.year),
        status=head.status,
        title=_words(head.title),
        source=sources[head.source],
        noticed_on=Sourced(_day(head.noticed_on.value, on), sources[head.noticed_on.source]),
        rate=Sourced(_rate(money.rate.value), sources[money.rate.source]),
        cap=Sourced(_set(money.cap.value), sources[money.cap.source]),
        unit=Sourced(money.unit.value, sources[money.unit.source]),
        vat=Sourced(money.vat.value, sources[money.vat.source]),
        in_kind=Sourced(money.in_kind.value, sources[money.in_kind.source]),
        fewest=Sourced(_set(members.fewest.value), sources[members.fewest.source]),
        most=Sourced(_set(members.most.value), sources[members.most.source]),
        same_trade=Sourced(members.same_trade.value, sources[members.same_trade.source]),
        rules=_rules(form, sources),
        fields=tuple(FieldRow(field=r.field, examples=_words(r.examples), source=sources[r.source]) for r in form.fields),
        gates=tuple(GateRow(gate=r.gate, words=_words(r.words), source=sources[r.source]) for r in form.gates),
        exclusions=tuple(
            Exclusion(code=r.code, reason=_words(r.reason), outcome=r.outcome, source=sources[r.source]) for r in form.exclusions
        ),
        documents=tuple(Document(code=r.code, title=_words(r.title), source=sources[r.source]) for r in form.documents),
        criteria=tuple(Criterion(code=r.code, title=_words(r.title), weight=r.weight, source=sources[r.source]) for r in form.criteria),
        rounds=tuple(_round(r, sources, on) for r in form.rounds),
        stages=tuple(_stage(r, sources, on) for r in form.stages),
        contacts=tuple(Contact(role=r.role, unit=_words(r.unit), phone=r.phone, source=sources[r.source]) for r in form.contacts),
    )


def _rules(form: CallForm, sources: Sources) -> tuple[tuple[Rule, Source], ...]:
    """The listed rules and those that follow from members, gates, exclusions and documents, in the order of `Rule`."""
    cited = {row.rule: row.source for row in form.rules}
    members = form.members
    if members.fewest.value != SET_BY_THE_CALL or members.most.value != SET_BY_THE_CALL:
        cited[Rule.MEMBERS] = members.most.source if members.fewest.value == SET_BY_THE_CALL else members.fewest.source
    if members.same_trade.value:
        cited[Rule.SAME_TRADE] = members.same_trade.source
    if form.exclusions:
        cited[Rule.EXCLUDED_TRADE] = form.exclusions[0].source
    cited |= {Rule(row.gate.value): row.source for row in form.gates}
    cited |= {_WATCHED[row.code]: row.source for row in form.documents if row.code in _WATCHED}
    return tuple((rule, sources[cited[rule]]) for rule in Rule if rule in cited)


def _round(row: RoundForm, sources: Sources, on: date) -> Round:
    return Round(
        number=row.number,
        opens=_moment(row.opens, on),
        closes=_moment(row.closes, on),
        selected_in=row.selected_in,
        source=sources[row.source],
    )


def _stage(row: StageForm, sources: Sources, on: date) -> StageRow:
    begins = _span(row.begins, on)
    span = begins if row.ends is None else begins.until(_span(row.ends, on))
    return StageRow(stage=row.stage, span=span, round=row.round, source=sources[row.source])


def _span(when: When, on: date) -> Span:
    if isinstance(when, str):
        return month_or_quarter(when)
    return day_span(on + timedelta(days=when.days) if isinstance(when, FromLoading) else when)


def _moment(moment: Moment | None, on: date) -> datetime | None:
    if isinstance(moment, FromLoading):
        moment = datetime.combine(on + timedelta(days=moment.days), moment.at)
    return None if moment is None else from_seoul(moment)


def _day(day: date | FromLoading | str, on: date) -> date | None:
    if isinstance(day, FromLoading):
        return on + timedelta(days=day.days)
    return day if isinstance(day, date) else None


def _rate(rate: RateForm | str) -> Rate | None:
    return Rate(rate.num, rate.den) if isinstance(rate, RateForm) else None


def _set(value: int | str) -> int | None:
    return value if isinstance(value, int) else None


def _words(words: WordsForm) -> Wording:
    return Wording(words.ko, words.en)


def _source(key: str, source: SourceForm) -> Source:
    return Source(key=key, mark=source.mark, words=_words(source), dated=source.dated, url=source.url)
