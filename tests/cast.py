"""People who talk to the bot as people do: they tap what they see, type, and look."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.town import Town


@dataclass
class Cast:
    """One person with a phone. `since`: what the chat looked like before the last thing this person did."""

    town: Town
    person: Any  # the emulator's person
    before: dict[int, Any] = field(default_factory=dict)
    toasts_before: int = 0

    # -- doing

    async def starts(self, payload: str = "") -> None:
        self._remember()
        self.person.start(payload=payload)
        await self.town.settles()

    async def sends(self, *texts: str) -> None:
        for text in texts:
            self._remember()
            self.person.sends(text)
            await self.town.settles()

    async def taps(self, *labels: str) -> None:
        """Taps the newest button with this label; each label is looked for after the tap before it has been answered."""
        for label in labels:
            self._remember()
            message = self._message_with(label)
            self.person.presses(message.id, label)
            await self.town.settles()

    async def taps_twice(self, label: str) -> None:
        """A double tap: both are on their way before the first is answered."""
        self._remember()
        message = self._message_with(label)
        self.person.presses(message.id, label)
        self.person.presses(message.id, label)
        await self.town.settles()

    async def taps_old(self, message_id: int, label: str) -> None:
        self._remember()
        self.person.presses(message_id, label)
        await self.town.settles()

    async def edits(self, message_id: int, text: str) -> None:
        self._remember()
        self.person.edits(message_id, text)
        await self.town.settles()

    async def does(self, what: str, *args: Any, **more: Any) -> None:
        """Anything else the emulator's person can do: `await owner.does("sends_sticker")`."""
        self._remember()
        getattr(self.person, what)(*args, **more)
        await self.town.settles()

    async def picks_people(self, *people: Cast) -> None:
        """Presses the key that asks for people and picks these."""
        self._remember()
        self.person.shares_people([one.person for one in people])
        await self.town.settles()

    async def types_inline(self, query: str = "", *, where: Where = None) -> None:
        """Types `@bot query` in a chat: a GroupCast, a neighbour's Cast (the talk of the two), or the own chat with the bot."""
        self._remember()
        self.person.types_inline(query, chat=self._place(where))
        await self.town.settles()

    async def switches(self, label: str, *, to: Where = None) -> None:
        """Taps a button that leads to inline mode in a chat chosen for it."""
        self._remember()
        message = self._message_with(label)
        self.person.switches_inline(message.id, label, to=self._place(to))
        await self.town.settles()

    async def picks_result(self, title: str = "") -> None:
        """Sends the result with this title (none named: the first) to the chat where it was asked for."""
        self._remember()
        titles = self.inline_titles()
        assert titles, "the bot offers no results"
        assert not title or title in titles, f"{title!r} is not among the results: {titles}"
        self.person.picks_result(titles.index(title) if title else 0)
        await self.town.settles()

    async def taps_card(self, label: str, *, where: Where) -> None:
        """Taps a button of the newest message that has it in another chat, whoever sent it."""
        self._remember()
        chat = self._place(where)
        found = [message for message in self.person.chat(chat) if message.button(label) is not None]
        assert found, f"no button {label!r} in:\n{self.person.transcript(chat)}"
        await self._presses(found[-1], label, chat)

    async def _presses(self, message: Any, label: str, chat: int | None) -> None:
        """A link to the bot is followed to the own chat with it."""
        url = message.button(label).url
        if url is None:
            self.person.presses(message.id, label, chat=chat)
        else:
            self.person.opens(url)
        await self.town.settles()

    # -- looking

    def inline_titles(self) -> list[str]:
        """What the bot offers for what was typed last."""
        return [result.title for result in self.person.inline_results]

    def reads_in(self, where: Where) -> str:
        """All that stands in another chat now, with its buttons."""
        return "\n".join(_looks(message) for message in self.person.chat(self._place(where)))

    def sees(self, *texts: str) -> None:
        """Each text stands in what is new or changed since the last thing done, or in a toast."""
        shown = self.news()
        for text in texts:
            assert text in shown, f"{text!r} is not among the news:\n{shown}\n\nThe whole chat:\n{self.chat()}"

    def sees_not(self, *texts: str) -> None:
        shown = self.news()
        for text in texts:
            assert text not in shown, f"{text!r} should not be among the news:\n{shown}"

    def sees_button(self, label: str) -> None:
        self._message_with(label)

    def news(self) -> str:
        fresh = [m for m in self.person.chat() if m.from_bot and not m.deleted and self.before.get(m.id) != _looks(m)]
        toasts = self._toasts()[self.toasts_before :]
        return "\n".join([*(_looks(m) for m in fresh), *toasts])

    def chat(self) -> str:
        return "\n".join(f"{'bot' if m.from_bot else 'me '} {m.id}: {_looks(m)}" for m in self.person.chat())

    def last(self) -> Any:
        """The bot's newest message."""
        return [m for m in self.person.chat() if m.from_bot and not m.deleted][-1]

    def my_last(self) -> Any:
        return [m for m in self.person.chat() if not m.from_bot and not m.deleted][-1]

    def labels(self) -> list[str]:
        return [label for row in _labels(self.last()) for label in row]

    # -- within

    def _remember(self) -> None:
        self.before = {m.id: _looks(m) for m in self.person.chat()}
        self.toasts_before = len(self._toasts())

    def _place(self, where: Where) -> int | None:
        match where:
            case None:
                return None
            case Cast():
                return int(self.town.emulator.talk(self.person.id, where.person.id).id)
            case _:
                return where.id

    def _toasts(self) -> list[str]:
        return [*self.person.toasts, *self.person.alerts]

    def _message_with(self, label: str) -> Any:
        for message in reversed(self.person.chat()):
            if message.from_bot and not message.deleted and any(label in row for row in _labels(message)):
                return message
        raise AssertionError(f"no button {label!r} in the chat:\n{self.chat()}")


