"""What stands at the front door: what this person has, and what is open now."""

from dataclasses import dataclass

from services.calls import OpenCalls
from storage import results
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    results: int
    open_calls: int  # real ones
    trial_calls: int


@dataclass(frozen=True, kw_only=True)
class AtTheFront:
    person: int

    async def __call__(self, work: Work) -> Front:
        opened = await OpenCalls()(work)
        return Front(
            results=await results.count(work.connection, self.person),
            open_calls=sum(not call.is_demo for call in opened),
            trial_calls=sum(call.is_demo for call in opened),
        )
