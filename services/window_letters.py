"""What people are told about the windows of a call, brought up to date for each reader when it goes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Self

from programme.call import Call
from programme.eligibility import Overall
from programme.seoul import seoul_day
from programme.subscriptions import Subject
from programme.window_notices import Occasion, still_goes
from services.call_standing import CallStanding, StandingWithCall
from services.calls import AllCalls
from services.letter_renewal import Addressed, renewed
from services.letters import letter
from services.notice_telling import waits_a_day
from services.notices import still_up
from services.subscriptions import who_of
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


NOTHING_YET = CallStanding(consortia=(), begun=(), check=None, says=None)

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
async def as_things_stand(work: Work, letters: Sequence[Addressed]) -> list[WindowNotice | None]:
    """None: it has closed, it comes too late, its window has been moved, or it no longer concerns the person."""
    found = await Concerned.of(work, letters)
    return [await _renewed(work, to, fact, found) for to, fact in letters]


async def _renewed(work: Work, to: int, fact: WindowNotice, found: "Concerned") -> WindowNotice | None:
    call = found.calls.get(fact.call)
    if call is None or not _has_window(call, fact) or not still_goes(fact.due, fact.closes, work.now) or not found.hears(to, fact):
        return None
    tied = to in found.tied[fact.call]
    standing = await StandingWithCall(person=to, call=call)(work) if tied else NOTHING_YET
    return with_standing(fact, standing, work.now)


@renewed(DatesMoved)
@renewed(ResultsOut)
async def while_it_concerns(work: Work, letters: Sequence[Addressed]) -> list[DatesMoved | ResultsOut | None]:
    found = await Concerned.of(work, letters)
    return [fact if found.hears(to, fact) else None for to, fact in letters]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerned:
    """Looked up once for many letters. `tied`: who takes part in which call."""

    calls: Mapping[str, Call]
    standing: frozenset[int]  # notices that have not been taken down
    wanting: frozenset[int]
    own: frozenset[int]
    tied: Mapping[str, frozenset[int]]

    @classmethod
    async def of(cls, work: Work, letters: Sequence[Addressed]) -> Self:
        people = [to for to, _ in letters]
        calls = {call.key: call for call in await AllCalls()(work) if call.key in {fact.call for _, fact in letters}}
        ties = {key: await call_ties.tied_among(work.connection, people, call=key, track=call.track.value) for key, call in calls.items()}
        return cls(
            calls=calls,
            standing=await still_up(work, (fact.notice for _, fact in letters)),
            wanting=frozenset(await who_of(work, people, Subject.CALLS)),
            own=frozenset(await who_of(work, people, Subject.OWN)),
            tied={key: frozenset(found) for key, found in ties.items()},
        )

    def hears(self, person: int, fact: WindowNotice | DatesMoved | ResultsOut) -> bool:
        """They want to hear of calls, or take part in this one; they may have left or stopped since the letter was written."""
        takes_part = person in self.tied.get(fact.call, frozenset()) and person in self.own
        return fact.call in self.calls and fact.notice in self.standing and (person in self.wanting or takes_part)


def _has_window(call: Call, fact: WindowNotice) -> bool:
    return any((row.opens, row.closes) == (fact.opens, fact.closes) for row in call.rounds)
