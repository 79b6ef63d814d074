"""The public calendar: what a calendar file holds, and the number that rises whenever a date in it moves.

`@feeds` adds entries of another feature (events); those of the calls are kept in step with the calls in use.
"""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from programme.call import Call
from programme.seoul import seoul_day
from programme.stages import Grain, Stage
from programme.year_plan import Entry, entries_of
from storage import calendar_entries
from storage.calendar_entries import CalendarEntry
from storage.work import Work

UNSEEN_AFTER = timedelta(days=400)  # what has been over so long is left out of the file


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """`what`: a stage, or an event's kind. Whole days where `starts_at` is None. `round` 0: none is named. Titles as they were typed."""

    uid: str
    sequence: int
    changed_at: datetime
    stands: bool
    what: str
    title_ko: str
    title_en: str
    first: date
    last: date
    exact: bool = True  # false: only the month or quarter is known
    round: int = 0
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    where: str = ""
    url: str = ""


Feeds = Callable[[Work], Awaitable[Sequence[FeedEntry]]]
F = TypeVar("F", bound=Feeds)
_feeds: list[Feeds] = []


def feeds(finds: F) -> F:
    """The function finds the entries of a feature, those that do not take place any more among them (`stands` false)."""
    _feeds.append(finds)
    return finds


@dataclass(frozen=True, kw_only=True)
class CalendarFeed:
    """In the order of time."""

    async def __call__(self, work: Work) -> tuple[FeedEntry, ...]:
        oldest = seoul_day(work.now - UNSEEN_AFTER)
        found = [entry for finds in _feeds for entry in await finds(work) if entry.last >= oldest]
        return tuple(sorted(found, key=lambda entry: (entry.first, entry.uid)))


@feeds
async def stages_of_calls(work: Work) -> list[FeedEntry]:
    return [_read(one) for one in await calendar_entries.everything(work.connection)]


async def keep_entries(work: Work, call: Call) -> None:
    """Brings what is kept of this call up to date: what changed gets a higher number, what is gone no longer stands."""
    kept = await calendar_entries.of_call(work.connection, call.key)
    wanted = dict(_wanted(call))
    changed = [_changed(work, call.key, uid, body, kept.get(uid)) for uid, body in wanted.items()]
    gone = [
        replace(one, stands=False, sequence=one.sequence + 1, changed_at=work.now)
        for uid, one in kept.items()
        if uid not in wanted and one.stands
    ]
    await calendar_entries.keep(work.connection, [one for one in (*changed, *gone) if one is not None])


def _changed(work: Work, call: str, uid: str, body: dict[str, Any], before: CalendarEntry | None) -> CalendarEntry | None:
    """None: it is as it was."""
    if before is not None and before.stands and dict(before.body) == body:
        return None
    sequence = before.sequence + 1 if before is not None else 0
    return CalendarEntry(uid=uid, call=call, body=body, sequence=sequence, stands=True, changed_at=work.now)


def _wanted(call: Call) -> Iterator[tuple[str, dict[str, Any]]]:
    """Named by call, stage and round; of several with the same names the order in time counts."""
    counted: dict[tuple[Stage, int], int] = {}
    for entry in entries_of(call):
        number = _round_of(call, entry)
        place = counted[entry.stage, number] = counted.get((entry.stage, number), 0) + 1
        yield f"{call.key}-{entry.stage.value}-{number}-{place}@golmok", _body(call, entry, number)


def _round_of(call: Call, entry: Entry) -> int:
    """A call with one round today may have two tomorrow, and its entries stay what they are."""
    if entry.stage is Stage.INTAKE and entry.round is None and entry.span.grain is Grain.DAY:
        return next((row.number for row in call.rounds if row.opens is not None and seoul_day(row.opens) == entry.span.first), 0)
    return entry.round or 0


def _body(call: Call, entry: Entry, number: int) -> dict[str, Any]:
    row = next((one for one in call.rounds if one.number == number), None)
    timed = entry.stage is Stage.INTAKE and row is not None and row.opens is not None and row.closes is not None
    return {
        "what": entry.stage.value,
        "title_ko": call.title.ko,
        "title_en": call.title.en,
        "first": entry.span.first.isoformat(),
        "last": entry.span.last.isoformat(),
        "exact": entry.span.grain is Grain.DAY,
        "round": number if len(call.rounds) > 1 else 0,
        "starts_at": row.opens.isoformat() if timed and row is not None and row.opens is not None else None,
        "ends_at": row.closes.isoformat() if timed and row is not None and row.closes is not None else None,
        "url": entry.source.url or "",
    }


def _read(one: CalendarEntry) -> FeedEntry:
    body = dict(one.body)
    moments = {name: datetime.fromisoformat(body[name]) if body[name] else None for name in ("starts_at", "ends_at")}
    days = {name: date.fromisoformat(body[name]) for name in ("first", "last")}
    return FeedEntry(uid=one.uid, sequence=one.sequence, changed_at=one.changed_at, stands=one.stands, **(body | moments | days))
