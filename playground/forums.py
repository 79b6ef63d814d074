"""Opening and closing topics, whoever does it: a person or the bot."""

from abc import ABC, abstractmethod
from typing import Any

from playground.chats import Chat
from playground.topics import Topic, in_topic


class Forums(ABC):
    """The part of the town that talks in topics."""

    @abstractmethod
    def tell(self, event: str, **facts: Any) -> None: ...

    @abstractmethod
    def announces(self, chat: Chat, by: dict[str, Any], content: dict[str, Any]) -> None: ...

    def opens_topic(self, chat: Chat, by: dict[str, Any], topic: Topic) -> int:
        """A new topic in a forum; answers its number."""
        created = {"forum_topic_created": {"name": topic.name, "icon_color": topic.icon_color}}
        number = chat.last_message_id + 1
        chat.topics[number] = topic
        self.announces(chat, by, {"message_thread_id": number, "is_topic_message": True, **created})
        self.tell("chat", chat=chat)
        return number

    def turns_topic(self, chat: Chat, by: dict[str, Any], number: int, *, closed: bool) -> None:
        """Closes it or opens it again."""
        chat.topics[number].closed = closed
        self.announces(chat, by, in_topic(chat, number) | {f"forum_topic_{'closed' if closed else 'reopened'}": {}})
        self.tell("chat", chat=chat)
