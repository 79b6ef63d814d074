"""Events, without the chat: for whoever needs one that stands."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from programme.event_checks import Span
from programme.event_kinds import EventKind
from programme.events import Group
from programme.seoul import from_seoul
from services.coordinators import AppointFirstCoordinators
from services.event_making import Drafted, MakeEvent, Published, PublishEvent
from services.event_plans import EventPlan, spanning
from services.office import Office
from storage.event_questions import NewQuestion
from storage.events import Event, NewEvent
from tests.sessions.desk import DAY

COORDINATOR = 7001


def span(hour: int = 14, until: int = 16, day=DAY) -> Span:
    """On Seoul's clocks, on a Tuesday eight days after the clock of the tests."""
    at = [from_seoul(datetime.combine(day, time(one))) for one in (hour, until)]
    return at[0], at[1]


def plan(
    dates: Sequence[Span] | None = None, seats: int | None = 30, pools: Mapping[Group, int | None] | None = None, **more: Any
) -> EventPlan:
    """`more` goes into the event; `questions` into the plan."""
    questions: tuple[NewQuestion, ...] = more.pop("questions", ())
    spans = tuple(dates) if dates is not None else (span(),)
    starts_at, ends_at = spanning(spans)
    event = NewEvent(
        kind=EventKind.NETWORKING,
        title={"ko": "마포 사장님 교류회", "en": "Mapo owners meet"},
        text={"ko": "차를 마시며 이야기해요."},
        starts_at=starts_at,
        ends_at=ends_at,
        place="서울창업허브",
        address="서울시 마포구 백범로31길 21",
    )
    return EventPlan(event=replace(event, **more), dates=spans, pools=pools or {Group.ALL: seats}, questions=questions)


async def has_coordinator(office: Office, *people: int) -> None:
    await office.do(AppointFirstCoordinators(ids=people or (COORDINATOR,)))


async def drafted(office: Office, what: EventPlan | None = None, by: int = COORDINATOR, **more: Any) -> Event:
    """By a coordinator, who is appointed for it where there is none yet."""
    if isinstance(outcome := await office.do(MakeEvent(by=by, plan=what or plan(**more))), Drafted):
        return outcome.event
    await has_coordinator(office, by)
    outcome = await office.do(MakeEvent(by=by, plan=what or plan(**more)))
    assert isinstance(outcome, Drafted), outcome
    return outcome.event


async def published(office: Office, what: EventPlan | None = None, by: int = COORDINATOR, **more: Any) -> Event:
    """`published(office, seats=1)`, `published(office, dates=(span(), span(day=…)), kind=EventKind.COURSE)`, …"""
    draft = await drafted(office, what, by, **more)
    outcome = await office.do(PublishEvent(by=by, event=draft.id))
    assert isinstance(outcome, Published), outcome
    return outcome.event
