"""Looking after a question: who of the office does it, and the notes they leave for each other."""

from dataclasses import dataclass

from services.answering import QuestionGone
from services.coordinators import Forbidden, may_answer
from services.question_routing import may_answer_this
from storage import inquiries, talks
from storage.audit import AuditRow
from storage.talks import Said, Side
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Noted:
    number: int


@dataclass(frozen=True, kw_only=True)
class NoteOnQuestion:
    """A note the office leaves for itself; neither the one who asked nor a consultant ever sees it."""

    by: int
    number: int
    words: str

    async def __call__(self, work: Work) -> Noted | QuestionGone | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="NoteOnQuestion", on=f"inquiry:{self.number}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Noted | QuestionGone | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        if await inquiries.find(work.connection, self.number) is None:
            return QuestionGone()
        await talks.keep(work.connection, self.number, Said(side=Side.NOTE, words=self.words, said_at=work.now), author=self.by)
        return Noted(self.number)


@dataclass(frozen=True, slots=True)
class Taken:
    pass


@dataclass(frozen=True, slots=True)
class LetGo:
    pass


@dataclass(frozen=True, slots=True)
class TakenByColleague:
    pass


@dataclass(frozen=True, kw_only=True)
class TakeQuestion:
    """I look after this one: what the asker adds comes to me alone. `take` false: somebody else may."""

    by: int
    number: int
    take: bool = True

    async def __call__(self, work: Work) -> Taken | LetGo | TakenByColleague | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="TakeQuestion", on=f"inquiry:{self.number}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Taken | LetGo | TakenByColleague | Forbidden:
        if not await may_answer_this(work, self.by, await inquiries.find(work.connection, self.number)):
            return Forbidden()
        if not self.take:
            await inquiries.let_go(work.connection, self.number, self.by)
            return LetGo()
        return Taken() if await inquiries.take(work.connection, self.number, self.by) else TakenByColleague()
