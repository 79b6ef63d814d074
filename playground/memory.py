"""The town between two starts: one JSON file, written whole at most once a second, and the files people sent beside it."""

import asyncio
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson

from playground.chats import Chat
from playground.emulator import Emulator
from playground.messages import Message
from playground.people import Account
from playground.profile import Profile
from playground.saving import write_whole
from playground.topics import Topic
from playground.updates import Update

_FORM = 1
_MOST_MESSAGES = 2_000


class ForeignTown(ValueError):
    """The file was written by another version or is broken."""


def spelt(town: Emulator) -> bytes:
    return orjson.dumps(
        {
            "form": _FORM,
            "people": [asdict(account) for account in town.accounts.values()],
            "chats": [_chat(chat) for chat in town.chats.values()],
            "updates": [[update.id, update.kind, update.at.isoformat(), update.body] for update in town.updates.waiting],
            "last_update": town.updates.last_id,
            "allowed_updates": town.updates.allowed,
            "profile": town.profile.saved(),
            "files": town.files.saved(),
            "keyboards": town.keyboards_made,
        },
        option=orjson.OPT_NON_STR_KEYS,
    )


def recall(town: Emulator, content: bytes) -> None:
    """Fills an empty town. Raises ForeignTown."""
    try:
        saved = orjson.loads(content)
        if saved["form"] != _FORM:
            raise ForeignTown(f"written in form {saved['form']}, this is form {_FORM}")
        _recall(town, saved)
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise ForeignTown(f"it cannot be read ({error})") from error


def _recall(town: Emulator, saved: dict[str, Any]) -> None:
    town.accounts = {person["id"]: Account(**person) for person in saved["people"]}
    town.chats = {chat["id"]: _recalled_chat(chat) for chat in saved["chats"]}
    signed = [message for chat in town.chats.values() for message in chat.messages.values() if message.inline_id]
    town.inline.messages = {str(message.inline_id): (message.chat_id, message.id) for message in signed}
    for number, kind, at, body in saved["updates"]:
        town.updates.waiting.append(Update(number, kind, datetime.fromisoformat(at), body))
    town.updates.last_id = saved["last_update"]
    town.updates.allowed = tuple(saved["allowed_updates"])
    town.profile = Profile.restored(saved["profile"])
    town.files.restore(saved["files"])
    town.keyboards_made = saved["keyboards"]


def _chat(chat: Chat) -> dict[str, Any]:
    plain = {name: value for name, value in vars(chat).items() if name != "messages"}
    kept = [{name: value for name, value in vars(message).items() if name != "chat_id"} for message in chat.visible[-_MOST_MESSAGES:]]
    return {**plain, "messages": kept}


def _recalled_chat(saved: dict[str, Any]) -> Chat:
    messages = [Message(chat_id=saved["id"], **message) for message in saved.pop("messages")]
    by_number = {name: {int(number): kept for number, kept in saved[name].items()} for name in ("topics", "reply_keyboards")}
    chat = Chat(**saved | by_number)
    chat.messages = {message.id: message for message in messages}
    chat.topics = {number: Topic(**topic) for number, topic in by_number["topics"].items()}
    return chat


async def keep(town: Emulator, path: Path, every: float = 1.0) -> None:
    """Runs until cancelled; writes at once, then what changed, and once more at the end."""
    changed = asyncio.Event()
    changed.set()

    def notice(event: dict[str, Any]) -> None:
        if event["event"] not in {"call", "typing", "clock", "faults"}:
            changed.set()

    town.listeners.append(notice)
    try:
        while True:
            await changed.wait()
            changed.clear()
            write_whole(path, spelt(town))
            await asyncio.sleep(every)
    finally:
        with suppress(ValueError):
            town.listeners.remove(notice)
        write_whole(path, spelt(town))
