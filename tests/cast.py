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

    # -- looking

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

    def _toasts(self) -> list[str]:
        return [*self.person.toasts, *self.person.alerts]

    def _message_with(self, label: str) -> Any:
        for message in reversed(self.person.chat()):
            if message.from_bot and not message.deleted and any(label in row for row in _labels(message)):
                return message
        raise AssertionError(f"no button {label!r} in the chat:\n{self.chat()}")


def _labels(message: Any) -> list[list[str]]:
    return [[button.label for button in row] for row in message.keyboard]


def _looks(message: Any) -> str:
    rows = " / ".join(" | ".join(f"[{label}]" for label in row) for row in _labels(message))
    return f"{message.text or ''} {'(photo)' if message.photo else ''} {rows}".strip()
