"""Topics of a forum: each begins with a service message, whose number is the topic's."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playground.chats import Chat
    from playground.messages import Message

GENERAL = 1
LONGEST_NAME = 128
USUAL_COLOR = 0x6FB9F0


@dataclass
class Topic:
    name: str
    icon_color: int = USUAL_COLOR
    by_bot: bool = False
    closed: bool = False

    def json(self, number: int) -> dict[str, Any]:
        """A `ForumTopic`."""
        return {"message_thread_id": number, "name": self.name, "icon_color": self.icon_color}


def in_topic(chat: "Chat", topic: int | None) -> dict[str, Any]:
    """What a message in a topic carries. As Telegram spells it, it also replies to the message that opened the topic."""
    if topic is None:
        return {}
    opened = chat.messages.get(topic)
    reply = {"reply_to_message": quoted(opened)} if opened is not None and not opened.deleted else {}
    return {"message_thread_id": topic, "is_topic_message": True} | reply


def quoted(message: "Message") -> dict[str, Any]:
    return {name: value for name, value in message.json.items() if name != "reply_to_message"}


def cleaned(name: str) -> str:
    return " ".join(name.split())[:LONGEST_NAME].strip()
