"""The result of a pre-check: the verdict, then rule by rule, with where each rule stands. For reference: a person decides."""

from dataclasses import dataclass

from bot.screens import rules
from bot.screens.event_taps import ShowEvents
from bot.screens.next_steps import ASK_A_PERSON, CALLS, CHECK
from bot.screens.remedies import advice
from bot.screens.result_taps import AskToDelete, ChangeAnswer, CheckOther, EstimateFor
from bot.screens.screen import Button, Link, Screen, beside, button, column
from bot.screens.taps import ShowMyResults
from bot.screens.ways import HOME
from bot.screens.wording import Footnotes, cited, reached, worded
from bot.words import Words, joined, lines, t, verbatim
from programme.call import Call
from programme.eligibility import Assessment, Finding, Overall, Remedy, Verdict
from programme.event_kinds import EventKind


@dataclass(frozen=True, kw_only=True)
class Card:
    """`token` opens it again. `open_questions`: how many the call still needs an answer to."""

    token: str
    assessment: Assessment
    open_questions: int = 0


def mine(card: Card) -> Screen:
    return Screen(words=_card(card), rows=_my_ways(card))


def shared(card: Card) -> Screen:
    """The same without anything that belongs to the person who shared it."""
    intro = t("Somebody shared the result of a check with you.\n")
    return Screen(words=lines(intro, _card(card)), rows=column([_check_your_own(), CALLS, HOME]))


def _check_your_own() -> Button:
    return Button(label=t("✅ Check for your own shops"), tap=CHECK.tap)


def _my_ways(card: Card) -> tuple[tuple[Button, ...], ...]:
    share = Button(
        label=t("📤 Share this result"),
        shares=Link(f"r_{card.token}"),
        shared_words=t("Can we apply? Look at our check: {verdict}", verdict=verdict(card.assessment.overall)),
    )
    answer = t("✏️ Answer what is open") if card.open_questions else t("✏️ Change an answer")
    return (
        (button(t("💰 Estimate the subsidy"), EstimateFor(card.token)),),
        *_briefings(card),
        (share,),
        beside(button(answer, ChangeAnswer(card.token)), button(t("🔁 Check another call"), CheckOther(card.token))),
        (ASK_A_PERSON,),
        beside(button(t("📁 My results"), ShowMyResults()), button(t("🗑 Delete this result"), AskToDelete(card.token))),
        (HOME,),
    )


def _briefings(card: Card) -> tuple[tuple[Button, ...], ...]:
    """Where one that had to be attended was not."""
    missed = any(one.remedy is Remedy.ATTEND_BRIEFING for one in card.assessment.findings)
    return ((button(t("📅 Briefings to come"), ShowEvents(EventKind.BRIEFING.value)),),) if missed else ()


def _card(card: Card) -> Words:
    found, notes = card.assessment, Footnotes()
    met = tuple(_line(found.call, finding, notes) for finding in found.findings if finding.verdict is Verdict.PASS)
    others = [_line(found.call, finding, notes) for finding in found.findings if finding.verdict is not Verdict.PASS]
    return lines(
        t("<b>{verdict}</b>", verdict=verdict(found.overall)),
        _counted(found),
        t("By the rules of {call}, looked at on {on:date}.\n", call=worded(found.call.title), on=found.on),
        *others,
        t("<blockquote expandable>{met:lines}</blockquote>", met=met) if met else None,
        _contacts(found),
        verbatim(""),
        notes.listed(),
        t("<b>For reference only – a person decides.</b> Nobody is turned away here: whether you apply is up to you."),
    )


def verdict(overall: Overall) -> Words:
    match overall:
        case Overall.LOOKS_ELIGIBLE:
            return t("It looks as if you can apply.")
        case Overall.LOOKS_INELIGIBLE:
            return t("As it stands, something is missing.")
        case Overall.A_PERSON_MUST_CHECK:
            return t("Something is still open: a person must check it.")


def _counted(found: Assessment) -> Words:
    by_verdict = [[f for f in found.findings if f.verdict is verdict] for verdict in Verdict]
    met, failed, unknown = (len(findings) for findings in by_verdict)
    return t("✓ {met} met · ✗ {failed} not met · ? {unknown} open", met=met, failed=failed, unknown=unknown)


def _line(call: Call, finding: Finding, notes: Footnotes) -> Words:
    told = finding.remedy not in (None, Remedy.ANSWER)
    remedy = t("→ {advice}", advice=advice(finding.remedy)) if finding.remedy and told else None
    return lines(
        _marked(finding.verdict, rule=rules.name(finding.rule), answer=rules.answered(call, finding)),
        t("{wanted} {note}", wanted=rules.wanted(call, finding), note=notes.of(finding.source)),
        remedy,
    )


def _marked(verdict: Verdict, *, rule: Words, answer: Words) -> Words:
    match verdict:
        case Verdict.PASS:
            return t("✓ <b>{rule}</b>: {answer}", rule=rule, answer=answer)
        case Verdict.FAIL:
            return t("✗ <b>{rule}</b> – not met: {answer}", rule=rule, answer=answer)
        case Verdict.UNKNOWN:
            return t("? <b>{rule}</b> – open: {answer}", rule=rule, answer=answer)


def _contacts(found: Assessment) -> Words | None:
    """Whom to ask about what is not met or open, each unit once."""
    units = dict.fromkeys(finding.ask for finding in found.findings if finding.ask is not None)
    if not units:
        return None
    return t("\nWhom to ask: {units}", units=joined([reached(contact) for contact in units], " · "))


# -- failing early


def not_met(finding: Finding) -> Words:
    return t("This rule is not met as it stands: {rule}", rule=rules.name(finding.rule))


def why_it_fails(call: Call, finding: Finding) -> Words:
    ask = t("• Ask: {unit}", unit=reached(finding.ask)) if finding.ask else None
    remedy = t("• What would change it: {advice}", advice=advice(finding.remedy)) if finding.remedy else None
    return lines(
        t("• Your answer: {answer}", answer=rules.answered(call, finding)),
        t("• The rule: {wanted}", wanted=rules.wanted(call, finding)),
        t("• Source: {source}", source=cited(finding.source)),
        remedy,
        ask,
        t("\nYou can go on in any case: a person checks every application."),
    )


def change_this() -> Words:
    return t("✏️ Change the answer")


def go_on() -> Words:
    return t("Go on anyway")


def stop_here() -> Words:
    return t("Stop, show the result")


def what_to_change() -> Words:
    return t("What would you like to change?")


def show_result() -> Words:
    return t("Show the result")
