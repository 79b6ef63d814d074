"""What the bot says about itself: each scope and language for itself."""

from typing import Any

import pytest

from playground.emulator import Emulator
from playground.hands import Person
from playground.views import chat_view
from tests.playground.conftest import Api


def commands(*names: str) -> list[dict[str, Any]]:
    return [{"command": name, "description": f"about {name}"} for name in names]


def shown(town: Emulator, chat_id: int, person: Person) -> list[str]:
    return [command["command"] for command in chat_view(town, town.chats[chat_id])["commands"][str(person.id)]]


async def test_each_person_sees_the_commands_of_the_narrowest_scope_in_their_language(api: Api, town: Emulator, kim: Person, maya: Person):
    group = town.group("골목 모임", [kim, maya])
    await api.does("setMyCommands", commands=commands("help"))
    await api.does("setMyCommands", commands=commands("start", "help"), scope={"type": "all_private_chats"})
    await api.does("setMyCommands", commands=commands("begin"), scope={"type": "all_private_chats"}, language_code="en")
    await api.does("setMyCommands", commands=commands("office"), scope={"type": "chat", "chat_id": kim.id})
    assert shown(town, kim.id, kim) == ["office"]
    assert shown(town, maya.id, maya) == ["begin"]
    assert shown(town, group.id, kim) == ["help"]
    await api.does("deleteMyCommands", scope={"type": "chat", "chat_id": kim.id})
    assert shown(town, kim.id, kim) == ["start", "help"]


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"commands": [{"command": "Start", "description": "a"}]}, "Bad Request: BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "시작", "description": "a"}]}, "Bad Request: BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "start", "description": ""}]}, "Bad Request: command description must be non-empty"),
        ({"commands": commands("a") * 101}, "Bad Request: BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [], "scope": {"type": "moon"}}, "Bad Request: can't parse BotCommandScope: Unsupported type specified"),
        ({"commands": [], "language_code": "korean"}, "Bad Request: LANG_CODE_INVALID"),
    ],
)
async def test_commands_that_telegram_would_refuse_are_refused(api: Api, params: dict[str, Any], reason: str):
    assert await api.hears_no("setMyCommands", **params) == reason


async def test_words_are_kept_by_language(api: Api, town: Emulator):
    await api.does("setMyDescription", description="가게들이 모여요")
    await api.does("setMyDescription", description="Shops join forces", language_code="en")
    assert await api.does("getMyDescription", language_code="en") == {"description": "Shops join forces"}
    assert await api.does("getMyDescription", language_code="ja") == {"description": "가게들이 모여요"}
    assert await api.hears_no("setMyShortDescription", short_description="가" * 121) == "Bad Request: BOT_ABOUT_TOO_LONG"


async def test_the_menu_button_is_one_persons_or_everybodys(api: Api, kim: Person, maya: Person):
    await api.does("setChatMenuButton", menu_button={"type": "commands"})
    await api.does("setChatMenuButton", chat_id=kim.id, menu_button={"type": "default"})
    assert await api.does("getChatMenuButton", chat_id=kim.id) == {"type": "default"}
    assert await api.does("getChatMenuButton", chat_id=maya.id) == {"type": "commands"}
