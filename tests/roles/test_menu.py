"""The menu of commands in the chats of those who have a role of the office, and in nobody else's."""

from typing import cast

import pytest
from telegram.error import RetryAfter

from bot.screens.menu import OF_THE_OFFICE
from bot.screens.screen import Screen
from bot.wire.display import Display
from bot.wire.line import Line
from bot.wire.sheets import sheets
from bot.words import t
from tests.roles.test_letting_in import _invites, boss

__all__ = ["boss"]


def menu(town, person, language=""):
    found = town.emulator.profile.commands.get((f"chat:{person.person.id}", language))
    return None if found is None else {one["command"]: one["description"] for one in found}


def calls(town, *methods):
    return [call.method for call in town.emulator.calls if call.method in methods]


async def test_a_role_brings_its_command_and_its_end_takes_it_away(town, boss, owner):
    assert "today" in menu(town, boss)
    await owner.starts(await _invites(boss, "Coordinator", ">Jung", "All of Seoul", "Both tracks", "Until taken away"))
    assert menu(town, owner) is None
    await owner.taps("✅ I take part")
    assert list(menu(town, owner))[:2] == ["start", "today"]
    assert "status" not in menu(town, owner)
    await boss.taps("👤 See the role", "🚫 Take the role away", "🚫 Yes, take it away")
    owner.sees("Your role in the office has ended")
    assert menu(town, owner) is None


async def test_whoever_keeps_another_role_keeps_the_command(town, boss, owner):
    for role, rest in (("Coordinator", ("All of Seoul", "Both tracks", "Until taken away")), ("Auditor", ("One year",))):
        await owner.starts(await _invites(boss, role, ">Jung", *rest))
        await owner.taps("✅ I take part")
        await boss.taps("🏠 Home")
    await boss.taps("🗂 Office", "👥 People of the office", "Auditor: Jung", "🚫 Take the role away", "🚫 Yes, take it away")
    assert "today" in menu(town, owner)


async def test_it_speaks_the_language_of_the_chat(town, boss):
    english = menu(town, boss)["today"]
    await boss.sends("/language")
    await boss.taps("한국어")
    assert menu(town, boss)["today"] != english


async def test_everybody_else_has_the_menu_of_all_and_costs_no_call(town, owner):
    await owner.starts()
    await owner.sends("/language")
    await owner.taps("한국어")
    assert menu(town, owner) is None
    assert calls(town, "setMyCommands", "deleteMyCommands") == []


@pytest.mark.parametrize("times", [1, 3])
async def test_each_start_is_one_call(town, boss, times):
    before = len(calls(town, "setMyCommands"))
    for _ in range(times):
        await boss.starts()
    assert len(calls(town, "setMyCommands")) == before + times


class DeafToMenus(Line):
    """A line on which messages arrive and menus do not."""

    def __init__(self):
        self.heard = []

    async def call(self, method, payload, **_):
        self.heard.append(method)
        if method == "setMyCommands":
            raise RetryAfter(3)
        return {"message_id": 7}


async def test_a_menu_that_telegram_does_not_take_holds_up_no_message():
    line = DeafToMenus()
    sheet = sheets(Screen(words=t("Home"), menu=OF_THE_OFFICE), "en", "golmok_bot")[-1]
    assert await Display(cast("Line", line)).send(1, sheet) == 7
    assert line.heard == ["sendMessage", "setMyCommands"]
