"""A group of people as tests talk about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.cast import Cast, looks

if TYPE_CHECKING:
    from tests.town import Town


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
        return "\n".join(looks(m) for m in self._bots() if self.before.get((m.chat_id, m.id)) != looks(m))

    def chat(self) -> str:
        return "\n".join(f"{m.id}: {looks(m)}" for m in self.group.chat())

    def ever_said(self) -> str:
        """All that stands there from the bot now, for tests of what may never stand in a group."""
        return "\n".join(looks(m) for m in self._bots())

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
        return "\n".join(looks(m) for m in self.group.chat() if m.json.get("message_thread_id") == number)

    # -- within

    def _remember(self, who: Cast | None = None) -> None:
        self.before = {(m.chat_id, m.id): looks(m) for m in self.group.chat()}
        if who is not None:
            who.remember()

    def _bots(self) -> list[Any]:
        return [m for m in self.group.chat() if m.from_bot or "via_bot" in m.json]
