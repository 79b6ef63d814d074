"""A group as its members handle it: adding the bot, leaving, growing into a supergroup."""

from typing import TYPE_CHECKING, Any

from playground.chats import GROUP, Chat
from playground.eyes import NotPossible
from playground.hands import NOTHING, Person, member_change
from playground.messages import Message

if TYPE_CHECKING:
    from playground.emulator import Emulator


class Group:
    """`id` stays right when the group becomes a supergroup."""

    def __init__(self, town: "Emulator", chat_id: int) -> None:
        self._town = town
        self._id = chat_id

    @property
    def state(self) -> Chat:
        chat = self._town.chats[self._id]
        while chat.migrated_to is not None:
            chat = self._town.chats[chat.migrated_to]
        return chat

    @property
    def id(self) -> int:
        return self.state.id

    def chat(self) -> list[Message]:
        return self.state.visible

    def adds_bot(self, by: Person) -> int:
        chat = self.state
        before = "kicked" if chat.kicked else "left"
        chat.with_bot, chat.kicked = True, False
        self._town.tell("chat", chat=chat)
        self._town.update("my_chat_member", member_change(self._town, chat, by.account, before, "member"))
        user = self._town.bot_user()
        return self._service(by, {"new_chat_members": [user], "new_chat_member": user, "new_chat_participant": user})

    def removes_bot(self, by: Person) -> int:
        """The bot hears that it was removed, and nothing after that."""
        chat = self.state
        if not chat.with_bot:
            raise NotPossible("The bot is not in the group")
        chat.with_bot, chat.kicked = False, True
        self._town.tell("chat", chat=chat)
        self._service(by, {"left_chat_member": self._town.bot_user()})
        return self._town.update("my_chat_member", member_change(self._town, chat, by.account, "member", "kicked"))

    def adds(self, member: Person, by: Person) -> int:
        chat = self.state
        if member.id in chat.people:
            raise NotPossible(f"{member.name} is in the group already")
        chat.people.append(member.id)
        self._town.tell("chat", chat=chat)
        return self._service(by, {"new_chat_members": [member.account.user()]})

    def removes(self, member: Person, by: Person) -> int:
        chat = self.state
        if member.id not in chat.people:
            raise NotPossible(f"{member.name} is not in the group")
        told = self._service(by, {"left_chat_member": member.account.user()})
        chat.people.remove(member.id)
        self._town.tell("chat", chat=chat)
        return told

    def migrates(self) -> int:
        """Becomes a supergroup: another id, and message numbers begin again. Answers the new chat's first update."""
        old = self.state
        if old.type != GROUP:
            raise NotPossible("Only a basic group becomes a supergroup")
        by = self._town.hand(old.people[0])
        new = self._town.upgraded(old)
        new.with_bot = old.with_bot
        self._say(old, by, {"migrate_to_chat_id": new.id})
        self._town.tell("chat", chat=old)
        self._town.tell("chat", chat=new)
        return self._say(new, by, {"migrate_from_chat_id": old.id})

    def _service(self, by: Person, content: dict[str, Any]) -> int:
        return self._say(self.state, by, content)

    def _say(self, chat: Chat, by: Person, content: dict[str, Any]) -> int:
        message = self._town.post(chat, by.account.user(), content)
        return self._town.update("message", dict(message.json)) if chat.with_bot else NOTHING
