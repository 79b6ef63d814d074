"""The person's side of announcements: the buttons below one, and which kinds they get."""

from typing import assert_never

from bot import routes
from bot.home import home
from bot.routes import on_tap
from bot.screens import announcement_choices as screens
from bot.screens import announcement_leads
from bot.screens.announcement_choice_taps import DoWithout, FollowButton, ShowWhatIGet, TurnCategory
from bot.screens.screen import Screen
from bot.turn import Shown, Turn
from services.announcement_choices import (
    CannotBeTurnedOff,
    ChooseWhatIGet,
    LeadsNowhere,
    LeadsTo,
    OnlyATest,
    SeeWhatIGet,
    TapAnnouncement,
    WhatIGet,
)


@on_tap(FollowButton)
async def follow(turn: Turn, wish: FollowButton) -> Shown:
    match await TapAnnouncement(by=turn.person.id, announcement=wish.announcement, place=wish.place)(turn.work):
        case LeadsTo(leads=leads):
            return await _led(turn, leads) or await home(turn, screens.leads_nowhere())
        case LeadsNowhere():
            return await home(turn, screens.leads_nowhere())
        case outcome:
            assert_never(outcome)


async def _led(turn: Turn, leads: str) -> Shown | None:
    tap = announcement_leads.way(leads)
    handler = routes.tap_handler(type(tap)) if tap is not None else None
    return await handler(turn, tap) if handler is not None else None


@on_tap(DoWithout)
async def do_without(turn: Turn, wish: DoWithout) -> Screen:
    deed = ChooseWhatIGet(by=turn.person.id, category=wish.category, on=False, under=wish.announcement)
    return screens.turned_off(wish.category, await deed(turn.work))


@on_tap(ShowWhatIGet)
async def show_what_i_get(turn: Turn, wish: object) -> Screen:
    return screens.ticks(await SeeWhatIGet(person=turn.person.id)(turn.work))


@on_tap(TurnCategory)
async def turn_category(turn: Turn, wish: TurnCategory) -> Screen:
    match await ChooseWhatIGet(by=turn.person.id, category=wish.category, on=wish.on)(turn.work):
        case WhatIGet() as found:
            return screens.ticks(found, screens.turned(wish.category, on=wish.on))
        case CannotBeTurnedOff() | OnlyATest():
            return screens.ticks(await SeeWhatIGet(person=turn.person.id)(turn.work))
        case outcome:
            assert_never(outcome)
