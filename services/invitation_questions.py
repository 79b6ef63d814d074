"""An invited person asks, the lead answers; neither learns how to reach the other."""

from dataclasses import dataclass

from services import invitation_letters as told
from services.invitation_cards import InvitationCard, NotOpen, held, seen_by
from services.invitation_letters import InvitedAsks, InviterAnswers
from services.invitations import NotLead
from services.letters import Letter
from services.members import consortium_led, consortium_seen_by_lead
from storage import invitation_questions, invitations
from storage.audit import AuditRow
from storage.consortia import Consortium
from storage.invitation_questions import InvitationQuestion
from storage.invitations import Invitation
from storage.work import Work

MOST_OPEN = 3


@dataclass(frozen=True, slots=True)
class Asked:
    invitation: int


@dataclass(frozen=True, slots=True)
class TooManyAsked:
    invitation: int
    most: int


@dataclass(frozen=True, slots=True)
class Answered:
    consortium: int


@dataclass(frozen=True, slots=True)
class AnsweredBefore:
    consortium: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionToMe:
    question: InvitationQuestion
    consortium: Consortium


@dataclass(frozen=True, kw_only=True)
class AskInviter:
    by: int
    number: int  # of the invitation
    question: str

    async def __call__(self, work: Work) -> Asked | TooManyAsked | NotOpen:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="AskInviter", on=f"invitation:{self.number}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Asked | TooManyAsked | NotOpen:
        invitation = await held(work, self.by, self.number)
        if not isinstance(invitation, Invitation):
            return invitation
        seen = await seen_by(work, invitation, self.by)
        if not isinstance(seen, InvitationCard):
            return seen
        if await invitation_questions.open_count(work.connection, self.number, self.by) >= MOST_OPEN:
            return TooManyAsked(self.number, MOST_OPEN)
        asked = await invitation_questions.keep(
            work.connection, invitation=self.number, asker=self.by, question=self.question, now=work.now
        )
        who = await told.called(work, self.by, invitation)
        fact = InvitedAsks(number=asked, name=seen.consortium.name, who=who, question=self.question)
        await told.tell_lead(work, seen.consortium, fact)
        return Asked(self.number)


@dataclass(frozen=True, kw_only=True)
class AnswerInvited:
    by: int
    number: int  # of the question
    answer: str

    async def __call__(self, work: Work) -> Answered | AnsweredBefore | NotLead:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="AnswerInvited", on=f"invitation_question:{self.number}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Answered | AnsweredBefore | NotLead:
        question = await invitation_questions.find(work.connection, self.number)
        invitation = await invitations.find(work.connection, question.invitation) if question is not None else None
        consortium = await consortium_led(work, invitation.consortium, self.by) if invitation is not None else None
        if question is None or consortium is None:
            return NotLead()
        if not await invitation_questions.answer(work.connection, self.number, self.answer, work.now):
            return AnsweredBefore(consortium.id)
        fact = InviterAnswers(invitation=question.invitation, name=consortium.name, question=question.question, answer=self.answer)
        work.post(Letter(to=question.asker, fact=fact))
        return Answered(consortium.id)


@dataclass(frozen=True, kw_only=True)
class QuestionOfInvited:
    """For the lead of the consortium it is about."""

    by: int
    number: int | None

    async def __call__(self, work: Work) -> QuestionToMe | NotLead:
        question = await invitation_questions.find(work.connection, self.number) if self.number is not None else None
        invitation = await invitations.find(work.connection, question.invitation) if question is not None else None
        consortium = await consortium_seen_by_lead(work, invitation.consortium, self.by) if invitation is not None else None
        if question is None or consortium is None:
            return NotLead()
        return QuestionToMe(question=question, consortium=consortium)
