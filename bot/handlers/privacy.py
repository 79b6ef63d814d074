"""What is kept about a person, and deleting it."""

from typing import assert_never

from bot.dialogue import drafting
from bot.routes import on_command, on_tap
from bot.screens import privacy
from bot.screens.privacy_taps import AskOnceMore, AskToForget, Forget
from bot.screens.screen import Screen
from bot.screens.taps import ShowPrivacy
from bot.turn import Turn
from services.privacy import ForgetPerson, Forgotten, StillLeads, ToBeForgotten, WhatGoes


@on_command("privacy")
@on_tap(ShowPrivacy)
async def show(turn: Turn, wish: object) -> Screen:
    return privacy.page()


@on_tap(AskToForget)
async def ask_to_forget(turn: Turn, wish: AskToForget) -> Screen:
    found = await _what_goes(turn)
    return privacy.first_hand_over(found.led) if found.led else privacy.what_goes(found)


@on_tap(AskOnceMore)
async def ask_once_more(turn: Turn, wish: AskOnceMore) -> Screen:
    found = await _what_goes(turn)
    return privacy.first_hand_over(found.led) if found.led else privacy.really_forget()


@on_tap(Forget)
async def forget(turn: Turn, wish: Forget) -> Screen:
    match await ForgetPerson(by=turn.person.id)(turn.work):
        case StillLeads(consortia=led):
            return privacy.first_hand_over(led)
        case Forgotten():
            for draft in tuple(turn.desk.drafts):
                drafting.throw_away(turn, draft)
            return privacy.forgotten()
        case outcome:
            assert_never(outcome)


async def _what_goes(turn: Turn) -> ToBeForgotten:
    return await WhatGoes(person=turn.person.id)(turn.work)
