"""People who talk to the bot as people do: they tap what they see, type, and look."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

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
        self.remember()
        self.person.start(payload=payload)
        await self.town.settles()

    async def sends(self, *texts: str) -> None:
        for text in texts:
            self.remember()
            self.person.sends(text)
            await self.town.settles()

    async def taps(self, *labels: str) -> None:
        """Taps the newest button with this label; each label is looked for after the tap before it has been answered."""
        for label in labels:
            self.remember()
            message = self._message_with(label)
            self.person.presses(message.id, label)
            await self.town.settles()

    async def taps_twice(self, label: str) -> None:
        """A double tap: both are on their way before the first is answered."""
        self.remember()
        message = self._message_with(label)
        self.person.presses(message.id, label)
        self.person.presses(message.id, label)
        await self.town.settles()

    async def taps_old(self, message_id: int, label: str) -> None:
        self.remember()
        self.person.presses(message_id, label)
        await self.town.settles()

    async def edits(self, message_id: int, text: str) -> None:
        self.remember()
        self.person.edits(message_id, text)
        await self.town.settles()

    async def does(self, what: str, *args: Any, **more: Any) -> None:
        """Anything else the emulator's person can do: `await owner.does("sends_sticker")`."""
        self.remember()
        getattr(self.person, what)(*args, **more)
        await self.town.settles()

    async def picks_people(self, *people: Cast) -> None:
        """Presses the key that asks for people and picks these."""
        self.remember()
        self.person.shares_people([one.person for one in people])
        await self.town.settles()

    async def types_inline(self, query: str = "", *, where: Where = None) -> None:
        """Types `@bot query` in a chat: a GroupCast, a neighbour's Cast (the talk of the two), or the own chat with the bot."""
        self.remember()
        self.person.types_inline(query, chat=self._place(where))
        await self.town.settles()

    async def switches(self, label: str, *, to: Where = None) -> None:
        """Taps a button that leads to inline mode in a chat chosen for it."""
        self.remember()
        message = self._message_with(label)
        self.person.switches_inline(message.id, label, to=self._place(to))
        await self.town.settles()

    async def picks_result(self, title: str = "") -> None:
        """Sends the result with this title (none named: the first) to the chat where it was asked for."""
        self.remember()
        titles = self.inline_titles()
        assert titles, "the bot offers no results"
        assert not title or title in titles, f"{title!r} is not among the results: {titles}"
        self.person.picks_result(titles.index(title) if title else 0)
        await self.town.settles()

    async def taps_card(self, label: str, *, where: Where) -> None:
        """Taps a button of the newest message that has it in another chat, whoever sent it."""
        self.remember()
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
        return "\n".join(looks(message) for message in self.person.chat(self._place(where)))

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
        fresh = [m for m in self.person.chat() if m.from_bot and not m.deleted and self.before.get(m.id) != looks(m)]
        toasts = self._toasts()[self.toasts_before :]
        return "\n".join([*(looks(m) for m in fresh), *toasts])

    def chat(self) -> str:
        return "\n".join(f"{'bot' if m.from_bot else 'me '} {m.id}: {looks(m)}" for m in self.person.chat())

    def last(self) -> Any:
        """The bot's newest message."""
        return [m for m in self.person.chat() if m.from_bot and not m.deleted][-1]

    def my_last(self) -> Any:
        return [m for m in self.person.chat() if not m.from_bot and not m.deleted][-1]

    def labels(self) -> list[str]:
        return [label for row in _labels(self.last()) for label in row]

    # -- within

    def remember(self) -> None:
        self.before = {m.id: looks(m) for m in self.person.chat()}
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


class Place(Protocol):
    """A chat with a number: `tests.groupcast.GroupCast` is one."""

    @property
    def id(self) -> int: ...


Where = Cast | Place | None


def _labels(message: Any) -> list[list[str]]:
    return [[button.label for button in row] for row in message.keyboard]


def looks(message: Any) -> str:
    rows = " / ".join(" | ".join(f"[{label}]" for label in row) for row in _labels(message))
    return f"{message.text or ''} {'(photo)' if message.photo else ''} {rows}".strip()
