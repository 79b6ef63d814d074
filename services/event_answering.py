"""What an answer to an event does, under its lock and after the person's own.

Whoever comes takes seats by `event_seats`, all of the party or none; a constraint is the last guard. Whatever gives seats back offers
them to those who wait.
"""

from dataclasses import dataclass
from typing import Protocol

from programme.event_offers import held_until
from programme.events import HEAR, HOLD_SEATS, Answer, Group, Standing, Who
from services import event_queue, event_reminders
from services.event_pages import EventSeen, seen_by, standing_of
from services.event_people import refusal, who_is
from services.event_seats import free_seats, take_seats
from services.registration_outcomes import (
    Answered,
    CannotAnswer,
    ForOthers,
    Full,
    NeedsAnswers,
    OfferOver,
    Outcome,
    TooManyGuests,
    Waits,
)
from services.registration_rows import Wished, keep_said, written
from storage import event_questions, event_seats, registrations
from storage.events import Event
from storage.registrations import Registration
from storage.work import Conflict, Work


class _NoRoom(Exception):
    """Undoes the savepoint in which not all seats of the party could be taken."""


class Wish(Protocol):
    """`services.registrations.AnswerEvent`."""

    @property
    def by(self) -> int: ...
    @property
    def answer(self) -> Answer: ...
    @property
    def guests(self) -> int | None: ...
    @property
    def said(self) -> tuple[tuple[int, str], ...] | None: ...
    @property
    def waits(self) -> bool: ...


