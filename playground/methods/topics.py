"""Topics of a forum: the bot opens, names, closes and deletes them where it is an administrator who may."""

from typing import Any

from playground.chats import Chat
from playground.emulator import Emulator
from playground.methods.places import chat_of
from playground.methods.registry import method
from playground.parameters import Parameters
from playground.refusals import bad
from playground.topics import USUAL_COLOR, Topic, cleaned, in_topic

_WHITE = 0xFFFFFF


@method("createForumTopic", "chat_id name icon_color icon_custom_emoji_id")
def create_forum_topic(town: Emulator, given: Parameters) -> dict[str, Any]:
    chat = _forum(town, given)
    if not _may(chat, "can_manage_topics"):
        raise bad("Not enough rights to create a topic")
    name, color = _name(given), given.integer("icon_color", 0)
    if not 0 <= color <= _WHITE:
        raise bad("Invalid icon color specified")
    number = town.opens_topic(chat, town.bot_user(), Topic(name, color or USUAL_COLOR, by_bot=True))
    return chat.topics[number].json(number)


@method("editForumTopic", "chat_id message_thread_id name icon_custom_emoji_id")
def edit_forum_topic(town: Emulator, given: Parameters) -> bool:
    chat = _forum(town, given)
    number = _number(given)
    topic = _topic(chat, number, "can_manage_topics", "edit the topic")
    if not given.text("name"):
        return True
    name = _name(given)
    if topic is None:
        raise bad("TOPIC_ID_INVALID")
    if topic.name == name:
        raise bad("TOPIC_NOT_MODIFIED")
    topic.name = name
    town.announces(chat, town.bot_user(), in_topic(chat, number) | {"forum_topic_edited": {"name": name}})
    town.tell("chat", chat=chat)
    return True


@method("closeForumTopic", "chat_id message_thread_id")
def close_forum_topic(town: Emulator, given: Parameters) -> bool:
    return _turned(town, given, closed=True)


@method("reopenForumTopic", "chat_id message_thread_id")
def reopen_forum_topic(town: Emulator, given: Parameters) -> bool:
    return _turned(town, given, closed=False)


def _turned(town: Emulator, given: Parameters, *, closed: bool) -> bool:
    chat, number = _forum(town, given), _number(given)
    topic = _topic(chat, number, "can_manage_topics", "close or open the topic")
    if topic is None:
        raise bad("TOPIC_ID_INVALID")
    if topic.closed == closed:
        raise bad("TOPIC_NOT_MODIFIED")
    town.turns_topic(chat, town.bot_user(), number, closed=closed)
    return True


@method("deleteForumTopic", "chat_id message_thread_id")
def delete_forum_topic(town: Emulator, given: Parameters) -> bool:
    """With all that was said in it."""
    chat, number = _forum(town, given), _number(given)
    if _topic(chat, number, "can_delete_messages", "delete the topic") is None:
        raise bad("TOPIC_ID_INVALID")
    del chat.topics[number]
    gone = [message for message in chat.visible if message.json.get("message_thread_id") == number]
    town.deletes(chat, gone)
    town.tell("chat", chat=chat)
    return True


def _forum(town: Emulator, given: Parameters) -> Chat:
    chat = chat_of(town, given)
    if not chat.is_forum:
        raise bad("The chat is not a forum")
    return chat


def _number(given: Parameters) -> int:
    number = given.integer("message_thread_id")
    if number <= 0:
        raise bad("Invalid forum topic identifier specified")
    return number


def _topic(chat: Chat, number: int, right: str, deed: str) -> Topic | None:
    """A bot without the right may still do it to a topic of its own; an unknown topic is the server's to refuse."""
    topic = chat.topics.get(number)
    if topic is not None and not topic.by_bot and not _may(chat, right):
        raise bad(f"Not enough rights to {deed}")
    return topic


def _may(chat: Chat, right: str) -> bool:
    return right in (chat.bot_rights or ())


def _name(given: Parameters) -> str:
    name = cleaned(given.text("name"))
    if not name:
        raise bad("Name must be non-empty")
    return name
