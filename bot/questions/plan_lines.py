"""A line of the plan of an event: asked of a new one or presumed, and presumed to stay as it is of one that is changed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.dialogue.ask import Ask
from bot.dialogue.question import Question
from programme.rights import EVERYWHERE, Scope
from services.event_plans import EventPlan

T = TypeVar("T")


@dataclass
class Lines:
    """`was`: the plan of an event that is changed; `stands`: it is published; `answered`: so many questions have been answered already."""

    ask: Ask
    was: EventPlan | None = None
    stands: bool = False
    answered: int = 0
    reach: Scope = EVERYWHERE  # of the role of who makes it: what is for all of Seoul is presumed for that alone
    before: dict[str, Any] = field(default_factory=dict)  # by the key of the question

    async def first(self, question: Question[T], of: Callable[[EventPlan], T]) -> T:
        """Asked of a new event."""
        return await self.ask(question) if self.was is None else await self._as_before(question, of(self.was))

    async def usual(self, question: Question[T], value: T, of: Callable[[EventPlan], T]) -> T:
        """`value`: what is presumed of a new event."""
        return await self.ask.presumed(question, value) if self.was is None else await self._as_before(question, of(self.was))

    async def _as_before(self, question: Question[T], value: T) -> T:
        self.before[question.key] = value
        return await self.ask.presumed(question, value)
