"""What people are told about the windows of a call, brought up to date for each reader when it goes out."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from programme.call import Call
from programme.eligibility import Overall
from programme.seoul import seoul_day
from programme.subscriptions import Subject
from programme.window_notices import Occasion, still_goes
from services.call_standing import CallStanding, StandingWithCall
from services.calls import AllCalls
from services.letter_renewal import renewed
from services.letters import letter
from services.notice_telling import waits_a_day
from services.notices import up
from services.subscriptions import wants
from storage import call_ties
from storage.work import Work


@letter("window_notice")
@dataclass(frozen=True, kw_only=True)
class WindowNotice:
    """`days`: truly left at the moment of reading; None on the board, which says the date. What follows it is the reader's own standing,
    found when the letter goes out; `known` false: it has not been looked up.
    """

    notice: int = 0
    call: str
    title_ko: str
    title_en: str
    round: int | None  # None: the call has one only
    occasion: Occasion
    opens: datetime
    closes: datetime
    due: datetime
    days: int | None = None
    known: bool = False
    consortia: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    lacks: tuple[int, ...] = ()
    drafts: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    check: str | None = None
    says: Overall | None = None


@letter("dates_moved")
@dataclass(frozen=True, kw_only=True)
class DatesMoved:
    """None: not set, before or now."""

    notice: int = 0
    call: str
    title_ko: str
    title_en: str
    round: int | None
    opened_before: datetime | None
    closed_before: datetime | None
    opens: datetime | None
    closes: datetime | None


@letter("results_out")
@dataclass(frozen=True, kw_only=True)
class ResultsOut:
    """A courtesy notice: the official result is a document. `link`: where it stands, "" for nowhere."""

    notice: int = 0
    call: str
    title_ko: str
    title_en: str
    round: int | None
    on: date
    text_ko: str
    text_en: str
    link: str


waits_a_day(DatesMoved)
waits_a_day(ResultsOut)


def with_standing(fact: WindowNotice, standing: CallStanding, now: datetime) -> WindowNotice:
    return replace(
        fact,
        days=(seoul_day(fact.closes) - seoul_day(now)).days,
        known=True,
        consortia=tuple(one.number for one in standing.consortia),
        names=tuple(one.name for one in standing.consortia),
        lacks=tuple(one.lacks for one in standing.consortia),
        drafts=tuple(one.draft for one in standing.begun),
        stories=tuple(one.story for one in standing.begun),
        check=standing.check,
        says=standing.says,
    )


@renewed(WindowNotice)
async def as_things_stand(work: Work, person: int, fact: WindowNotice) -> WindowNotice | None:
    """None: it has closed, it comes too late, its window has been moved, or it no longer concerns the person."""
    call = await _in_use(work, fact.call)
    if call is None or not _has_window(call, fact) or not still_goes(fact.due, fact.closes, work.now):
        return None
    if not await _concerns(work, person, fact.notice, call):
        return None
    return with_standing(fact, await StandingWithCall(person=person, call=call)(work), work.now)


@renewed(DatesMoved)
@renewed(ResultsOut)
async def while_it_concerns(work: Work, person: int, fact: DatesMoved | ResultsOut) -> DatesMoved | ResultsOut | None:
    call = await _in_use(work, fact.call)
    return fact if call is not None and await _concerns(work, person, fact.notice, call) else None


async def _concerns(work: Work, person: int, notice: int, call: Call) -> bool:
    """They want to hear of calls, or take part in this one; they may have left or stopped since the letter was written."""
    if await up(work, notice) is None:
        return False
    if await wants(work, person, Subject.CALLS):
        return True
    ties = await call_ties.of_person(work.connection, person, call=call.key, track=call.track.value)
    return bool(ties.consortia or ties.drafts or ties.check or ties.estimates) and await wants(work, person, Subject.OWN)


async def _in_use(work: Work, key: str) -> Call | None:
    return next((call for call in await AllCalls()(work) if call.key == key), None)


def _has_window(call: Call, fact: WindowNotice) -> bool:
    return any((row.opens, row.closes) == (fact.opens, fact.closes) for row in call.rounds)
