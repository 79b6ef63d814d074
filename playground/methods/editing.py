"""Changing what was said, taking it back, answering presses."""

import re
from typing import Any

from playground.chats import Chat
from playground.emulator import Emulator
from playground.keyboards import checked_inline
from playground.messages import Message
from playground.methods.media import captioned, input_media
from playground.methods.places import chat_of, message_ids, message_of
from playground.methods.registry import method
from playground.parameters import Parameters
from playground.refusals import bad
from playground.texts import message_text

EDIT = "chat_id message_id inline_message_id reply_markup"
_MEDIA = ("photo", "document", "voice", "sticker", "caption", "caption_entities")
_INLINE_ID = re.compile(r"[A-Za-z0-9_-]{27}|[A-Za-z0-9_-]{32}")
_LONGEST_TOAST = 200
_DELETABLE_SECONDS = 48 * 3600


Edited = dict[str, Any] | bool  # True for a message of inline mode


@method("editMessageText", f"{EDIT} text parse_mode entities link_preview_options disable_web_page_preview", sends=True)
def edit_message_text(town: Emulator, given: Parameters) -> Edited:
    text = message_text(given.text("text"), given.text("parse_mode"), given.json("entities"))
    chat, message = _editable(town, given)
    if "text" not in message.json:
        raise bad("there is no text in the message to edit")
    entities = text.json(town.users())
    return _change(town, chat, message, given, {"text": text.plain, "entities": entities or None})


@method("editMessageCaption", f"{EDIT} caption parse_mode caption_entities show_caption_above_media", sends=True)
def edit_message_caption(town: Emulator, given: Parameters) -> Edited:
    caption = captioned(town, given.given)
    chat, message = _editable(town, given)
    if not message.is_media:
        raise bad("there is no caption in the message to edit")
    return _change(town, chat, message, given, {"caption": None, "caption_entities": None} | caption)


@method("editMessageMedia", f"{EDIT} media", sends=True)
def edit_message_media(town: Emulator, given: Parameters) -> Edited:
    chat, message = _editable(town, given)
    if not message.is_media and "text" not in message.json:
        raise bad("message can't be edited")
    if message.inline_id and given.files:
        raise bad("Invalid message content specified")  # an inline message takes known files only
    content = input_media(town, given, given.json("media"))
    return _change(town, chat, message, given, dict.fromkeys((*_MEDIA, "text", "entities")) | content)


@method("editMessageReplyMarkup", EDIT, sends=True)
def edit_message_reply_markup(town: Emulator, given: Parameters) -> Edited:
    chat, message = _editable(town, given)
    return _change(town, chat, message, given, {})


@method("deleteMessage", "chat_id message_id")
def delete_message(town: Emulator, given: Parameters) -> bool:
    chat = chat_of(town, given)
    message = message_of(chat, given, "message to delete")
    if not _may_delete(town, chat, message):
        raise bad("message can't be deleted")
    town.deletes(chat, [message])
    return True


@method("deleteMessages", "chat_id message_ids")
def delete_messages(town: Emulator, given: Parameters) -> bool:
    """Those that are gone already are left out."""
    chat = chat_of(town, given)
    found = [chat.messages[message_id] for message_id in message_ids(given) if message_id in chat.messages]
    if not all(_may_delete(town, chat, message) for message in found):
        raise bad("message can't be deleted")
    town.deletes(chat, [message for message in found if not message.deleted])
    return True


@method("answerCallbackQuery", "callback_query_id text show_alert url cache_time")
def answer_callback_query(town: Emulator, given: Parameters) -> bool:
    press, first = town.presses.answered(given.text("callback_query_id"), town.clock.now())
    text, alert = given.text("text"), given.flag("show_alert")
    if len(text) > _LONGEST_TOAST:
        raise bad("MESSAGE_TOO_LONG")
    url = given.text("url")
    if url and not url.startswith(
        (f"https://t.me/{town.username}?start=", f"t.me/{town.username}?start=", f"tg://resolve?domain={town.username}")
    ):
        raise bad("URL_INVALID")
    if first:
        if text:
            (town.accounts[press.person_id].alerts if alert else town.accounts[press.person_id].toasts).append(text)
        where = {"callback_id": press.id, "person_id": press.person_id, "chat_id": press.chat_id, "message_id": press.message_id}
        town.tell("callback_answered", **where, text=text or None, show_alert=alert, url=url or None, expired=False)
    return True


def _editable(town: Emulator, given: Parameters) -> tuple[Chat, Message]:
    if not given.text("chat_id") and "message_id" not in given:
        return _inline(town, given.text("inline_message_id"))
    chat = chat_of(town, given)
    message = message_of(chat, given, "message to edit")
    markup = message.reply_markup or {}
    if not message.from_bot or "forward_origin" in message.json or "keyboard" in markup or "force_reply" in markup:
        raise bad("message can't be edited")
    return chat, message


def _inline(town: Emulator, inline_id: str) -> tuple[Chat, Message]:
    """A message that a person sent with the bot's help, wherever it is."""
    if not inline_id:
        raise bad("Message identifier is not specified")
    if not _INLINE_ID.fullmatch(inline_id):
        raise bad("Invalid inline message identifier specified")
    chat_id, message_id = town.inline.messages.get(inline_id, (0, 0))
    chat = town.chats.get(chat_id)
    message = chat.messages.get(message_id) if chat is not None else None
    if chat is None or message is None or message.deleted:
        raise bad("MESSAGE_ID_INVALID")
    return chat, message


def _change(town: Emulator, chat: Chat, message: Message, given: Parameters, content: dict[str, Any]) -> Edited:
    """`content`: None takes a field away. The keyboard is replaced by what the call gives, as Telegram does."""
    markup = checked_inline(given.json("reply_markup"))
    after = {**message.json, **content, "reply_markup": markup}
    after = {name: value for name, value in after.items() if value is not None}
    if _same(after) == _same(message.json):
        raise bad(
            "message is not modified: specified new message content and reply markup are exactly the same as a current content "
            "and reply markup of the message"
        )
    town.limits.charge(None if message.inline_id else chat.id)
    keyboard_changed = after.get("reply_markup") != message.json.get("reply_markup")
    message.json = after | ({"edit_date": town.unix()} if content else {})
    message.edits += bool(content)
    if keyboard_changed:
        town.give_keyboard(message, markup)
    town.tell("message_edited", chat_id=chat.id, message=message)
    return True if message.inline_id else dict(message.json)


def _same(content: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in content.items() if name != "edit_date"}


def _may_delete(town: Emulator, chat: Chat, message: Message) -> bool:
    """Within two days; in groups the bot's own words, and what others said where it is an administrator who may."""
    if town.unix() - int(message.json["date"]) > _DELETABLE_SECONDS or "forum_topic_created" in message.json:
        return False
    administrator = "can_delete_messages" in (chat.bot_rights or ())
    return chat.private or administrator or (message.from_bot and not message.is_service)
