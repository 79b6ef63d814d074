"""Keeps what is to be told about windows in step with the calls in use: when a date moves, its letters move with it."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from programme.call import Call, Round
from programme.window_notices import BEFORE, Occasion, dues, still_goes
from services.notices import stop_telling
from storage import call_notices
from storage.call_notices import CallNotice, State
from storage.work import Work

OF_A_WINDOW = frozenset({Occasion.OPENS.value, *(occasion.value for occasion in BEFORE)})
Row = Mapping[str, Any]
Window = list[str | None]  # when it opens and closes, as ISO


async def align(work: Work, call: Call) -> None:
    """What is due for windows that are no longer so is withdrawn, also where letters are written already; what is missing is planned."""
    windows = {_about(row) for row in call.rounds}
    for row in await call_notices.of_call(work.connection, call.key):
        if row.occasion in OF_A_WINDOW and row.about not in windows:
            await _withdraw(work, row)
    await call_notices.plan(work.connection, list(_planned(call, work.now)))


async def tell_moves(work: Work, before: Call, call: Call) -> None:
    """Subscribers hear once of each window that is no longer as it was. A demo call moves whenever it is loaded: nobody is told."""
    if call.is_demo:
        return
    was = {row.number: row for row in before.rounds}
    for number in sorted(was.keys() | {row.number for row in call.rounds}):
        then, now_ = _window(was.get(number)), _window(_numbered(call, number))
        if then != now_:
            await _tell_move(work, call, number, then, now_)


async def _tell_move(work: Work, call: Call, number: int, before: Window, after: Window) -> None:
    """Moved twice before anybody heard of it, people hear of it as one move, or of none when all is as it was."""
    for row in await call_notices.of_call(work.connection, call.key):
        if (row.round, row.occasion) == (number, Occasion.MOVED.value) and row.state in (State.WAITING, State.POSTED):
            before = row.body["before"] if row.state == State.WAITING else before
            await _withdraw(work, row)
    ends = [datetime.fromisoformat(end) for _, end in (before, after) if end is not None]
    if before == after or not any(end > work.now for end in ends):
        return  # nobody is told that a window was corrected which had closed by both accounts
    planned = {"call": call.key, "round": number, "occasion": Occasion.MOVED.value, "about": f"{call.version} {_short(work.now)}"}
    await call_notices.plan(work.connection, [{**planned, "body": {"before": before, "after": after}, "due_at": work.now}])


def _planned(call: Call, now: datetime) -> Iterator[Row]:
    for row in call.rounds:
        if row.opens is None or row.closes is None:
            continue
        for due in dues(row.opens, row.closes):
            if still_goes(due.at, row.closes, now):
                yield {
                    "call": call.key,
                    "round": row.number,
                    "occasion": due.occasion.value,
                    "about": _about(row),
                    "body": {"opens": row.opens.isoformat(), "closes": row.closes.isoformat()},
                    "due_at": due.at,
                }


def _about(row: Round) -> str:
    return f"{row.number} {_short(row.opens)} {_short(row.closes)}"


def _short(moment: datetime | None) -> str:
    return f"{moment:%Y%m%dT%H%M%S}" if moment is not None else "-"


async def _withdraw(work: Work, row: CallNotice) -> None:
    if row.state == State.POSTED and row.notice is not None:
        await stop_telling(work, row.notice)
    if row.state in (State.WAITING, State.POSTED):
        await call_notices.settle(work.connection, row.id, State.WITHDRAWN)


def _window(row: Round | None) -> Window:
    opens, closes = (row.opens, row.closes) if row is not None else (None, None)
    return [opens.isoformat() if opens is not None else None, closes.isoformat() if closes is not None else None]


def _numbered(call: Call, number: int) -> Round | None:
    return next((row for row in call.rounds if row.number == number), None)
