"""Notices of windows: posted when they are due, each occasion once; results when a coordinator says that they are out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from programme.call import Call, Status
from programme.rights import Right
from programme.subscriptions import Subject
from programme.window_notices import Occasion, still_goes
from services.calls import AllCalls
from services.chores import chore, one_by_one
from services.coordinators import Forbidden, may_answer, why_not
from services.notices import post_notice
from services.office import Office
from services.public_calendar import keep_entries
from services.window_letters import DatesMoved, ResultsOut, WindowNotice
from services.window_plan import align
from storage import call_notices
from storage.audit import AuditRow
from storage.call_notices import CallNotice, State
from storage.work import Work


@dataclass(frozen=True, kw_only=True)
class AlignCalls:
    """For an office whose calls were loaded by an older version: loading does it from now on."""

    async def __call__(self, work: Work) -> None:
        for call in await AllCalls()(work):
            await align(work, call)
            await keep_entries(work, call)


@dataclass(frozen=True, kw_only=True)
class DueNotices:
    """Numbers, what is due first comes first."""

    async def __call__(self, work: Work) -> list[int]:
        return [row.id for row in await call_notices.due(work.connection, work.now)]


@dataclass(frozen=True, kw_only=True)
class PostDueNotice:
    """Once, whatever the number of machines that try. Skipped when it is too late, or when a later one of its window is due, too."""

    number: int

    async def __call__(self, work: Work) -> State | None:
        row = await call_notices.lock(work.connection, self.number)
        if row is None:
            return None
        call = next((one for one in await AllCalls()(work) if one.key == row.call), None)
        outcome = await self._outcome(work, row, call)
        work.note(AuditRow(who=None, did="PostDueNotice", on=f"call:{row.call}", outcome=outcome.value, why=f"{row.round} {row.occasion}"))
        return outcome

    async def _outcome(self, work: Work, row: CallNotice, call: Call | None) -> State:
        if call is None or not await self._goes(work, row):
            await call_notices.settle(work.connection, row.id, State.SKIPPED)
            return State.SKIPPED
        fact = _moved(call, row) if row.occasion == Occasion.MOVED else _window(call, row)
        number = await post_notice(work, fact, subject=Subject.CALLS, track=call.track, call=call.key)
        await call_notices.settle(work.connection, row.id, State.POSTED, notice=number)
        return State.POSTED

    async def _goes(self, work: Work, row: CallNotice) -> bool:
        if row.occasion == Occasion.MOVED:
            return True
        others = [one for one in await call_notices.due(work.connection, work.now) if (one.call, one.round) == (row.call, row.round)]
        later = any(one.due_at > row.due_at and one.occasion != Occasion.MOVED for one in others)
        return not later and still_goes(row.due_at, datetime.fromisoformat(row.body["closes"]), work.now)


def _window(call: Call, row: CallNotice) -> WindowNotice:
    return WindowNotice(
        **_of(call, row.round),
        occasion=Occasion(row.occasion),
        opens=datetime.fromisoformat(row.body["opens"]),
        closes=datetime.fromisoformat(row.body["closes"]),
        due=row.due_at,
    )


def _moved(call: Call, row: CallNotice) -> DatesMoved:
    (opened, closed), (opens, closes) = (_moments(row.body[part]) for part in ("before", "after"))
    return DatesMoved(**_of(call, row.round), opened_before=opened, closed_before=closed, opens=opens, closes=closes)


def _moments(window: Sequence[str | None]) -> tuple[datetime | None, datetime | None]:
    opens, closes = (datetime.fromisoformat(one) if one is not None else None for one in window)
    return opens, closes


def _of(call: Call, number: int) -> dict[str, Any]:
    several = len(call.rounds) > 1
    return {"call": call.key, "title_ko": call.title.ko, "title_en": call.title.en, "round": number if several else None}


@dataclass(frozen=True, slots=True)
class ResultsTold:
    notice: int


@dataclass(frozen=True, slots=True)
class ToldAlready:
    round: int


@dataclass(frozen=True, slots=True)
class NothingToTell:
    """No such call is in use, or no round of it has closed."""


@dataclass(frozen=True, kw_only=True)
class TellResults:
    """By a coordinator: the selection of a round is made known."""

    by: int
    call: str
    round: int
    on: date
    text_ko: str
    text_en: str = ""
    link: str = ""

    async def __call__(self, work: Work) -> ResultsTold | ToldAlready | NothingToTell | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="TellResults", on=f"call:{self.call}", outcome=type(outcome).__name__, why=f"{self.round}"))
        return outcome

    async def _outcome(self, work: Work) -> ResultsTold | ToldAlready | NothingToTell | Forbidden:
        rounds = await RoundsToTell(by=self.by, call=self.call)(work)
        if not isinstance(rounds, TellableRounds):
            return rounds
        if self.round in rounds.told:
            return ToldAlready(self.round)
        if self.round not in rounds.closed:
            return NothingToTell()
        row = {"call": self.call, "round": self.round, "occasion": Occasion.RESULTS.value, "about": "", "body": {}, "due_at": work.now}
        kept = await call_notices.keep(work.connection, row)
        return ToldAlready(self.round) if kept is None else await self._told(work, rounds.call, kept)

    async def _told(self, work: Work, call: Call, kept: int) -> ResultsTold:
        fact = ResultsOut(**_of(call, self.round), on=self.on, text_ko=self.text_ko, text_en=self.text_en, link=self.link)
        number = await post_notice(work, fact, subject=Subject.CALLS, track=call.track, call=call.key, by=self.by)
        await call_notices.settle(work.connection, kept, State.POSTED, notice=number)
        return ResultsTold(number)


@dataclass(frozen=True, slots=True, kw_only=True)
class TellableRounds:
    """`closed`: whose window is over and whose results have not been told; `told`: the others with results."""

    call: Call
    closed: tuple[int, ...]
    told: frozenset[int]


@dataclass(frozen=True, kw_only=True)
class RoundsToTell:
    by: int
    call: str

    async def __call__(self, work: Work) -> TellableRounds | NothingToTell | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        call = next((one for one in await AllCalls()(work) if one.key == self.call), None)
        if call is None or call.status is Status.PAST_RECORD:
            return NothingToTell()
        if (refused := await why_not(work, self.by, Right.COORDINATE, tracks=(call.track,))) is not None:
            return refused
        told = await call_notices.results_of(work.connection, call.key)
        over = (row.number for row in call.rounds if row.closes is not None and row.closes < work.now and row.number not in told)
        return TellableRounds(call=call, closed=tuple(over), told=frozenset(told))


@chore(timedelta(seconds=30))
async def post_due_notices(office: Office) -> None:
    await one_by_one(office, {f"call_notice:{number}": PostDueNotice(number=number) for number in await office.look(DueNotices())})


@chore(timedelta(minutes=10))
async def align_calls(office: Office) -> None:
    await office.do(AlignCalls())
