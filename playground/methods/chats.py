"""Pinning and leaving."""

from typing import Any

from playground.chats import Chat
from playground.emulator import Emulator
from playground.membership import bot_member, member_change
from playground.methods.places import chat_of, message_of
from playground.methods.registry import method
from playground.parameters import Parameters
from playground.refusals import bad
from playground.topics import quoted


@method("pinChatMessage", "chat_id message_id disable_notification")
def pin_chat_message(town: Emulator, given: Parameters) -> bool:
    chat = chat_of(town, given)
    message = message_of(chat, given, "message to pin")
    _check_pins(chat)
    if message.is_service:
        raise bad("Service messages can't be pinned")
    if message.id not in chat.pinned:
        chat.pinned.append(message.id)
        thread: dict[str, Any] = {name: message.json[name] for name in ("message_thread_id", "is_topic_message") if name in message.json}
        town.announces(chat, town.bot_user(), {**thread, "pinned_message": quoted(message)})
    town.tell("chat", chat=chat)
    return True


@method("unpinChatMessage", "chat_id message_id")
def unpin_chat_message(town: Emulator, given: Parameters) -> bool:
    """Without a number: the one pinned last."""
    chat = chat_of(town, given)
    _check_pins(chat)
    number = given.integer("message_id") if "message_id" in given else (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad("message to unpin not found")
    chat.pinned.remove(number)
    town.tell("chat", chat=chat)
    return True


@method("unpinAllChatMessages", "chat_id")
def unpin_all_chat_messages(town: Emulator, given: Parameters) -> bool:
    chat = chat_of(town, given)
    _check_pins(chat)
    chat.pinned.clear()
    town.tell("chat", chat=chat)
    return True


@method("leaveChat", "chat_id")
def leave_chat(town: Emulator, given: Parameters) -> bool:
    chat = chat_of(town, given)
    if chat.private:
        raise bad("Can't leave private chats")
    before, user = bot_member(town, chat), town.bot_user()
    town.announces(chat, user, {"left_chat_member": user})
    chat.with_bot, chat.left, chat.bot_rights = False, True, None
    town.tell("chat", chat=chat)
    town.update("my_chat_member", member_change(town, chat, user, before))
    return True


def _check_pins(chat: Chat) -> None:
    if not chat.private and "can_pin_messages" not in (chat.bot_rights or ()):
        raise bad("Not enough rights to manage pinned messages in the chat")
