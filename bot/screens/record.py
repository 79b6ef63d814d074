"""The record of what was done, in words: when, who, what, how it ended and why."""

from datetime import date

from bot.screens import month_calendar
from bot.screens.audit_cases import case_name, subject_words
from bot.screens.audit_outcomes import outcome_words
from bot.screens.audit_words import deed_name, why_words
from bot.screens.exports import sure_to_take
from bot.screens.page_row import page_row
from bot.screens.record_taps import (
    AskForRecord,
    ChooseCase,
    ChooseDay,
    ChooseKind,
    ChoosePerson,
    ShowRecord,
    TakeRecord,
    VerifyRecordNow,
)
from bot.screens.roles import called
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, verbatim
from services.record import OFFICE_ITSELF, CasesToChoose, Filter, PeopleToChoose, RecordPage, Whose
from services.record_cases import Case
from storage.audit_reading import AuditEntry
from storage.roles import Grant


def page(found: RecordPage) -> Screen:
    now = found.wanted
    return Screen(
        words=lines(
            t("<b>📜 Record of what was done</b>"),
            _filtered(now, found.whose),
            t(
                "Your role is for some gu, or one track, alone: here is what you did yourself. All about an event, a shop or a consortium "
                "of yours you find under “📂 Which”."
            )
            if found.limited
            else None,
            *(_line(one, found.people) for one in found.entries),
            None if found.entries else t("\nNothing was done that fits."),
            t("\nWhat is older: choose its day, or take the file.") if found.oldest else None,
        ),
        rows=(
            *page_row(found.page, more=found.more, to=lambda there: ShowRecord(*_parts(now), there)),
            (*_filters(now),),
            *column(
                [
                    *([button(t("✖️ Everything again"), ShowRecord())] if now != Filter() else []),
                    *([button(t("📥 As an Excel sheet"), AskForRecord(*_parts(now)))] if found.entries else []),
                    button(t("🔏 Is the record whole?"), VerifyRecordNow()),
                    HOME,
                ]
            ),
        ),
    )


def _parts(now: Filter) -> tuple[int, Case, int, int]:
    return now.grant, now.case, now.number, now.day


def _filters(now: Filter) -> tuple[Button, ...]:
    return (
        button(t("👤 Who"), ChoosePerson(*_parts(now))),
        button(t("📂 Which"), ChooseKind(*_parts(now))),
        button(t("📆 Day"), ChooseDay(*_parts(now))),
    )


def _filtered(now: Filter, whose: Grant | None) -> Words | None:
    if now == Filter(day=now.day) and now.date is None:
        return None
    return lines(
        t("Who: {name}", name=_filtered_by(now, whose)) if now.grant else None,
        t("On what: {subject}", subject=subject_words(now.on) or verbatim("")) if now.on is not None else None,
        t("Day: {day:date}", day=now.date) if now.date is not None else None,
    )


def _filtered_by(now: Filter, whose: Grant | None) -> Words:
    if now.grant == OFFICE_ITSELF:
        return t("the office itself")
    return called(whose) if whose is not None else t("nobody")


def _line(one: AuditEntry, people: Whose) -> Words:
    return t(
        "\n{at:datetime} · {who}\n{deed}: {outcome}",
        at=one.at,
        who=who(one, people),
        deed=what(one),
        outcome=ended(one),
    )


def what(one: AuditEntry) -> Words:
    subject = subject_words(one.on)
    return t("{deed} ({subject})", deed=deed_name(one.did), subject=subject) if subject is not None else deed_name(one.did)


def ended(one: AuditEntry) -> Words:
    outcome, why = outcome_words(one.did, one.outcome), why_words(one.did, one.why)
    return t("{outcome}, {why}", outcome=outcome, why=why) if why is not None else outcome


def who(one: AuditEntry, people: Whose) -> Words:
    if one.who is None:
        return t("the office itself")
    if one.who in people.names:
        return verbatim(people.names[one.who]) if people.names[one.who] else t("an owner of the office, without a name")
    return t("a consultant") if one.who in people.advise else t("a member")


def people(found: PeopleToChoose, now: Filter) -> Screen:
    _, case, number, day = _parts(now)
    return Screen(
        words=t("<b>Whose deeds?</b>\nPeople of the office, also those who have left. Members are never listed."),
        rows=column(
            [
                *(button(called(one), ShowRecord(one.id, case, number, day)) for one in found.grants),
                button(t("🤖 The office itself"), ShowRecord(OFFICE_ITSELF, case, number, day)),
                button(t("◀ The record"), ShowRecord(*_parts(now))),
            ]
        ),
    )


def kinds(now: Filter) -> Screen:
    kinds_ = [button(case_name(case), ChooseCase(now.grant, case, 0, now.day)) for case in Case if case is not Case.ANY]
    pairs = [tuple(kinds_[at : at + 2]) for at in range(0, len(kinds_), 2)]
    return Screen(
        words=t("<b>On what?</b>"),
        rows=(*pairs, *column([button(t("◀ The record"), ShowRecord(*_parts(now)))])),
    )


def cases(found: CasesToChoose, now: Filter) -> Screen:
    shown = [button(t("No. {n}", n=number), ShowRecord(now.grant, found.case, number, now.day)) for number in found.numbers]
    triples = [tuple(shown[at : at + 3]) for at in range(0, len(shown), 3)]
    hint = t("Those something was done to lately.") if shown else t("Nothing was done to any of them lately.")
    return Screen(
        words=lines(t("<b>{kind}: which one?</b>", kind=case_name(found.case)), hint),
        rows=(
            *triples,
            *column([button(t("◀ Another kind"), ChooseKind(*_parts(now))), button(t("◀ The record"), ShowRecord(*_parts(now)))]),
        ),
    )


def days(now: Filter, month: date, today: date) -> Screen:
    """No day to come."""
    grant, case, number, _ = _parts(now)
    rest = ChooseDay(*_parts(now), _month(month))

    def cell(day: date) -> Button:
        chosen = ShowRecord(grant, case, number, int(f"{day:%Y%m%d}"))
        return button(month_calendar.plain(day), chosen) if day <= today else button(verbatim("·"), rest)

    on = month_calendar.neighbours(month)[1] <= today
    turning = month_calendar.turning(month, lambda there: ChooseDay(*_parts(now), _month(there)), back=True, on=on)
    return Screen(
        words=t("<b>Which day?</b> {month:month}", month=month),
        rows=(*month_calendar.grid(month, cell, rest=rest), turning, (button(t("◀ The record"), ShowRecord(*_parts(now))),)),
    )


def _month(month: date) -> int:
    return int(f"{month:%Y%m}")


def sure(now: Filter) -> Screen:
    return sure_to_take(t("Record"), yes=TakeRecord(*_parts(now)), back=button(t("◀ The record"), ShowRecord(*_parts(now))))


def not_yours() -> Screen:
    return Screen(words=t("The record is read by the office alone. You find everything of yours at home."), rows=((HOME,),))
