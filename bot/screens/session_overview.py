"""The office's view of sessions: hours of a year, logs that are missing, sides that differ, and a sheet of all of it."""

from bot.dialogue.taps import BeginStory
from bot.documents.session_sheet import session_sheet
from bot.screens.consultant_taps import ShowConsultants
from bot.screens.consulting import topic_name
from bot.screens.letters_session_after import says_what, what_it_means
from bot.screens.office_taps import ShowOffice
from bot.screens.page_row import page_row
from bot.screens.record_ways import record_of
from bot.screens.screen import Button, Screen, button, column
from bot.screens.session_overview_taps import Decide, ExportSessions, ShowDispute, ShowDisputes, ShowOverview, ShowUnlogged, WantToDecide
from bot.screens.today_ways import TODAY
from bot.screens.ways import HOME
from bot.screens.wording import worded
from bot.words import Words, joined, lines, t, tn, verbatim
from programme.districts import District
from services.record_cases import Case
from services.session_disputes import Decided, Dispute, DisputePage, Verdict
from services.session_overview import Grouping, Overview, Sum, Unlogged, UnloggedPage, YearSheet

OVERVIEW = button(t("📊 Sessions and hours"), ShowOverview())
GRANT = button(t("➕ Grant more sessions"), BeginStory("grant_sessions"))
_CONSULTANTS = button(t("◀ Consultants"), ShowConsultants())


def overview(found: Overview) -> Screen:
    return Screen(
        words=lines(
            t("<b>📊 Sessions of {year}</b>", year=str(found.year)),
            _limit(found.gus),
            t("Took place: {sum}", sum=amount(found.whole)),
            t("Missed by the member: {n}", n=found.missed) if found.missed else None,
            t("Not given: {n}", n=found.not_given) if found.not_given else None,
            t("\n<b>{by}</b>", by=grouping_name(found.grouping)),
            *_sums(found),
            t("\n<i>Mediation counts for its topic alone.</i>") if found.grouping is not Grouping.TOPIC else None,
        ),
        rows=(
            tuple(_grouped(found, one) for one in Grouping if one is not found.grouping),
            *page_row(found.page, more=found.more, to=lambda page: ShowOverview(found.year, found.grouping, page)),
            *_years(found),
            *column(_ways(found)),
        ),
    )


def _limit(gus: frozenset[str] | None) -> Words | None:
    """A mediation tells nobody where its member is, so it counts for who sees all of Seoul."""
    if gus is None:
        return None
    named = joined([worded(District(gu).wording) for gu in sorted(gus)], ", ")
    return t("Only of shops in {gus}, as far as your role reaches; no mediation.", gus=named)


def _sums(found: Overview) -> tuple[Words, ...]:
    if not found.sums:
        return (t("No session has taken place yet. Once both sides have said so, its hours stand here."),)
    return tuple(t("• {name}: {sum}", name=name_of(found.grouping, one), sum=amount(one)) for one in found.sums)


def name_of(grouping: Grouping, one: Sum) -> Words:
    if grouping is Grouping.TOPIC:
        return topic_name(one.name)
    return verbatim(one.name) if one.name else t("(deleted)")


def amount(one: Sum) -> Words:
    hours, minutes = divmod(one.minutes, 60)
    return tn(
        "{count} session, {hours} h {minutes} min", "{count} sessions, {hours} h {minutes} min", one.sessions, hours=hours, minutes=minutes
    )


def grouping_name(grouping: Grouping) -> Words:
    return {Grouping.FIRM: t("By firm"), Grouping.TOPIC: t("By topic"), Grouping.CONSULTANT: t("By consultant")}[grouping]


def _grouped(found: Overview, grouping: Grouping) -> Button:
    return button(grouping_name(grouping), ShowOverview(found.year, grouping))


def _years(found: Overview) -> tuple[tuple[Button, ...], ...]:
    others = [year for year in found.years if year != found.year][:3]
    return (tuple(button(verbatim(str(year)), ShowOverview(year, found.grouping)) for year in others),) if others else ()


def _ways(found: Overview) -> list[Button]:
    if not found.coordinates:
        return [button(t("◀ The office"), ShowOffice()), HOME]
    disputed = button(t("⚖️ To decide: {n}", n=found.disputed), ShowDisputes())
    unlogged = button(tn("📝 {count} log missing", "📝 {count} logs missing", found.without_log), ShowUnlogged())
    return [
        *([disputed] if found.disputed else []),
        *([unlogged] if found.without_log else []),
        button(t("📥 As an Excel sheet"), ExportSessions(found.year)),
        GRANT,
        _CONSULTANTS,
        HOME,
    ]


