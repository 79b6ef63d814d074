"""Finding the chat or the message a call is about, or saying in Telegram's words why not."""

import re
from typing import Any

from playground.chats import GROUP, Chat
from playground.emulator import Emulator
from playground.messages import Message
from playground.parameters import Parameters
from playground.refusals import Refused, bad, forbidden
from playground.topics import in_topic


def chat_of(town: Emulator, given: Parameters, name: str = "chat_id", *, write: bool = True) -> Chat:
    """The chat the bot may read (`write`: send to)."""
    wanted = given.text(name).strip()
    if not wanted:
        raise bad(f"{name} is empty")
    chat = town.chats.get(int(wanted)) if re.fullmatch(r"-?\d{1,19}", wanted) else None
    if chat is None or not (chat.with_bot or chat.kicked or chat.left) or not (chat.started or not chat.private):
        raise bad("chat not found")
    _unless_gone(chat)
    if chat.private and write:
        _unless_closed(town, chat)
    return chat


def _unless_gone(chat: Chat) -> None:
    if chat.migrated_to is not None:
        raise Refused(400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": chat.migrated_to})
    kind = "group" if chat.type == GROUP else "supergroup"
    if chat.kicked:
        raise forbidden(f"bot was kicked from the {kind} chat")
    if chat.left:
        raise forbidden(f"bot is not a member of the {kind} chat")


def _unless_closed(town: Emulator, chat: Chat) -> None:
    person = town.accounts[chat.id]
    if person.deactivated:
        raise forbidden("user is deactivated")
    if person.blocked:
        raise forbidden("bot was blocked by the user")


def message_of(chat: Chat, given: Parameters, what: str, name: str = "message_id") -> Message:
    """`what`: as in "message to edit not found"."""
    message = chat.messages.get(given.integer(name)) if name in given else None
    if message is None or message.deleted:
        raise bad(f"{what} not found")
    return message


def message_ids(given: Parameters) -> list[int]:
    ids = given.array("message_ids")
    if not ids:
        raise bad("message identifiers are not specified")
    if len(ids) > 100:  # noqa: PLR2004 - Telegram's bound
        raise bad("too many message identifiers specified")
    if not all(isinstance(one, int) and one > 0 for one in ids):
        raise bad("invalid message identifier specified")
    return ids


def reply_of(town: Emulator, chat: Chat, given: Parameters) -> dict[str, Any]:
    """What `reply_parameters` (or the older `reply_to_message_id`) adds to a message."""
    asked = given.json("reply_parameters")
    if asked is None and "reply_to_message_id" in given:
        asked = {
            "message_id": given.integer("reply_to_message_id"),
            "allow_sending_without_reply": given.flag("allow_sending_without_reply"),
        }
    if asked is None:
        return {}
    if not isinstance(asked, dict):
        raise bad("object expected as reply parameters")
    elsewhere = asked.get("chat_id")
    place = chat if elsewhere in {None, chat.id, str(chat.id)} else town.chats.get(int(elsewhere))
    replied = place.messages.get(int(asked.get("message_id", 0))) if place is not None else None
    if replied is None or replied.deleted:
        if asked.get("allow_sending_without_reply"):
            return {}
        raise bad("message to be replied not found")
    return {"reply_to_message": {key: value for key, value in replied.json.items() if key != "reply_to_message"}}


def topic_of(chat: Chat, given: Parameters) -> dict[str, Any]:
    """Where in a forum the message goes; a group without topics does not mind a number."""
    topic = given.integer("message_thread_id")
    if topic <= 0 or not (chat.private or chat.is_forum):
        return {}
    if topic not in chat.topics:
        raise bad("message thread not found")
    found = chat.topics[topic]
    if found.closed and not found.by_bot and "can_manage_topics" not in (chat.bot_rights or ()):
        raise bad("TOPIC_CLOSED")
    return in_topic(chat, topic)
