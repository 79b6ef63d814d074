"""What stands at the front door: what this person has, what is open now, and what waits for a coordinator."""

from dataclasses import dataclass

from services.calls import OpenCalls
from services.coordinators import may_answer
from storage import inquiries, results
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """`results`, `questions`: how many the person has kept and asked; `waiting`: questions without an answer, told to coordinators only."""

    results: int
    open_calls: int  # real ones
    trial_calls: int
    questions: int
    coordinator: bool
    waiting: int


@dataclass(frozen=True, kw_only=True)
class AtTheFront:
    person: int

    async def __call__(self, work: Work) -> Front:
        coordinator = await may_answer(work, self.person)
        opened = await OpenCalls()(work)
        return Front(
            results=await results.count(work.connection, self.person),
            open_calls=sum(not call.is_demo for call in opened),
            trial_calls=sum(call.is_demo for call in opened),
            questions=await inquiries.count_of(work.connection, self.person),
            coordinator=coordinator,
            waiting=await inquiries.waiting_count(work.connection) if coordinator else 0,
        )
