"""Showing sheets in a chat: edit where Telegram allows, a new message otherwise, and only one keyboard alive."""

import asyncio
from dataclasses import dataclass
from typing import Any

import orjson
import structlog
from telegram.error import BadRequest, TelegramError

from bot.documents.document import MadeFile
from bot.happenings import FileKind
from bot.screens.screen import AsksFor
from bot.wire.line import Line
from bot.wire.sheets import Sheet

log = structlog.get_logger()
NOT_CHANGED = "message is not modified"
PICKING = 1  # names the request; there is never more than one key
LONGEST_TOPIC = 128
# Telegram's words for "this message cannot become that one": then a new message is sent.
CANNOT_EDIT = (
    "message to edit not found",
    "message can't be edited",
    "no text in the message",
    "no media in the message",
    "message_id_invalid",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is on the phone now. `living`: the message later screens may edit; None when there is none."""

    message_id: int | None
    living: int | None


class Display:
    """Sends and edits messages. Raises `telegram.error.TelegramError` for the courier to judge."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def show(self, chat: int, sheet: Sheet, *, edit: int | None) -> Shown:
        """`edit`: the message to change into this sheet, if Telegram allows."""
        if edit is not None and not sheet.get("stays") and await self._edited(chat, edit, sheet):
            await self._set_menu(chat, sheet)
            return Shown(message_id=edit, living=edit)
        message_id = await self.send(chat, sheet)
        return Shown(message_id=message_id, living=None if sheet.get("stays") else message_id)

    async def send(self, chat: int, sheet: Sheet, *, topic: int | None = None) -> int:
        """A new message; its id. `topic`: of a forum."""
        if "call" in sheet:
            return await self._ready(chat, sheet)
        where: dict[str, Any] = {"chat_id": chat} | ({"message_thread_id": topic} if topic is not None else {})
        payload: dict[str, Any] = {**where, "parse_mode": "HTML"}
        if "keyboard" in sheet:
            payload["reply_markup"] = {"inline_keyboard": sheet["keyboard"]}
        if "picture" in sheet:
            if sheet["text"]:
                payload["caption"] = sheet["text"]
            sent = await self._line.call("sendPhoto", payload, photo=await _drawn(sheet))
        elif "document" in sheet:
            sent = await self._line.call("sendDocument", payload, document=await _made(sheet))
        elif "file" in sheet:
            sent = await self._line.call(*_by_id(where, sheet["file"]))
        elif "venue" in sheet:
            sent = await self._line.call("sendVenue", where | sheet["venue"])
        else:
            payload |= {"text": sheet["text"], "link_preview_options": {"is_disabled": True}}
            sent = await self._line.call("sendMessage", payload)
        await self._set_menu(chat, sheet)
        return int(sent["message_id"])

    async def _set_menu(self, chat: int, sheet: Sheet) -> None:
        """Best effort: the message has arrived, and must not come again for the menu's sake. The next /start sets it."""
        if "menu" not in sheet:
            return
        scope = {"scope": {"type": "chat", "chat_id": chat}}
        try:
            if sheet["menu"]:
                await self._line.call("setMyCommands", {"commands": sheet["menu"], **scope})
            else:
                await self._line.call("deleteMyCommands", scope)
        except TelegramError as error:
            log.warning("menu_not_set", error=type(error).__name__)

    async def _ready(self, chat: int, sheet: Sheet) -> int:
        """As an announcement is sent. Of an album the last message."""
        payload = {"chat_id": chat} | orjson.loads(sheet["call"]["parameters"])
        if "keyboard" in sheet:
            payload["reply_markup"] = {"inline_keyboard": sheet["keyboard"]}
        sent = await self._line.post(sheet["call"]["method"], orjson.dumps(payload))
        return int((sent[-1] if isinstance(sent, list) else sent)["message_id"])

    async def ask(self, chat: int, asks: dict[str, Any]) -> int:
        """A reply keyboard with one key, on a message of its own: a message with buttons cannot have both."""
        keyboard = {"keyboard": [[{"text": asks["label"], **_wish(asks)}]], "resize_keyboard": True, "one_time_keyboard": True}
        payload = {"chat_id": chat, "text": f"👇 {asks['label']}", "reply_markup": keyboard}
        sent = await self._line.call("sendMessage", payload)
        return int(sent["message_id"])

    async def nod(self, chat: int, message_id: int) -> None:
        """A reaction that says: this has arrived. Where reactions are not allowed, nothing."""
        reaction = [{"type": "emoji", "emoji": "👌"}]
        await self._tolerant("setMessageReaction", {"chat_id": chat, "message_id": message_id, "reaction": reaction})

    async def delete(self, chat: int, message_ids: list[int]) -> None:
        """Messages that are gone already, or too old to delete, stay as they are."""
        await self._tolerant("deleteMessages", {"chat_id": chat, "message_ids": message_ids})

    async def _edited(self, chat: int, message_id: int, sheet: Sheet) -> bool:
        """False when Telegram does not let this message become that sheet (it is gone, too old, or of the other kind)."""
        return await self.change({"chat_id": chat, "message_id": message_id}, sheet)

    async def change(self, where: dict[str, Any], sheet: Sheet) -> bool:
        """`where`: what names the message to Telegram. False when it does not let this one become that sheet (see above)."""
        payload = {**where, "reply_markup": {"inline_keyboard": sheet.get("keyboard", [])}}
        try:
            if "picture" in sheet:
                media = {"type": "photo", "caption": sheet["text"], "parse_mode": "HTML"}
                await self._line.call("editMessageMedia", payload | {"media": media}, photo=await _drawn(sheet))
            else:
                payload |= {"text": sheet["text"], "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
                await self._line.call("editMessageText", payload)
        except BadRequest as error:
            reason = error.message.lower()
            if NOT_CHANGED in reason:
                return True
            if any(words in reason for words in CANNOT_EDIT):
                return False
            raise
        return True

    async def end_asking(self, chat: int, asking: int | None) -> None:
        """Only a message can take a reply keyboard off; it says nothing, so it is deleted at once, with the one that asked."""
        payload = {"chat_id": chat, "text": "✓", "reply_markup": {"remove_keyboard": True}, "disable_notification": True}
        sent = await self._line.call("sendMessage", payload)
        await self.delete(chat, [int(sent["message_id"]), *([asking] if asking is not None else [])])

    async def pin(self, chat: int, message_id: int) -> None:
        """Where the bot may; without a sound."""
        await self._tolerant("pinChatMessage", {"chat_id": chat, "message_id": message_id, "disable_notification": True})

    async def open_topic(self, chat: int, name: str) -> int:
        opened = await self._line.call("createForumTopic", {"chat_id": chat, "name": name[:LONGEST_TOPIC]})
        return int(opened["message_thread_id"])

    async def close_topic(self, chat: int, topic: int) -> None:
        await self._tolerant("closeForumTopic", {"chat_id": chat, "message_thread_id": topic})

    async def _tolerant(self, method: str, payload: dict[str, Any]) -> None:
        try:
            await self._line.call(method, payload)
        except BadRequest:
            return  # the message is gone, too old or already so: what was wanted is true or cannot be had


def _wish(asks: dict[str, Any]) -> dict[str, Any]:
    match asks["for"]:
        case AsksFor.CONTACT:
            return {"request_contact": True}
        case AsksFor.PEOPLE:
            return {"request_users": {"request_id": PICKING, "user_is_bot": False, "max_quantity": asks["most"]}}
        case _:
            return {"request_location": True}


def _by_id(where: dict[str, Any], file: dict[str, str]) -> tuple[str, dict[str, Any]]:
    """The call that shows a file Telegram keeps already."""
    method = "sendPhoto" if file["kind"] == FileKind.PHOTO else "sendDocument"
    return method, {**where, file["kind"]: file["file_id"]}


async def _drawn(sheet: Sheet) -> bytes:
    from bot.pictures.registry import from_json  # noqa: PLC0415 - pictures load fonts

    picture = from_json(sheet["picture"])
    return await asyncio.to_thread(picture.draw, sheet["language"])


async def _made(sheet: Sheet) -> MadeFile:
    from bot.documents.registry import from_json  # noqa: PLC0415 - documents load fonts and typesetters

    document = from_json(sheet["document"])
    return await asyncio.to_thread(document.made, sheet["language"])
