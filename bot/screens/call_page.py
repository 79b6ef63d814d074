"""The parts of the page about one call."""

from collections.abc import Iterator

from bot.screens import rules
from bot.screens.wording import Footnotes, reached, worded
from bot.words import Words, joined, lines, t
from programme.call import Call, Outcome, Round
from programme.eligibility_rules import FEWEST_FOUNDERS, FEWEST_IN_A_FEDERATION
from programme.rules import Rule
from programme.subsidy import Vat


def terms(call: Call, notes: Footnotes) -> Iterator[Words]:
    yield t("\n<b>Track</b>: {track}", track=worded(call.track.wording))
    yield t("\n<b>Amounts</b>")
    yield _with(_rate(call), notes.of(call.rate.source))
    yield _with(_cap(call), notes.of(call.cap.source))
    if call.unit.value > 1:
        yield _with(t("• Rounded down to full {unit:won}", unit=call.unit.value), notes.of(call.unit.source))
    yield _with(t("• VAT counts") if call.vat.value is Vat.INSIDE else t("• VAT does not count"), notes.of(call.vat.source))
    own = t("• Work and goods of your own count") if call.in_kind.value else t("• Work and goods of your own do not count")
    yield _with(own, notes.of(call.in_kind.source))
    yield t("\n<b>Who may apply</b>")
    for rule, source in call.rules:
        yield _with(t("• {wanted}", wanted=_wanted(call, rule)), notes.of(source))
    yield t("\n<b>What is supported</b>")
    for row in call.fields:
        told = t("• {field}: {examples}", field=worded(row.field.wording), examples=worded(row.examples))
        yield _with(told, notes.of(row.source))


def _rate(call: Call) -> Words:
    rate = call.rate.value
    return t("• The city pays {share:percent} of the cost", share=(rate.num, rate.den)) if rate else t("• Rate: set by the call")


def _cap(call: Call) -> Words:
    cap = call.cap.value
    return t("• At most {cap:won}", cap=cap) if cap is not None else t("• Ceiling: set by the call")


def _wanted(call: Call, rule: Rule) -> Words:
    match rule:
        case Rule.MEMBERS:
            return rules.how_many(call)
        case Rule.FOUNDERS:
            return rules.founders(FEWEST_FOUNDERS)
        case Rule.FEDERATION:
            return rules.federation(FEWEST_IN_A_FEDERATION)
        case Rule.MICRO_ENTERPRISE:
            return t("Every business has fewer than 5 regular employees (10 where things are made, built, mined or carried).")
        case _:
            return rules.in_general(call, rule)


def dates(call: Call, notes: Footnotes) -> Iterator[Words]:
    yield t("\n<b>Dates</b> (Seoul time)")
    if call.noticed_on.value is not None:
        yield _with(t("• Notice: {on:date}", on=call.noticed_on.value), notes.of(call.noticed_on.source))
    for row in call.rounds:
        yield _with(_round(row), notes.of(row.source))


def _round(row: Round) -> Words:
    if row.opens is not None and row.closes is not None:
        return t("• Round {n}: {opens:datetime} – {closes:datetime}", n=row.number, opens=row.opens, closes=row.closes)
    if row.selected_in is not None:
        year, month = row.selected_in.split("-")
        return t("• Round {n}: days not on record; selected in {month}/{year}", n=row.number, year=year, month=int(month))
    return t("• Round {n}: days not on record", n=row.number)


def papers(call: Call, notes: Footnotes) -> Iterator[Words]:
    if call.gates:
        yield t("\n<b>Before you apply</b>")
    for gate in call.gates:
        yield _with(t("• {gate}", gate=worded(gate.words)), notes.of(gate.source))
    yield t("\n<b>Documents to hand in</b>")
    for document in call.documents:
        yield _with(t("• {title}", title=worded(document.title)), notes.of(document.source))
    yield t("\n<b>How applications are judged</b>")
    for row in call.criteria:
        yield _with(t("• {title}: {weight} points", title=worded(row.title), weight=row.weight), notes.of(row.source))
    if not call.criteria:
        yield t("The criteria of this call are not on record.")


def exclusions(call: Call, notes: Footnotes) -> Iterator[Words]:
    yield t("\n<b>Types of business left out</b>")
    if not call.exclusions:
        yield t("This call names none.")
    for row in call.exclusions:
        checked = row.outcome is Outcome.OFFICER_CHECKS
        told = t("• {reason} – an officer checks", reason=worded(row.reason)) if checked else t("• {reason}", reason=worded(row.reason))
        yield _with(told, notes.of(row.source))


def contacts(call: Call, notes: Footnotes) -> Words:
    told = (_with(t("• {unit}", unit=reached(row)), notes.of(row.source)) for row in call.contacts)
    return lines(t("\n<b>Whom to ask</b>"), *told)


def _with(told: Words, note: Words) -> Words:
    return joined([told, note], " ")
