"""The sessions of a year as a workbook (.xlsx), with headings in the reader's language."""

from collections.abc import Sequence

from bot.documents.workbook import Cell, Tab, Workbook, workbook
from bot.screens.consulting import kind_name, topic_name, way_name
from bot.words import Words, t
from programme.seoul import seoul_time
from services.session_overview import Sum, YearSheet
from storage.consultants import Calling
from storage.session_overview import YearSession
from storage.sessions import State


def session_sheet(found: YearSheet, language: str) -> Workbook:
    tabs = [
        Tab(name=t("Sessions"), heads=_HEADS, rows=tuple(_row(one) for one in found.sessions)),
        _summed(t("By firm"), t("Firm"), [(one.name or t("(deleted)"), one) for one in found.by_firm]),
        _summed(t("By topic"), t("Topic"), [(topic_name(one.name), one) for one in found.by_topic]),
        _summed(t("By consultant"), t("Consultant"), [(one.name, one) for one in found.by_consultant]),
    ]
    return workbook(t("sessions {year}", year=str(found.year)), tabs, language)


_HEADS = (
    t("No."),
    t("Day"),
    t("Start"),
    t("Minutes"),
    t("Kind"),
    t("Consultant"),
    t("Consortium"),
    t("Shop"),
    t("Topic"),
    t("How"),
    t("What became of it"),
    t("Stars"),
    t("Shared note"),
)


def _row(one: YearSession) -> tuple[Cell | Words, ...]:
    local = seoul_time(one.starts_at)
    return (
        one.session,
        t("{on:date}", on=one.starts_at),
        f"{local:%H:%M}",
        one.minutes if one.state is State.DONE else 0,
        kind_name(Calling(one.calling)),
        one.consultant_name,
        one.consortium,
        one.shop,
        topic_name(one.topic),
        way_name(one.way),
        _became(one.state),
        one.stars,
        one.shared,
    )


def _became(state: State) -> Words:
    return {State.DONE: t("took place"), State.MISSED: t("missed by the member")}.get(state, t("not given"))


def _summed(name: Words, head: Words, sums: Sequence[tuple[str | Words, Sum]]) -> Tab:
    rows = tuple((named, one.sessions, one.minutes, f"{one.minutes // 60}:{one.minutes % 60:02d}") for named, one in sums)
    return Tab(name=name, heads=(head, t("Sessions"), t("Minutes"), t("Hours")), rows=rows)