@dataclass
class GroupCast:
    """A group of people, with the bot or without it. What is seen is what changed since the last thing done here.

    `group = await town.gathers("연남동 골목", owner, neighbour)`, then `await group.says(owner, "/status")`, `group.sees("2/3")`,
    `await group.taps(neighbour, "Join")`.
    """

    town: Town
    group: Any  # the emulator's group
    before: dict[tuple[int, int], Any] = field(default_factory=dict)  # by chat (a group may get a new number) and message

    @property
    def id(self) -> int:
        return int(self.group.id)

    # -- doing

    async def says(self, who: Cast, text: str, *, topic: int | None = None, reply_to: int | None = None) -> None:
        self._remember(who)
        who.person.sends(text, chat=self.id, topic=topic, reply_to=reply_to)
        await self.town.settles()

    async def taps(self, who: Cast, label: str) -> None:
        """A link to the bot is followed to that person's own chat with it."""
        self._remember(who)
        await who.taps_card(label, where=self)

    async def does(self, what: str, *args: Any, **more: Any) -> Any:
        """Anything else the emulator's group can do: `await group.does("adds_bot", owner.person)`, `await group.does("migrates")`."""
        self._remember()
        answer = getattr(self.group, what)(*args, **more)
        await self.town.settles()
        return answer

    # -- looking

    def sees(self, *texts: str) -> None:
        shown = self.news()
        for text in texts:
            assert text in shown, f"{text!r} is not among the news:\n{shown}\n\nThe whole group:\n{self.chat()}"

    def sees_not(self, *texts: str) -> None:
        shown = self.news()
        for text in texts:
            assert text not in shown, f"{text!r} should not be among the news:\n{shown}"

    def news(self) -> str:
        """What the bot has said or changed, cards that people sent with its help among it."""
        return "\n".join(_looks(m) for m in self._bots() if self.before.get((m.chat_id, m.id)) != _looks(m))

    def chat(self) -> str:
        return "\n".join(f"{m.id}: {_looks(m)}" for m in self.group.chat())

    def ever_said(self) -> str:
        """All that stands there from the bot now, for tests of what may never stand in a group."""
        return "\n".join(_looks(m) for m in self._bots())

    def last(self) -> Any:
        return self._bots()[-1]

    def pinned(self) -> Any | None:
        """The message pinned last."""
        state = self.group.state
        return state.messages[state.pinned[-1]] if state.pinned else None

    def topics(self) -> dict[str, int]:
        """Names and numbers of the topics that are open."""
        return {topic.name: number for number, topic in self.group.state.topics.items() if not topic.closed}

    def in_topic(self, number: int) -> str:
        return "\n".join(_looks(m) for m in self.group.chat() if m.json.get("message_thread_id") == number)

    # -- within

    def _remember(self, who: Cast | None = None) -> None:
        self.before = {(m.chat_id, m.id): _looks(m) for m in self.group.chat()}
        if who is not None:
            who._remember()

    def _bots(self) -> list[Any]:
        return [m for m in self.group.chat() if m.from_bot or "via_bot" in m.json]


Where = Cast | GroupCast | None


def _labels(message: Any) -> list[list[str]]:
    return [[button.label for button in row] for row in message.keyboard]


def _looks(message: Any) -> str:
    rows = " / ".join(" | ".join(f"[{label}]" for label in row) for row in _labels(message))
    return f"{message.text or ''} {'(photo)' if message.photo else ''} {rows}".strip()
