"""`Ask`: what a story holds in its hand. It asks, and it looks; it can do nothing else."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Generic, NoReturn, TypeVar

from bot.dialogue.answers import STANDS_NO_MORE, Gone
from bot.dialogue.question import Question
from bot.dialogue.sealing import ABOUT, VALUE, taken_out
from bot.dialogue.summary import Line, Summary
from bot.words import Words, t
from programme.seoul import seoul_day
from services.office import Look
from storage.drafts import Draft
from storage.people import Person
from storage.work import Work

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step(Generic[T]):
    """A question that has its answer."""

    question: Question[T]
    value: T

    @property
    def told(self) -> Words:
        """None where an optional question was passed over; among the options of a choice None may be one with words of its own."""
        return t("None") if self.value is None and self.question.optional else self.question.told(self.value)


class Unanswered(BaseException):
    """Carries the first question without an answer out of the story.

    Derives from BaseException, so that no `except Exception` in a story can swallow it.
    """

    def __init__(self, question: Question[Any], reason: Words | None = None) -> None:
        super().__init__(question.key)
        self.question = question
        self.reason = reason


@dataclass(slots=True)
class Ask:
    """The answers of one draft, handed out one by one."""

    work: Work
    person: Person
    draft: Draft
    path: list[Step[Any]] = field(default_factory=list)

    @property
    def now(self) -> datetime:
        return self.work.now

    @property
    def today(self) -> date:
        """Today in Seoul."""
        return seoul_day(self.work.now)

    async def __call__(self, question: Question[T]) -> T:
        """The answer to the question; it ends the replay where there is none yet."""
        kept = self.draft.answers.get(question.key)
        if kept is None or self.draft.reopened == question.key:
            raise Unanswered(question)
        if kept.get(ABOUT) not in (None, question.about_digest):
            raise Unanswered(question)
        try:
            stored = taken_out(self.work, kept[VALUE])
            value = None if question.optional and stored is None else question.restored(stored)
        except STANDS_NO_MORE as gone:
            # An answer of an older release that no longer reads is asked again, like one that is gone.
            raise Unanswered(question, gone.reason if isinstance(gone, Gone) else None) from None
        self.path.append(Step(question, value))
        return value  # type: ignore[return-value]

    async def presumed(self, question: Question[T], value: T) -> T:
        """Like asking, but `value` is the answer until somebody gives another: in the summary its line can be tapped like any."""
        if question.key in self.draft.answers or self.draft.reopened == question.key:
            return await self(question)
        self.path.append(Step(question, value))
        return value

    def again(self, question: Question[Any], reason: Words) -> NoReturn:
        """The answer that was just given cannot stand: its question is asked again, and why."""
        self.path.pop()
        raise Unanswered(question, reason)

    async def look(self, look: Look[T]) -> T:
        return await look(self.work)

    async def sure(self, words: Words, *, yes: Words | None = None, below: Words | None = None, key: str = "sure") -> bool:
        """Show every named answer, each to be changed by a tap, and ask whether all is right. `below`: what it means to say yes."""
        shown = tuple(Line(step.question.asked, step.question.name, step.told) for step in self.path if step.question.name is not None)
        return await self(Summary(key=key, words=words, yes=yes or t("Yes, this is right"), lines=shown, below=below))

    def pin(self, call: str) -> None:
        """The draft belongs to this call and version from now on; it is written down when the replay is over."""
        self.draft = replace(self.draft, call=call)
