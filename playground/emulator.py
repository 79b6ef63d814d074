"""The town: who lives in it, where they talk, what waits for the bot, and what the weather is like."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playground.bell import Bell
from playground.callbacks import Presses
from playground.calls import Call, CallLog, Observer
from playground.chats import GROUP, PRIVATE, SUPERGROUP, TALK, Chat
from playground.clock import Clock, TellsTime
from playground.faults import Faults
from playground.files import Files
from playground.forums import Forums
from playground.groups import Group
from playground.hands import Person
from playground.inline import Inline
from playground.limits import Limits
from playground.messages import Message
from playground.people import Account
from playground.profile import Profile
from playground.tax_office import TaxOffice, furnished
from playground.updates import Updates
from playground.weather import Weather
from playground.webhook import Webhook

Event = dict[str, Any]
FIRST_PERSON = 1_000_001
_FIRST_TALK = 7_000_000_000_001
_FIRST_SUPERGROUP = 1_000_000_000_001


class Emulator(Weather, Forums):
    """`clock` is anything that tells an aware time; everything that depends on time goes by it, except waiting and sending rates."""

    def __init__(
        self,
        token: str = "100000000:emulator",  # noqa: S107 - no secret: it opens nothing but this emulator
        username: str = "golmok_bot",
        name: str = "골목",
        *,
        clock: TellsTime | None = None,
        limits: Limits | None = None,
        files: Path | None = None,
        privacy: bool = True,
    ) -> None:
        self.token = token
        self.username = username
        self.clock: TellsTime = clock or Clock()
        self.limits = limits or Limits()
        self.privacy = privacy
        self.bell = Bell()
        self.accounts: dict[int, Account] = {}
        self.chats: dict[int, Chat] = {}
        self.files = Files(files)
        self.updates = Updates(self.clock, self.bell)
        self.webhook = Webhook(self.updates)
        self.presses = Presses()
        self.inline = Inline()
        self.profile = Profile(words={("name", ""): name})
        self.faults = Faults()
        self.tax_office: TaxOffice = furnished()
        self.log = CallLog()
        self.listeners: list[Callable[[Event], None]] = []
        self.logged_out = False
        self.keyboards_made = 0
        self.started_at = self.unix()

    # -- who is who

    @property
    def bot_id(self) -> int:
        return int(self.token.partition(":")[0])

    @property
    def name(self) -> str:
        return self.profile.word("name", "")

    def bot_user(self) -> dict[str, Any]:
        return {"id": self.bot_id, "is_bot": True, "first_name": self.name, "username": self.username}

    def person(
        self,
        name: str,
        language_code: str | None = "ko",
        *,
        username: str | None = None,
        phone_number: str | None = None,
        last_name: str | None = None,
    ) -> Person:
        """Moves in. The private chat with the bot comes with the first word."""
        person_id = max(self.accounts, default=FIRST_PERSON - 1) + 1
        phone_number = phone_number or f"+8210{person_id % 100_000_000:08d}"
        self.accounts[person_id] = Account(
            id=person_id, first_name=name, last_name=last_name, username=username, language_code=language_code, phone_number=phone_number
        )
        self.chats[person_id] = Chat(id=person_id, type=PRIVATE, people=[person_id])
        self.tell("person", person=self.accounts[person_id])
        self.tell("chat", chat=self.chats[person_id])
        return Person(self, person_id)

    def hand(self, person_id: int) -> Person:
        """The person who lives here already."""
        return Person(self, self.accounts[person_id].id)

    @property
    def people(self) -> list[Person]:
        return [Person(self, person_id) for person_id in self.accounts]

    def group(self, title: str, members: list[Person], *, forum: bool = False, with_bot: bool = True) -> Group:
        """A new group; the first member made it. With a forum it is a supergroup with topics."""
        kind = SUPERGROUP if forum else GROUP
        chat = Chat(
            id=self._group_id(kind), type=kind, title=title, people=[member.id for member in members], with_bot=False, is_forum=forum
        )
        self.chats[chat.id] = chat
        self.tell("chat", chat=chat)
        group = Group(self, chat.id)
        if with_bot:
            group.adds_bot(members[0])
        return group

    def talk(self, one: int, other: int) -> Chat:
        """The chat of two people without the bot."""
        pair = {one, other}
        found = next((chat for chat in self.chats.values() if chat.type == TALK and set(chat.people) == pair), None)
        if found is None:
            talk_id = max((chat.id for chat in self.chats.values() if chat.type == TALK), default=_FIRST_TALK - 1) + 1
            found = self.chats[talk_id] = Chat(id=talk_id, type=TALK, people=[one, other], with_bot=False, started=True)
            self.tell("chat", chat=found)
        return found

    def upgraded(self, old: Chat) -> Chat:
        """The supergroup that takes a group's place."""
        new = Chat(
            id=self._group_id(SUPERGROUP), type=SUPERGROUP, title=old.title, people=list(old.people), started=True, migrated_from=old.id
        )
        old.migrated_to = new.id
        self.chats[new.id] = new
        return new

    def chat_json(self, chat: Chat) -> dict[str, Any]:
        return chat.json(self.accounts.get(chat.id))

    def users(self) -> dict[int, dict[str, Any]]:
        """Whom the bot has met: in their own chat with it, or in a group. Only they can be mentioned by number."""
        met = {person for chat in self.chats.values() if chat.with_bot and chat.started for person in chat.people}
        return {person: self.accounts[person].user() for person in met} | {self.bot_id: self.bot_user()}

    def _group_id(self, kind: str) -> int:
        if kind == GROUP:
            return min((chat_id for chat_id in self.chats if -_FIRST_SUPERGROUP < chat_id < 0), default=-4_000_000) - 1
        return min((chat_id for chat_id in self.chats if chat_id < -_FIRST_SUPERGROUP), default=-_FIRST_SUPERGROUP) - 1

    # -- what happens

    def unix(self) -> int:
        return int(self.clock.now().timestamp())

    def post(self, chat: Chat, sender: dict[str, Any], content: dict[str, Any], *, markup: dict[str, Any] | None = None) -> Message:
        """Puts a message into the chat and shows it to everybody there; tells the bot nothing."""
        spelt = {"message_id": chat.number(), "from": sender, "chat": self.chat_json(chat), "date": self.unix(), **content}
        message = Message(chat.id, spelt, bool(sender["is_bot"]), markup)
        if markup and "inline_keyboard" in markup:
            self.give_keyboard(message, markup)
        elif markup:
            chat.shows_keyboard(markup)
        chat.messages[message.id] = message
        chat.started = True
        self.tell("message", chat_id=chat.id, message=message)
        if markup and message.reply_markup and "inline_keyboard" not in markup:
            self.tell("chat", chat=chat)
        return message

    def announces(self, chat: Chat, by: dict[str, Any], content: dict[str, Any]) -> None:
        """A service message of which the bot hears, its own too: about topics, pins and leaving."""
        message = self.post(chat, by, content)
        if chat.with_bot:
            self.update("message", dict(message.json))

    def deletes(self, chat: Chat, messages: list[Message]) -> None:
        for message in messages:
            message.deleted = True
        chat.pinned = [number for number in chat.pinned if not chat.messages[number].deleted]
        self.tell("messages_deleted", chat_id=chat.id, message_ids=[message.id for message in messages])

    def give_keyboard(self, message: Message, markup: dict[str, Any] | None) -> None:
        self.keyboards_made += 1
        message.keyboard_id = self.keyboards_made
        if markup:
            message.json["reply_markup"] = markup
        else:
            message.json.pop("reply_markup", None)

    def update(self, kind: str, body: dict[str, Any]) -> int:
        """Something for the bot; answers the update's id."""
        update_id = self.updates.add(kind, body)
        self.tell("waiting", waiting_updates=len(self.updates.waiting))
        return update_id

    def tell(self, event: str, **facts: Any) -> None:
        for listen in self.listeners:
            listen({"event": event, **facts})
        self.bell.ring()

    async def until(self, happened: Callable[[], object], seconds: float = 10.0) -> bool:
        """Waits, without polling, until something is true in town; False after so many seconds of real time."""
        return await self.bell.until(happened, seconds)

    async def quiet_updates(self) -> None:
        """Returns when the bot has acknowledged everything that waited for it."""
        await self.bell.until(lambda: not self.updates.waiting)

    # -- what the bot did

    @property
    def calls(self) -> list[Call]:
        return list(self.log.kept)

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self.log.kept if call.method == method]

    @property
    def observers(self) -> list[Observer]:
        """Called with every call, accepted or refused, on the emulator's own loop."""
        return self.log.observers

    @asynccontextmanager
    async def serve(self, host: str = "127.0.0.1", port: int = 0) -> "AsyncIterator[Served]":
        from playground.server import served  # noqa: PLC0415 - the server knows the town, the town only starts it

        async with served(self, host, port) as url:
            yield Served(url)


class Served:
    """`url` is the root: methods at `{url}/bot{token}/{method}`, files at `{url}/file/bot{token}/{path}`."""

    def __init__(self, url: str) -> None:
        self.url = url
