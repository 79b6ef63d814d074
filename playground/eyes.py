"""What a person sees on the phone."""

from typing import TYPE_CHECKING, Any

from playground.chats import Chat
from playground.messages import Message
from playground.people import Account

if TYPE_CHECKING:
    from playground.emulator import Emulator


class NotPossible(Exception):
    """There is no such button, message or chat in front of this person; the text shows what is there."""


class Onlooker:
    def __init__(self, town: "Emulator", person_id: int) -> None:
        self._town = town
        self.id = person_id

    @property
    def account(self) -> Account:
        return self._town.accounts[self.id]

    @property
    def name(self) -> str:
        return self.account.first_name

    @property
    def toasts(self) -> list[str]:
        return self.account.toasts

    @property
    def alerts(self) -> list[str]:
        return self.account.alerts

    def chat(self, chat: int | None = None) -> list[Message]:
        """What is visible now, oldest first: the private chat with the bot, or another by its id."""
        return self._chat(chat).visible

    def last(self, chat: int | None = None) -> Message:
        """The bot's last message."""
        found = [message for message in self.chat(chat) if message.from_bot]
        if not found:
            raise NotPossible(f"The bot has said nothing to {self.name} yet.\n{self.transcript(chat)}")
        return found[-1]

    def reply_keyboard(self, chat: int | None = None) -> list[list[dict[str, Any]]]:
        """The keys under the text field, as they stand."""
        rows: list[list[dict[str, Any]]] = self._chat(chat).reply_keyboards.get(self.id, {}).get("keyboard", [])
        return rows

    def transcript(self, chat: int | None = None) -> str:
        return "\n".join(map(str, self.chat(chat))) or "(an empty chat)"

    def _chat(self, chat: int | None) -> Chat:
        place = self._town.chats.get(self.id if chat is None else chat)
        if place is None or self.id not in place.people:
            raise NotPossible(f"{self.name} is not in chat {chat}")
        if place.migrated_to is not None:
            raise NotPossible(f"Chat {place.id} has become {place.migrated_to}")
        return place

    def _message(self, message_id: int, chat: Chat) -> Message:
        message = chat.messages.get(message_id)
        if message is None or message.deleted:
            raise NotPossible(f"{self.name} sees no message {message_id}\n{self.transcript(chat.id)}")
        return message

    def _own(self, message_id: int, chat: Chat) -> Message:
        message = self._message(message_id, chat)
        if message.json["from"]["id"] != self.id:
            raise NotPossible(f"Message {message_id} is not {self.name}'s own")
        return message
