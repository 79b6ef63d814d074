"""What the bot tells of itself: commands, names, descriptions, the menu button."""

import re
from typing import Any

from playground.emulator import Emulator
from playground.methods.places import chat_of
from playground.methods.registry import Run, method
from playground.parameters import Parameters
from playground.refusals import bad

_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_MOST_COMMANDS = 100
_LONGEST = {"name": 64, "description": 512, "short_description": 120}
_LONGEST_COMMAND_DESCRIPTION = 256
_BUTTONS = frozenset({"default", "commands", "web_app"})


@method("setMyCommands", "commands scope language_code")
def set_my_commands(town: Emulator, given: Parameters) -> bool:
    commands = [_command(command) for command in given.array("commands")]
    if len(commands) > _MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    key = _scope(given), _language(given)
    if commands:
        town.profile.commands[key] = commands
    else:
        town.profile.commands.pop(key, None)
    _told(town)
    return True


@method("getMyCommands", "scope language_code")
def get_my_commands(town: Emulator, given: Parameters) -> list[dict[str, str]]:
    return town.profile.commands.get((_scope(given), _language(given)), [])


@method("deleteMyCommands", "scope language_code")
def delete_my_commands(town: Emulator, given: Parameters) -> bool:
    town.profile.commands.pop((_scope(given), _language(given)), None)
    _told(town)
    return True


def _words(kind: str, setter: str, getter: str) -> tuple[Run, Run]:
    @method(setter, f"{kind} language_code")
    def set_word(town: Emulator, given: Parameters) -> bool:
        text = given.text(kind)
        if len(text) > _LONGEST[kind]:
            raise bad(f"BOT_{'TITLE' if kind == 'name' else 'ABOUT' if kind == 'short_description' else 'DESCRIPTION'}_TOO_LONG")
        town.profile.words[kind, _language(given)] = text
        town.tell("bot")
        if kind == "description":
            _told(town)
        return True

    @method(getter, "language_code")
    def get_word(town: Emulator, given: Parameters) -> dict[str, str]:
        return {kind: town.profile.word(kind, _language(given))}

    return set_word, get_word


set_my_name, get_my_name = _words("name", "setMyName", "getMyName")
set_my_description, get_my_description = _words("description", "setMyDescription", "getMyDescription")
set_my_short_description, get_my_short_description = _words("short_description", "setMyShortDescription", "getMyShortDescription")


@method("setChatMenuButton", "chat_id menu_button")
def set_chat_menu_button(town: Emulator, given: Parameters) -> bool:
    button = given.json("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in _BUTTONS:
        raise bad("can't parse menu button: MenuButton has unsupported type")
    if "chat_id" in given:
        chat_of(town, given).menu_button = button
    else:
        town.profile.menu_button = button
    _told(town)
    return True


@method("getChatMenuButton", "chat_id")
def get_chat_menu_button(town: Emulator, given: Parameters) -> dict[str, Any]:
    own = chat_of(town, given).menu_button if "chat_id" in given else None
    return own or town.profile.menu_button


def _command(command: object) -> dict[str, str]:
    if not isinstance(command, dict) or set(command) - {"command", "description"}:
        raise bad("can't parse BotCommand: expected an Object with command and description")
    name = str(command.get("command", "")).strip().removeprefix("/")
    description = str(command.get("description", "")).strip()
    if not name:
        raise bad("command must be non-empty")
    if not description:
        raise bad("command description must be non-empty")
    if len(description) > _LONGEST_COMMAND_DESCRIPTION:
        raise bad(f"command description length must not exceed {_LONGEST_COMMAND_DESCRIPTION}")
    if not _COMMAND.fullmatch(name):
        raise bad("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}


def _scope(given: Parameters) -> str:
    scope = given.json("scope") or {"type": "default"}
    kind = scope.get("type") if isinstance(scope, dict) else None
    if kind not in _SCOPES:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    if set(scope) != {"type", *_SCOPES[kind]}:
        raise bad("can't parse BotCommandScope: Empty chat_id specified")
    return ":".join([kind, *(str(scope[name]) for name in _SCOPES[kind])])


def _language(given: Parameters) -> str:
    language = given.text("language_code")
    if not _LANGUAGE.fullmatch(language):
        raise bad("LANG_CODE_INVALID")
    return language


def _told(town: Emulator) -> None:
    """Every chat may look different now."""
    for chat in town.chats.values():
        if chat.with_bot:
            town.tell("chat", chat=chat)
