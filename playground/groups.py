"""A group as its members handle it: adding the bot, leaving, growing into a supergroup."""

from typing import TYPE_CHECKING, Any

from playground.chats import GROUP, Chat
from playground.eyes import NotPossible
from playground.hands import NOTHING, Person
from playground.membership import RIGHTS, USUAL_RIGHTS, bot_member, told_of_change
from playground.messages import Message
from playground.topics import Topic, cleaned

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
        before = bot_member(self._town, chat)
        chat.with_bot, chat.kicked, chat.left = True, False, False
        told_of_change(self._town, chat, by.account, before)
        user = self._town.bot_user()
        return self._service(by, {"new_chat_members": [user], "new_chat_member": user, "new_chat_participant": user})

    def removes_bot(self, by: Person) -> int:
        """The bot hears that it was removed, and nothing after that."""
        chat = self._with_bot()
        before = bot_member(self._town, chat)
        chat.with_bot, chat.kicked, chat.bot_rights = False, True, None
        self._service(by, {"left_chat_member": self._town.bot_user()})
        return told_of_change(self._town, chat, by.account, before)

    def promotes_bot(self, *rights: str, by: Person | None = None) -> int:
        """Makes the bot an administrator with these rights (none named: those one usually gives)."""
        strangers = set(rights) - set(RIGHTS)
        if strangers:
            raise NotPossible(f"There are no rights {sorted(strangers)}")
        return self._appoints(list(rights or USUAL_RIGHTS), by)

    def demotes_bot(self, by: Person | None = None) -> int:
        return self._appoints(None, by)

    def _appoints(self, rights: list[str] | None, by: Person | None) -> int:
        chat = self._with_bot()
        before = bot_member(self._town, chat)
        chat.bot_rights = rights
        return told_of_change(self._town, chat, (by or self._creator()).account, before)

    def _with_bot(self) -> Chat:
        if not self.state.with_bot:
            raise NotPossible("The bot is not in the group")
        return self.state

    def _creator(self) -> Person:
        return self._town.hand(self.state.people[0])

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
        by = self._creator()
        new = self._town.upgraded(old)
        new.with_bot, new.bot_rights = old.with_bot, old.bot_rights
        self._say(old, by, {"migrate_to_chat_id": new.id})
        self._town.tell("chat", chat=old)
        self._town.tell("chat", chat=new)
        return self._say(new, by, {"migrate_from_chat_id": old.id})

    # -- topics of a forum

    def becomes_forum(self) -> int:
        """Its creator turns topics on; a basic group becomes a supergroup first. Answers the id of the migration's update."""
        update_id = self.migrates() if self.state.type == GROUP else NOTHING
        self.state.is_forum = True
        self._town.tell("chat", chat=self.state)
        return update_id

    def opens_topic(self, name: str, by: Person) -> int:
        """The topic's number."""
        if not self.state.is_forum:
            raise NotPossible(f"{self.state.title} is no forum")
        return self._town.opens_topic(self.state, by.account.user(), Topic(cleaned(name)))

    def closes_topic(self, number: int, by: Person, *, closed: bool = True) -> None:
        topic = self.state.topics.get(number)
        if topic is None or topic.closed == closed:
            raise NotPossible(f"There is no such topic to {'close' if closed else 'open again'}: {number}")
        self._town.turns_topic(self.state, by.account.user(), number, closed=closed)

    def _service(self, by: Person, content: dict[str, Any]) -> int:
        return self._say(self.state, by, content)

    def _say(self, chat: Chat, by: Person, content: dict[str, Any]) -> int:
        message = self._town.post(chat, by.account.user(), content)
        return self._town.update("message", dict(message.json)) if chat.with_bot else NOTHING
