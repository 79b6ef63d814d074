"""Reporting a card, and the office's list of reported ones."""

from bot.screens import finder_cards as cards
from bot.screens.finder_taps import Judge, NotForMe, Report, ShowOther, ShowReport, ShowReports
from bot.screens.office_only import refused as refused_by_role
from bot.screens.page_row import page_row
from bot.screens.record_ways import record_of
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, joined, lines, t
from services.coordinators import Forbidden
from services.finder_reports import Reason, ReportPage, Verdict
from services.record_cases import Case
from storage.finder_reports import Reported


def why(mine: int, other: int) -> Screen:
    return Screen(
        words=lines(
            t("<b>🚩 What is wrong with this card?</b>"),
            t("The office looks at it. The other shop does not learn who reported it, and you are not shown the card again."),
        ),
        rows=column(
            [
                *(button(reason_name(reason), Report(mine, other, reason)) for reason in Reason),
                button(t("Nothing, it is just not for me"), NotForMe(mine, other)),
                button(t("◀ Back"), ShowOther(mine, other)),
                HOME,
            ]
        ),
    )


def reason_name(reason: Reason) -> Words:
    return _REASONS[reason]


def thanks(*, again: bool) -> Words:
    if again:
        return t("You have reported this card already; the office looks at it.")
    return t("🚩 Thank you. The office looks at it, and you are not shown this card again.")


# -- the office


def reports_button(waiting: int) -> Button:
    return button(t("🚩 Reported cards ({n})", n=waiting) if waiting else t("🚩 Reported cards"), ShowReports())


def reports(found: ReportPage, said: Words | None = None) -> Screen:
    above = t("{said}\n", said=said) if said is not None else None
    if not found.reported:
        return Screen(words=lines(above, t("No card is reported or out of sight.")), rows=column([HOME]))
    return Screen(
        words=lines(
            above, t("<b>🚩 Reported cards of the partner finder</b>\nThe longest waiting come first."), *map(_line, found.reported)
        ),
        rows=(*column(map(_opens, found.reported)), *page_row(found.page, more=found.more, to=ShowReports), (HOME,)),
    )


def _line(one: Reported) -> Words:
    return t("\n<b>No. {number}</b> {heading}\n{state}", number=one.card.shop, heading=cards.heading_of(one.card), state=_state(one))


def _opens(one: Reported) -> Button:
    return button(t("No. {number} {heading}", number=one.card.shop, heading=cards.heading_of(one.card)), ShowReport(one.card.shop))


def _state(one: Reported) -> Words:
    told = [t("{reason}: {n}", reason=reason_name(Reason(reason)), n=count) for reason, count in one.reasons]
    if one.card.blocked_at is not None:
        told.append(t("out of sight since {day:date}", day=one.card.blocked_at))
    elif not one.card.seen:
        told.append(t("not shown to anybody just now"))
    return joined(told, " · ")


def report(one: Reported) -> Screen:
    sentence = cards.body_of(one.card) if one.card.shares else t("The owner has taken it down.")
    return Screen(
        words=lines(
            t("<b>No. {number}</b> {heading}", number=one.card.shop, heading=cards.heading_of(one.card)),
            t("<blockquote>{body}</blockquote>", body=sentence),
            _state(one),
            t("\n“Out of sight”: nobody finds it, and its owner is told. “It is fine”: it is shown again."),
        ),
        rows=column([*_verdicts(one), button(t("All reported cards"), ShowReports()), record_of(Case.SHOP, one.card.shop), HOME]),
    )


def _verdicts(one: Reported) -> tuple[Button, ...]:
    block = button(t("🚫 Out of sight"), Judge(one.card.shop, Verdict.BLOCKED))
    fine = button(t("✅ It is fine"), Judge(one.card.shop, Verdict.FINE))
    if one.card.blocked_at is None:
        return block, fine
    return (block, fine) if one.reasons else (fine,)


def judged(verdict: Verdict) -> Words:
    if verdict is Verdict.BLOCKED:
        return t("The card is out of sight.")
    return t("The card is fine. Its reports are settled.")


def nothing_to_judge() -> Words:
    return t("There is nothing to decide any more: a colleague was faster, or the card is gone.")


def not_yours(found: Forbidden | None = None) -> Screen:
    return refused_by_role(found, t("Only the coordinators of the office can see reported cards."))


_REASONS = {
    Reason.CONTACT: t("It tells a phone or address"),
    Reason.NOT_A_SHOP: t("It is no real shop"),
    Reason.RUDE: t("It is rude"),
    Reason.ADVERTISING: t("It is an advertisement"),
    Reason.OTHER: t("Something else"),
}