def unlogged(found: UnloggedPage) -> Screen:
    hint = None if found.sessions else t("Every session that is over has its log.")
    return Screen(
        words=lines(
            t("<b>Sessions without a log</b>"),
            hint,
            *(_unlogged_line(one) for one in found.sessions),
            t("\nEach consultant is reminded once, two days after the session. A tap on a name writes to them.")
            if found.sessions
            else None,
        ),
        rows=(*page_row(found.page, more=found.more, to=ShowUnlogged), *column([OVERVIEW, TODAY, HOME])),
    )


def _unlogged_line(one: Unlogged) -> Words:
    return t(
        '• No. {n}, {at:datetime}: <a href="tg://user?id={id}">{name}</a>',
        n=one.session,
        at=one.starts_at,
        name=one.name,
        id=one.consultant,
    )


def disputes(found: DisputePage) -> Screen:
    hint = None if found.disputes else t("About no session the two sides differ.")
    return Screen(
        words=lines(t("<b>⚖️ To decide</b>"), hint, *(_dispute_line(one) for one in found.disputes)),
        rows=(
            *column([button(t("⚖️ No. {n}", n=one.session.id), ShowDispute(one.session.id)) for one in found.disputes]),
            *page_row(found.page, more=found.more, to=ShowDisputes),
            *column([OVERVIEW, HOME]),
        ),
    )


def _dispute_line(one: Dispute) -> Words:
    return t("• No. {n}, {at:datetime}, {name}", n=one.session.id, at=one.session.starts_at, name=one.name)


def dispute(one: Dispute) -> Screen:
    session = one.session
    return Screen(
        words=lines(
            t("<b>⚖️ Session No. {n}, {at:datetime}–{end:time}</b>", n=session.id, at=session.starts_at, end=session.ends_at),
            t("Consultant: {name}", name=one.name),
            t("Member: {shop}", shop=one.shop) if one.shop else None,
            t("🕊 A mediation: who the member is stays between the two.") if session.confidential else topic_name(session.topic),
            says_what(one.absence.absent),
            *_ways_to_ask(one),
            t("\nIf need be, ask both before you decide. Both are told what you decide, and it cannot be undone."),
        ),
        rows=column(
            [
                *(button(verdict_name(verdict), WantToDecide(session.id, verdict)) for verdict in Verdict),
                button(t("◀ All to decide"), ShowDisputes()),
                record_of(Case.SESSION, session.id),
                HOME,
            ]
        ),
    )


def _ways_to_ask(one: Dispute) -> tuple[Words | None, ...]:
    """Telegram links whoever has spoken to this bot."""
    return (
        t('<a href="tg://user?id={id}">✉️ Write to the consultant on Telegram</a>', id=one.consultant) if one.consultant else None,
        t('<a href="tg://user?id={id}">✉️ Write to the member on Telegram</a>', id=one.member) if one.member else None,
    )


def shall_it_be(one: Dispute, verdict: Verdict) -> Screen:
    number = one.session.id
    return Screen(
        words=lines(
            t("<b>Decide: {verdict}?</b>", verdict=verdict_name(verdict)),
            t("Session No. {n}, {at:datetime}", n=number, at=one.session.starts_at),
            what_it_means(verdict),
            t("Both are told at once, and it cannot be undone."),
        ),
        rows=column([button(t("✅ Yes, decide it so"), Decide(number, verdict)), button(t("◀ Look again"), ShowDispute(number)), HOME]),
    )


def verdict_name(verdict: Verdict) -> Words:
    return {
        Verdict.DONE: t("☑ It took place"),
        Verdict.MISSED: t("The member missed it"),
        Verdict.NOT_GIVEN: t("It was not given"),
    }[verdict]


def decided(outcome: Decided) -> Screen:
    return Screen(
        words=lines(
            t("<b>Decided: {verdict}.</b>", verdict=verdict_name(outcome.verdict)),
            t("Both sides of the session on {at:datetime} are told.", at=outcome.session.starts_at),
        ),
        rows=column([button(t("◀ All to decide"), ShowDisputes()), OVERVIEW, TODAY, HOME]),
    )


def nothing_open() -> Screen:
    return Screen(
        words=t("Nothing is to be decided about this session any more."),
        rows=column([button(t("◀ All to decide"), ShowDisputes()), OVERVIEW, TODAY, HOME]),
    )


def as_sheet(found: YearSheet, language: str) -> Screen:
    return Screen(
        words=lines(
            t("<b>The sessions of {year} stand in the file above.</b>", year=str(found.year)),
            _limit(found.gus),
            t("Four sheets: each session, and the hours by firm, topic and consultant. Of mediations only the topic and its hours."),
            t("It names shops and people: keep it in the office."),
        ),
        rows=column([OVERVIEW, HOME]),
        documents=(session_sheet(found, language),),
        stays=True,
    )
