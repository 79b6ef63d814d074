"""Events, on the people's side: what is on, one of them, its place, its calendar file."""

import re

from bot.routes import on_command, on_link, on_tap
from bot.screens import event_answers, event_lists
from bot.screens import registration_questions as calendar
from bot.screens.event_page import details, place_of, place_shown
from bot.screens.event_taps import (
    KINDS,
    AskEventCalendar,
    ChooseGu,
    ChooseKind,
    ChooseMonth,
    ShowEvent,
    ShowEvents,
    ShowMyEvents,
    ShowPlace,
)
from bot.screens.screen import Screen
from bot.taps import numbered
from bot.turn import Turn
from programme.districts import District
from services.event_calendars import EventCalendar
from services.event_lists import EventsForMe, Limits, MyEvents, WhatToChoose
from services.event_pages import SeeEvent

_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")


@on_command("events")
async def come_by_command(turn: Turn, wish: object) -> Screen:
    return await show_all(turn, ShowEvents())


@on_tap(ShowEvents)
async def show_all(turn: Turn, wish: ShowEvents) -> Screen:
    """Limits that were forged are none."""
    asked = ShowEvents(*_fit(wish.kind, wish.gu, wish.month), page=wish.page)
    return event_lists.on_for_me(await EventsForMe(person=turn.person.id, limits=_limits(asked), page=asked.page)(turn.work), asked)


def _fit(kind: str, gu: str, month: str) -> tuple[str, str, str]:
    return kind if kind in KINDS else "", gu if gu in set(District) else "", month if _MONTH.fullmatch(month) else ""


def _limits(wish: ShowEvents) -> Limits:
    return Limits(kind=wish.kind or None, gu=wish.gu or None, month=wish.month or None)


@on_tap(ChooseKind)
async def choose_kind(turn: Turn, wish: ChooseKind) -> Screen:
    _, gu, month = _fit("", wish.gu, wish.month)
    found = await WhatToChoose(person=turn.person.id, limits=Limits(gu=gu or None, month=month or None))(turn.work)
    return event_lists.which_kind(found, ChooseKind(gu, month))


@on_tap(ChooseGu)
async def choose_gu(turn: Turn, wish: ChooseGu) -> Screen:
    kind, _, month = _fit(wish.kind, "", wish.month)
    found = await WhatToChoose(person=turn.person.id, limits=Limits(kind=kind or None, month=month or None))(turn.work)
    return event_lists.which_gu(found, ChooseGu(kind, month))


@on_tap(ChooseMonth)
async def choose_month(turn: Turn, wish: ChooseMonth) -> Screen:
    kind, gu, _ = _fit(wish.kind, wish.gu, "")
    found = await WhatToChoose(person=turn.person.id, limits=Limits(kind=kind or None, gu=gu or None))(turn.work)
    return event_lists.which_month(found, ChooseMonth(kind, gu))


@on_tap(ShowMyEvents)
async def show_mine(turn: Turn, wish: ShowMyEvents) -> Screen:
    found = await MyEvents(person=turn.person.id, past=wish.past, page=wish.page)(turn.work)
    return event_lists.mine(found, past=wish.past)


@on_link("ev")
async def come_by_link(turn: Turn, rest: str) -> Screen:
    return await _page(turn, numbered(rest) or 0)


@on_tap(ShowEvent)
async def show_one(turn: Turn, wish: ShowEvent) -> Screen:
    return await _page(turn, wish.event)


async def _page(turn: Turn, number: int) -> Screen:
    seen = await SeeEvent(person=turn.person.id, event=number)(turn.work)
    return details(seen, photo=True) if seen is not None else event_answers.no_such_event()


@on_tap(ShowPlace)
async def show_place(turn: Turn, wish: ShowPlace) -> Screen:
    seen = await SeeEvent(person=turn.person.id, event=wish.event)(turn.work)
    if seen is None:
        return event_answers.no_such_event()
    return place_shown(seen) if place_of(seen.event) is not None else details(seen)


@on_tap(AskEventCalendar)
async def into_the_calendar(turn: Turn, wish: AskEventCalendar) -> Screen:
    entry = await EventCalendar(person=turn.person.id, event=wish.event)(turn.work)
    if entry is None:
        return await _page(turn, wish.event)
    return calendar.as_file(entry, turn.work.now)
