"""What stands at the front door: what this person has, and what is open now."""

from dataclasses import dataclass

from services.calls import OpenCalls
from storage import coordinators, inquiries, results
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    results: int
    open_calls: int
    coordinator: bool
    questions_waiting: int


@dataclass(frozen=True, kw_only=True)
class AtTheFront:
    person: int

    async def __call__(self, work: Work) -> Front:
        coordinator = await coordinators.is_coordinator(work.connection, self.person)
        return Front(
            results=await results.count(work.connection, self.person),
            open_calls=len(await OpenCalls()(work)),
            coordinator=coordinator,
            questions_waiting=await inquiries.waiting_count(work.connection) if coordinator else 0,
        )