@dataclass(kw_only=True)
class Answering:
    """One answer being given, under the locks. `why`: a code for the audit."""

    work: Work
    event: Event
    wish: Wish
    who: Who
    mine: Registration | None
    why: str = ""

    @classmethod
    async def to(cls, work: Work, event: Event, wish: Wish) -> "Answering":
        return cls(
            work=work,
            event=event,
            wish=wish,
            who=await who_is(work, wish.by),
            mine=await registrations.of_person(work.connection, event.id, wish.by),
        )

    async def outcome(self) -> Outcome:
        if not self._may_answer_now():
            return CannotAnswer(await self._seen())
        if self._offer_is_over() and not await self._never_heard_of_it():
            return await self._too_late()
        if self.wish.answer is Answer.COMING:
            return await self._come()
        return await self._stay_away()

    # -- may they

    def _may_answer_now(self) -> bool:
        """Once it is closed, one can only leave, take what is held, or change what stands."""
        match standing_of(self.event, self.work.now):
            case Standing.OPEN:
                return True
            case Standing.CLOSED | Standing.NOT_YET if self.mine is not None:
                return self.wish.answer is Answer.NOT_COMING or self.mine.answer in HOLD_SEATS
            case _:
                return False

    def _offer_is_over(self) -> bool:
        one = self.mine
        return one is not None and one.answer is Answer.OFFERED and one.held_until is not None and one.held_until <= self.work.now

    async def _never_heard_of_it(self) -> bool:
        """The letter lay here until the time was up, and they have come by themselves: it is not too late for them."""
        assert self.mine is not None
        afresh = await event_queue.offer_afresh(self.work, self.event, self.mine)
        self.mine = await registrations.of_person(self.work.connection, self.event.id, self.wish.by)
        return afresh

    async def _too_late(self) -> Outcome:
        assert self.mine is not None
        await event_queue.lapse(self.work, self.event, self.mine, tell=False)
        await event_queue.offer_freed(self.work, self.event.id)
        return OfferOver(await self._seen())

    async def _seen(self) -> EventSeen:
        return await seen_by(self.work, self.event, self.wish.by)

    # -- coming

    async def _come(self) -> Outcome:
        if refused := await self._cannot_come():
            return refused
        before = self.mine
        seated = await self._seated()
        if seated is None:
            return await self._no_room()
        await self._settle(before, seated)
        return await self._answered(before)

    async def _cannot_come(self) -> Outcome | None:
        pools = await event_seats.pools_of(self.work.connection, self.event.id)
        holds = self.mine is not None and self.mine.answer in HOLD_SEATS
        if not holds and (refusal(self.who, self.event) is not None or not {self.who.group, Group.ALL} & pools.keys()):
            return ForOthers(await self._seen())
        if not 0 <= self._guests <= self.event.guests:
            return TooManyGuests(await self._seen())
        asked = await event_questions.of_event(self.work.connection, self.event.id)
        known = await self._known()
        unsaid = any(question.required and question.id not in known for question in asked)
        return NeedsAnswers(await self._seen()) if unsaid else None

    @property
    def _guests(self) -> int:
        """As many as before where nothing is said of it, and no more than may be brought now."""
        if self.wish.guests is not None:
            return self.wish.guests
        return min(self.mine.guests, self.event.guests) if self.mine is not None else 0

    async def _known(self) -> dict[int, str]:
        said = await event_questions.said(self.work.connection, self.mine.id) if self.mine is not None else {}
        return said | dict(self.wish.said or ())

    async def _seated(self) -> Registration | None:
        """None: not so many seats are left, and all is as it was."""
        work, before = self.work, self.mine
        if before is not None and before.answer in HOLD_SEATS and before.guests == self._guests:
            return await self._row(Answer.COMING)  # the seats they have
        self.why = await self._passes()
        try:
            async with work.savepoint():
                one = await self._row(Answer.COMING)
                await self._take_all(one)
        except (Conflict, _NoRoom):
            self.why = ""
            return None
        return one

    async def _take_all(self, one: Registration) -> None:
        await free_seats(self.work, one)
        if not await take_seats(self.work, one, one.group, one.party):
            raise _NoRoom

    async def _passes(self) -> str:
        """Why they get seats although others wait: those need more than is free, or it is too late to hold any for them."""
        if held_until(self.work.now, self.event.starts_at) is None:
            return ""
        pools = await event_seats.pools_of(self.work.connection, self.event.id)
        others = await registrations.groups_waiting(self.work.connection, self.event.id, but=self.wish.by)
        return event_queue.passed_by(self.who.group, others, pools)

    async def _no_room(self) -> Outcome:
        before = self.mine
        if before is not None and before.answer is Answer.WAITING:
            await self._wait()
            return Waits(seen=await self._seen(), already=True)
        comes = before is not None and before.answer in HOLD_SEATS
        if not self.wish.waits or comes or standing_of(self.event, self.work.now) is not Standing.OPEN:
            return Full(seen=await self._seen(), guests=self._guests)
        await self._wait()
        return Waits(seen=await self._seen(), already=False)

    async def _wait(self) -> None:
        before = self.mine
        await self._settle(before, await self._row(Answer.WAITING))

    # -- perhaps, or not

    async def _stay_away(self) -> Outcome:
        before = self.mine
        if self.wish.answer not in {Answer.MAYBE, Answer.NOT_COMING}:
            return CannotAnswer(await self._seen())  # forged: the others are not theirs to give
        if self.wish.answer is Answer.MAYBE and (before is None or before.answer not in HEAR) and refusal(self.who, self.event) is not None:
            return ForOthers(await self._seen())
        one = await self._row(self.wish.answer)
        await free_seats(self.work, one)
        await self._settle(before, one)
        return await self._answered(before)

    # -- what follows

    async def _answered(self, before: Registration | None) -> Answered:
        if before is None:
            return Answered(seen=await self._seen(), before=None, party_before=0)
        return Answered(seen=await self._seen(), before=before.answer, party_before=before.party)

    async def _row(self, answer: Answer) -> Registration:
        wished = Wished(event=self.event.id, person=self.wish.by, group=self.who.group, answer=answer, guests=self._guests)
        return await written(self.work, self.mine, wished)

    async def _settle(self, before: Registration | None, now: Registration) -> None:
        """Answers kept, reminders as they are to be, seats that were given back offered."""
        if self.wish.said is not None:
            await keep_said(self.work, now, self.wish.said)
        await event_reminders.calm(self.work, now)
        await event_reminders.remind(self.work, self.event, now)
        if before is not None and before.answer in {Answer.OFFERED, Answer.LAPSED}:
            await event_queue.forget_offer(self.work, now)
        self.mine = now
        if before is not None and before.answer in HOLD_SEATS and (now.answer is not Answer.COMING or now.party < before.party):
            await event_queue.offer_freed(self.work, self.event.id)
