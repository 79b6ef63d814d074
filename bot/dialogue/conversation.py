"""One turn of a conversation: read what came as the answer to the open question, and show what comes next."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, assert_never

from bot.dialogue import desk_work
from bot.dialogue.answers import Accepted, Partly, Refused
from bot.dialogue.ask import Ask, Step
from bot.dialogue.question import Json, Place, Question
from bot.dialogue.replay import Asking, Told, replay
from bot.dialogue.sealing import ABOUT, MESSAGE, PARTIAL, VALUE, parts_put_away, put_away, taken_out, unsealed
from bot.dialogue.showing import place_of, show
from bot.dialogue.story import AskAgain, Story
from bot.dialogue.summary import Summary
from bot.dialogue.taps import Back, Change, Keep, Skip, TurnPage
from bot.happenings import Edited, FileSent, Happening, PartSent, PlaceShared, Said, Tapped, Unreadable
from bot.screens.screen import Screen
from bot.turn import nothing_sent
from bot.words import Words, t
from storage.drafts import Draft
from storage.people import Desk
from storage.work import Work


@dataclass(slots=True)
class Conversation:
    """A draft and its story, in the hands of one unit of work."""

    work: Work
    desk: Desk
    draft: Draft
    story: Story
    part: Callable[[], PartSent | None] = nothing_sent

    @property
    def language(self) -> str:
        return self.desk.person.language

    async def open_question(self) -> Asking | Told:
        ask = Ask(work=self.work, person=self.desk.person, draft=self.draft)
        found = await replay(self.story, ask)
        if ask.draft.call != self.draft.call:
            self._save(call=ask.draft.call)
        return found

    async def resumed(self, said: Words | None = None) -> Screen:
        """The open question as it stands."""
        return await self._go_on(said)

    async def hear(self, happening: Happening) -> Screen:
        """Take what came as an answer, or move as a button of the question says."""
        asking = await self.open_question()
        if isinstance(asking, Told):
            return await self._finish(asking)
        match happening:
            case Tapped(tap=Back() | Change() | Keep() | Skip() | TurnPage() as move):
                return await self._move(asking, move)
            case Edited() if not asking.question.hears_everything:
                return await self._corrected(asking, happening)
            case Said() | Edited() | FileSent() | PlaceShared() | Unreadable() if asking.question.hears_everything:
                return await self._answered(asking, self.part() or happening)
            case _:
                return await self._answered(asking, happening)

    # -- answering

    async def _answered(self, asking: Asking, happening: Happening) -> Screen:
        question = asking.question
        match question.read(happening, self._place(question)):
            case Accepted(value=value, echo=echo):
                self._keep(question, question.stored(value), happening)
                return await self._go_on(_understood(echo))
            case Partly(partial=partial, echo=echo, silent=silent):
                self._keep_part(question, partial)
                return replace(self._shown(asking, echo), silent=silent)
            case Refused(reason=reason):
                return self._shown(asking, self._refusal(happening, question, reason))

    def _refusal(self, happening: Happening, question: Question[Any], reason: Words) -> Words | None:
        """A tap that belongs to another question is an old button: the open question itself is the answer to it."""
        asked = getattr(happening.tap, "asked", question.asked) if isinstance(happening, Tapped) else question.asked
        return reason if asked == question.asked else None

    def _keep(self, question: Question[Any], stored: Json, happening: Happening | None = None) -> None:
        answer = {VALUE: put_away(self.work, question, stored), ABOUT: question.about_digest}
        if isinstance(happening, Said | Edited):
            answer[MESSAGE] = happening.message_id
        answers = {**self.draft.answers, question.key: answer}
        answers.pop(question.key + PARTIAL, None)
        reopened = self.draft.reopened if self.draft.reopened != question.key else None
        self._save(answers=answers, reopened=reopened)

    def _keep_part(self, question: Question[Any], partial: tuple[Json, ...]) -> None:
        self._save(answers={**self.draft.answers, question.key + PARTIAL: parts_put_away(self.work, question, partial)})

    def _place(self, question: Question[Any]) -> Place:
        return place_of(question, unsealed(self.work, self.draft, question), self.language)

    def _save(self, **changes: Any) -> None:
        self.draft = replace(self.draft, saved_at=self.work.now, **changes)
        self.desk.drafts = [self.draft if draft.id == self.draft.id else draft for draft in self.desk.drafts]
        self.work.save_draft(self.draft)

    # -- moving

    async def _move(self, asking: Asking, move: Back | Change | Keep | Skip | TurnPage) -> Screen:
        question = asking.question
        if not isinstance(move, Change) and move.asked != question.asked:
            return self._shown(asking)
        match move:
            case TurnPage(page=page):
                return self._shown(asking, page=page)
            case Skip() if question.optional:
                self._keep(question, None)
            case Keep() if question.key in self.draft.answers:
                self._keep(question, taken_out(self.work, self.draft.answers[question.key][VALUE]))
            case Back() if asking.path:
                self._reopen(asking.path[-1])
            case Change(asked=asked):
                self._reopen(next((step for step in asking.path if step.question.asked == asked), None))
            case Skip() | Keep() | Back():
                return self._shown(asking)
            case _:
                assert_never(move)
        return await self._go_on()

    def _reopen(self, step: Step[Any] | None) -> None:
        """The question is asked again; its answer stays, to be kept by a tap. What was only presumed becomes one."""
        if step is None:
            return
        question = step.question
        if question.key not in self.draft.answers:
            self._keep(question, None if step.value is None and question.optional else question.stored(step.value))
        self._save(reopened=question.key)

    async def _corrected(self, asking: Asking, edited: Edited) -> Screen:
        """Somebody edited an old message: if it was an answer, the answer changes with it."""
        for step in asking.path:
            kept = self.draft.answers.get(step.question.key, {})
            if kept.get(MESSAGE) == edited.message_id:
                return await self._reread(asking, step.question, edited)
        return self._shown(asking)

    async def _reread(self, asking: Asking, question: Question[Any], edited: Edited) -> Screen:
        said = Said(text=edited.text, message_id=edited.message_id)
        match question.read(said, self._place(question)):
            case Accepted(value=value):
                self._keep(question, question.stored(value), said)
                return await self._go_on(t("Corrected: {answer}", answer=question.told(value)))
            case Refused(reason=reason):
                return self._shown(asking, reason)
            case _:
                return self._shown(asking)

    # -- what comes next

    async def _go_on(self, said: Words | None = None) -> Screen:
        found = await self.open_question()
        if isinstance(found, Told):
            return await self._finish(found)
        return self._shown(found, found.reason or said)

    def _shown(self, asking: Asking, said: Words | None = None, *, page: int = 0) -> Screen:
        draft = unsealed(self.work, self.draft, asking.question)
        return show(self.story, asking, draft, self.language, said=said, page=page)

    async def _finish(self, told: Told) -> Screen:
        """Do the deed in this same transaction, and drop the draft unless something must be asked again."""
        if isinstance(told.outcome, Screen):
            return self._closed(told.outcome)
        outcome = await told.outcome(self.work)
        if self.story.end is None:
            raise TypeError(f"the story {self.story.code!r} returns a deed but does not say how it ends")
        ending = self.story.end(outcome)
        if isinstance(ending, Screen):
            return self._closed(ending)
        return await self._ask_again(ending, told)

    def _closed(self, screen: Screen) -> Screen:
        desk_work.throw_away(self.work, self.desk, self.draft)
        return screen

    async def _ask_again(self, again: AskAgain, told: Told) -> Screen:
        """Asking again also takes back the final "yes": it was said about other answers."""
        sure = [step.question.key for step in told.path if isinstance(step.question, Summary)]
        self._save(answers={key: kept for key, kept in self.draft.answers.items() if key not in {*again.keys, *sure}})
        found = await self.open_question()
        if isinstance(found, Told):
            raise TypeError(f"the story {self.story.code!r} asks again for {again.keys}, but no such question is open")
        return self._shown(found, again.reason)


def _understood(echo: Words | None) -> Words | None:
    return t("✓ {answer}", answer=echo) if echo is not None else None
