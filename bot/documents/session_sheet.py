"""The sessions of a year as a workbook (.xlsx), with headings in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass

import orjson

from bot.documents.document import Document, MadeFile, file_name
from bot.documents.registry import document
from bot.documents.workbook import XLSX, Cell, Tab, spelt, workbook
from bot.screens.consulting import kind_name, topic_name, way_name
from bot.words import Words, t
from programme.seoul import seoul_time
from services.session_overview import Sum, YearSheet
from storage.consultants import Calling
from storage.session_overview import YearSession
from storage.sessions import State


@document("session_sheet")
@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSheet(Document):
    """`tabs`: JSON, [name, rows with the headings first] of each sheet, in words already: names and codes are read where the facts are."""

    name: str
    tabs: str

    def made(self, language: str) -> MadeFile:  # noqa: ARG002 - written when it was asked for
        return MadeFile(name=file_name(self.name, ".xlsx"), content=workbook(orjson.loads(self.tabs)), media_type=XLSX)


def session_sheet(found: YearSheet, language: str) -> SessionSheet:
    tabs = [
        Tab(name=t("Sessions"), heads=_HEADS, rows=tuple(_row(one) for one in found.sessions)),
        _summed(t("By firm"), t("Firm"), [(one.name or t("(deleted)"), one) for one in found.by_firm]),
        _summed(t("By topic"), t("Topic"), [(topic_name(one.name), one) for one in found.by_topic]),
        _summed(t("By consultant"), t("Consultant"), [(one.name, one) for one in found.by_consultant]),
    ]
    return SessionSheet(name=t("sessions {year}", year=str(found.year)).in_(language), tabs=spelt(tabs, language))


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
