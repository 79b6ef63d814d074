"""Where people and the bot talk."""

from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from playground.messages import Message
from playground.people import Account
from playground.topics import Topic

PRIVATE, GROUP, SUPERGROUP, TALK = "private", "group", "supergroup", "talk"


@dataclass(eq=False, kw_only=True)
class Chat:
    """`private`: one person and the bot. `talk`: two people without the bot; it never hears of it."""

    id: int
    type: str
    title: str | None = None
    people: list[int] = field(default_factory=list)  # the first is the creator of a group
    with_bot: bool = True
    kicked: bool = False
    left: bool = False  # the bot went by itself
    bot_rights: list[str] | None = None  # None: the bot is no administrator
    started: bool = False
    is_forum: bool = False
    migrated_to: int | None = None
    migrated_from: int | None = None
    pinned: list[int] = field(default_factory=list)
    topics: dict[int, Topic] = field(default_factory=dict)
    last_message_id: int = 0
    messages: dict[int, Message] = field(default_factory=dict)
    reply_keyboards: dict[int, dict[str, Any]] = field(default_factory=dict)  # by person
    menu_button: dict[str, Any] | None = None

    @property
    def private(self) -> bool:
        return self.type == PRIVATE

    @property
    def instance(self) -> str:
        """What callback queries tell of the chat: always the same, and nothing else."""
        return str(int.from_bytes(blake2b(str(self.id).encode(), digest_size=8).digest(), signed=True))

    @property
    def visible(self) -> list[Message]:
        return [message for message in self.messages.values() if not message.deleted]

    def json(self, owner: Account | None) -> dict[str, Any]:
        """A `Chat` of the Bot API; `owner` is the person of a private chat."""
        if self.private:
            assert owner is not None
            named = {"first_name": owner.first_name, "last_name": owner.last_name, "username": owner.username}
            return {"id": self.id, "type": PRIVATE} | {name: value for name, value in named.items() if value}
        spelt: dict[str, Any] = {"id": self.id, "type": self.type, "title": self.title or ""}
        return spelt | ({"is_forum": True} if self.is_forum else {})

    def number(self) -> int:
        """The next message id."""
        self.last_message_id += 1
        return self.last_message_id

    def shows_keyboard(self, markup: dict[str, Any]) -> None:
        """Takes a new or a removed reply keyboard to everybody in the chat; an inline keyboard changes nothing here."""
        for person in self.people:
            if "keyboard" in markup:
                self.reply_keyboards[person] = markup
            elif markup.get("remove_keyboard"):
                self.reply_keyboards.pop(person, None)
